"""An order with the state of its mail, and what is left to be ordered."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class State(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "order"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    email: Mapped[str] = mapped_column(String(254))
    quantity: Mapped[int]
    state: Mapped[str] = mapped_column(String(7), default=State.WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(String(200), default="")


class Stock(Base):
    __tablename__ = "stock"
    __table_args__ = (CheckConstraint('"left" >= 0', name="none_owed"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    left: Mapped[int]
