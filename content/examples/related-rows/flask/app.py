"""Fifty books with their authors, as JSON, in Flask."""

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///:memory:"
db = SQLAlchemy(app)


class Author(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Book(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey(Author.id))
    author: Mapped[Author] = relationship()


# region shown
@app.get("/books")
def book_list() -> list[dict[str, str]]:
    authors = joinedload(Book.author)
    query = select(Book).options(authors)
    books = query.order_by(Book.title).limit(50)
    return [
        {"title": b.title, "author": b.author.name}
        for b in db.session.scalars(books)
    ]
# endregion
