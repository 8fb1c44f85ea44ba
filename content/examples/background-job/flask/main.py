"""What the web server, the worker and the command line load: the application and the queue, with all that belongs to them."""

from orders import commands, views  # noqa: F401
from orders.app import app, huey

__all__ = ["app", "huey"]
