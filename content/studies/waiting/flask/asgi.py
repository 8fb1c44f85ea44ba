"""The same application under an ASGI server, which runs it in threads."""

import os

from a2wsgi import WSGIMiddleware
from app import app as flask_app

app = WSGIMiddleware(flask_app, workers=int(os.environ["THREADS"]))
