"""What the WSGI server calls."""

from shop import create_app

app = create_app()
