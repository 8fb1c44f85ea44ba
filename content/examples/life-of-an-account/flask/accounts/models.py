"""The people and their roles, as Flask-Security's models have them."""

import click
from flask.cli import with_appcontext
from flask_security.models import sqla
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy.orm import DeclarativeBase

db = SQLAlchemy()


class Base(DeclarativeBase):
    pass


sqla.FsModels.set_db_info(base_model=Base)


class Role(Base, sqla.FsRoleMixin):
    __tablename__ = "role"


class User(Base, sqla.FsUserMixin):
    __tablename__ = "user"


@click.command("create-tables")
@with_appcontext
def create_tables() -> None:
    """Make the tables; a project that lives on uses migrations instead."""
    Base.metadata.create_all(db.engine)
