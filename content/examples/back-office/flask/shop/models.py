"""Categories and products, the people, and the log of what they changed."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

from flask_security.models import fsqla_v3
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Engine, ForeignKey, Numeric, String, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

PrimaryKey = Annotated[int, mapped_column(primary_key=True)]
Money = Annotated[Decimal, mapped_column(Numeric(8, 2))]
Moment = Annotated[datetime, mapped_column(DateTime(timezone=True))]

@event.listens_for(Engine, "connect")
def enforce_foreign_keys(connection: Any, record: object) -> None:
    """SQLite checks no foreign key unless each connection asks it to."""
    connection.execute("PRAGMA foreign_keys=ON")


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)
fsqla_v3.FsModels.set_db_info(db)


class Role(db.Model, fsqla_v3.FsRoleMixin):
    pass


class User(db.Model, fsqla_v3.FsUserMixin):
    pass


class Category(db.Model):
    id: Mapped[PrimaryKey]
    name: Mapped[str] = mapped_column(String(80), unique=True)

    def __str__(self) -> str:
        return self.name


class Product(db.Model):
    id: Mapped[PrimaryKey]
    name: Mapped[str] = mapped_column(String(120))
    price: Mapped[Money]
    category_id: Mapped[int] = mapped_column(ForeignKey(Category.id))
    category: Mapped[Category] = relationship()

    def __str__(self) -> str:
        return self.name


class Change(db.Model):
    """One line of the log."""

    id: Mapped[PrimaryKey]
    at: Mapped[Moment]
    who: Mapped[str]
    what: Mapped[str]
