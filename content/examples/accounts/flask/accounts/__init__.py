"""Accounts with Flask-Security: sign-up, sign-in, sign-out and one page for members."""

from flask import Flask
from flask_wtf import CSRFProtect

from accounts.members import members, security
from accounts.models import create_tables, db


def create_app() -> Flask:
    """Make the application, as Flask's manual advises: no global one that tests would share."""
    app = Flask(__name__)
    app.config.from_object("accounts.settings")
    db.init_app(app)
    CSRFProtect(app)
    security.init_app(app)
    app.register_blueprint(members)
    app.cli.add_command(create_tables)
    return app
