"""Products, categories and the screens in which office staff keep them."""

from flask import Flask, Response, request
from flask_wtf import CSRFProtect

from shop.models import db
from shop.setup import setup
from shop.staff import add_screens, security


def create_app() -> Flask:
    """Make the application, as Flask's manual advises: no global one that tests would share."""
    app = Flask(__name__)
    app.config.from_object("shop.settings")
    db.init_app(app)
    CSRFProtect(app)
    security.init_app(app)
    add_screens(app)
    app.register_blueprint(setup)
    app.after_request(keep_private)
    return app


def keep_private(response: Response) -> Response:
    """Keep every page, but no style sheet, out of caches: the next person at the machine is not to read it."""
    if request.endpoint and not request.endpoint.endswith("static"):
        response.cache_control.private = True
        response.cache_control.no_store = True
    return response
