"""Tells in a header how many SQL statements an answer took."""

from django.db import connection


def count_statements(get_response):
    def middleware(request):
        statements = []

        def note(execute, sql, *rest):
            statements.append(sql)
            return execute(sql, *rest)

        with connection.execute_wrapper(note):
            response = get_response(request)
        count = str(len(statements))
        response.headers["X-SQL-Statements"] = count
        return response

    return middleware
