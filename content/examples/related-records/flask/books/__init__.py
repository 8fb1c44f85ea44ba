"""Books and their authors: a list, and a form that adds to it."""

import os

from flask import Flask
from flask_wtf import CSRFProtect

from books import commands, views
from books.database import alembic, db

csrf = CSRFProtect()


def create_app() -> Flask:
    app = Flask(__name__)
    app.config.from_mapping(
        SECRET_KEY=os.environ["SECRET_KEY"],
        SESSION_COOKIE_SAMESITE="Lax",
        TRUSTED_HOSTS=["localhost"],
        SQLALCHEMY_ENGINES={"default": "sqlite:///books.db"},
        # SQLite cannot change a column in place: Alembic then copies the table.
        ALEMBIC_CONTEXT={"render_as_batch": True},
    )
    csrf.init_app(app)
    db.init_app(app)
    alembic.init_app(app)
    app.register_blueprint(views.blueprint)
    app.cli.add_command(commands.old_books)
    return app
