"""What the WSGI server calls."""

from accounts import create_app

app = create_app()
