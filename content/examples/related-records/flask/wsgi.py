"""What the WSGI server calls."""

from books import create_app

app = create_app()
