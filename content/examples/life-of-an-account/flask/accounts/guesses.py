"""How often somebody may guess a password, counted in the database, which all workers share."""

import time

from flask import current_app, request
from flask_limiter import Limiter
from flask_security import current_user, uia_email_mapper
from limits.storage import Storage
from sqlalchemy import case, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Mapped, mapped_column

from accounts.models import Base, db


# region limits
def pair() -> str:
    """Who is guessed at, and from where."""
    sent = request.get_json() if request.is_json else request.form
    name = str(sent.get("email", ""))
    name = uia_email_mapper(name.strip()) or name
    return f"{request.remote_addr} {name.casefold()}"

limiter = Limiter(key_func=pair)
limit_guesses = limiter.limit(
    lambda: f"5 per {current_app.config['LIMIT_SECONDS']} seconds",
    methods=["POST"],
    deduct_when=lambda _: current_user.is_anonymous,
)
# endregion


class Guesses(Base):
    __tablename__ = "guesses"
    key: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
    ends: Mapped[float]


class DatabaseStorage(Storage):
    """Where Flask-Limiter counts. It has storages for Redis, Memcached and MongoDB, and none for SQL."""

    STORAGE_SCHEME = ["database"]

    @property
    def base_exceptions(self) -> type[Exception]:
        return SQLAlchemyError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        now = time.time()
        goes_on = Guesses.ends > now
        statement = insert(Guesses).values(key=key, count=amount, ends=now + expiry)
        statement = statement.on_conflict_do_update(
            index_elements=[Guesses.key],
            set_={
                "count": case((goes_on, Guesses.count + amount), else_=amount),
                "ends": case((goes_on, Guesses.ends), else_=now + expiry),
            },
        )
        with db.engine.begin() as connection:
            return connection.execute(statement.returning(Guesses.count)).scalar_one()

    def get(self, key: str) -> int:
        query = select(Guesses.count).where(Guesses.key == key, Guesses.ends > time.time())
        with db.engine.connect() as connection:
            return connection.execute(query).scalar() or 0

    def get_expiry(self, key: str) -> float:
        query = select(Guesses.ends).where(Guesses.key == key)
        with db.engine.connect() as connection:
            return connection.execute(query).scalar() or time.time()

    def check(self) -> bool:
        return True

    def reset(self) -> int:
        with db.engine.begin() as connection:
            return connection.execute(delete(Guesses)).rowcount

    def clear(self, key: str) -> None:
        with db.engine.begin() as connection:
            connection.execute(delete(Guesses).where(Guesses.key == key))
