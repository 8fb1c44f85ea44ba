"""Accounts with Flask-Security: sign-up, sign-in with a limit, a reset by mail and one page for members."""

from flask import Flask
from flask_mailman import Mail
from flask_wtf import CSRFProtect

from accounts.guesses import limit_guesses, limiter
from accounts.members import members, security
from accounts.models import create_tables, db


def create_app() -> Flask:
    """Make the application, as Flask's manual advises: no global one that tests would share."""
    app = Flask(__name__)
    app.config.from_object("accounts.settings")
    db.init_app(app)
    Mail(app)
    CSRFProtect(app)
    security.init_app(app)
    limiter.init_app(app)
    sign_in = app.view_functions["security.login"]
    app.view_functions["security.login"] = limit_guesses(sign_in)
    app.register_blueprint(members)
    app.cli.add_command(create_tables)
    return app
