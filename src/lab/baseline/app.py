"""No framework: what Gunicorn and Python cost by themselves."""


def application(environ, start_response):
    body = b'{"ref": "A-7", "state": "open"}'
    headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
    start_response("200 OK", headers)
    return [body]
