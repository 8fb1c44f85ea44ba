"""A migrated database for each process, and a transaction around each test that undoes what the test wrote."""

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection as Driver

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Connection, event

from books import create_app
from books.database import alembic, db


def leave_transactions_to_sqlalchemy(driver: Driver, _record: object) -> None:
    # Else the driver begins a transaction late, and what a test wrote stays.
    driver.isolation_level = None


def begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder: Path = tmp_path_factory.mktemp("instance")
    app = create_app(instance_path=str(folder))
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    with app.app_context():
        alembic.upgrade()
        engine = db.engine
        engine.dispose()
    event.listen(engine, "connect", leave_transactions_to_sqlalchemy)
    event.listen(engine, "begin", begin)
    return app


@pytest.fixture(autouse=True)
def app(migrated: Flask) -> Iterator[Flask]:
    with migrated.app_context():
        engine, sessions = db.engine, db.sessionmaker
    with engine.connect() as connection:
        outer = connection.begin()
        sessions.configure(bind=connection, join_transaction_mode="create_savepoint")
        yield migrated
        outer.rollback()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def selects(app: Flask) -> Iterator[list[str]]:
    """The queries since the test began."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("SELECT"):
            seen.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)
