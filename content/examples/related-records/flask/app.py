"""Books and their authors: a list, and a form that adds to it."""

import os
from typing import Annotated

from flask import Flask, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import ForeignKey, MetaData, String, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, joinedload, mapped_column, relationship

PrimaryKey = Annotated[int, mapped_column(primary_key=True)]

app = Flask(__name__)
app.config.update(
    SECRET_KEY=os.environ["SECRET_KEY"],
    SESSION_COOKIE_SAMESITE="Lax",
    SQLALCHEMY_DATABASE_URI="sqlite:///books.db",
)
CSRFProtect(app)


class Base(DeclarativeBase):
    # Alembic can change a constraint only when it has a name.
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


db = SQLAlchemy(app, model_class=Base)
# SQLite cannot change a column in place: Alembic then copies the table.
Migrate(app, db, render_as_batch=True)


class Author(db.Model):
    id: Mapped[PrimaryKey]
    name: Mapped[str] = mapped_column(
        String(200), unique=True
    )


class Book(db.Model):
    id: Mapped[PrimaryKey]
    title: Mapped[str] = mapped_column(String(200))
    author_id: Mapped[int] = mapped_column(
        ForeignKey(Author.id), index=True
    )
    author: Mapped[Author] = relationship()

# region list
@app.get("/books")
def book_list() -> str:
    authors = joinedload(Book.author)
    query = select(Book).options(authors)
    query = query.order_by(Book.id)
    books = db.session.scalars(query).all()
    page = "books.html"
    return render_template(page, books=books)
# endregion


@app.post("/books")
def add_book() -> ResponseReturnValue:
    name = request.form["author"]
    author = db.session.scalar(select(Author).filter_by(name=name))
    db.session.add(Book(title=request.form["title"], author=author or Author(name=name)))
    db.session.commit()
    return redirect("/books")


@app.cli.command("old-books")
def old_books() -> None:
    """Add three books in the way in which the first release kept them."""
    books = [
        {"title": "Emma", "author": "Jane Austen"},
        {"title": "Persuasion", "author": "Jane Austen"},
        {"title": "Middlemarch", "author": "George Eliot"},
    ]
    insert = text("INSERT INTO book (title, author_name) VALUES (:title, :author)")
    db.session.execute(insert, books)
    db.session.commit()
