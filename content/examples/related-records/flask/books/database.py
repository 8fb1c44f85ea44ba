"""The connection to the database, and the migrations that keep its tables up to date."""

from sqlite3 import Connection

from flask_alembic import Alembic
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import Engine, event

from books.models import Base

db = SQLAlchemy()
alembic = Alembic(metadatas=Base.metadata)


@event.listens_for(Engine, "connect")
def enforce_foreign_keys(connection: Connection, _record: object) -> None:
    # SQLite leaves foreign keys unchecked until each connection asks for the check.
    connection.execute("PRAGMA foreign_keys = ON")
