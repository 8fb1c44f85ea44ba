"""Add three books in the way in which the first release kept them."""

from django.core.management.base import BaseCommand
from django.db import connection


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: str, **options: object) -> None:
        books = [
            ("Emma", "Jane Austen"),
            ("Persuasion", "Jane Austen"),
            ("Middlemarch", "George Eliot"),
        ]
        insert = "INSERT INTO books_book (title, author_name) VALUES (%s, %s)"
        with connection.cursor() as cursor:
            cursor.executemany(insert, books)
