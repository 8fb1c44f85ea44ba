"""An API for books that describes itself: paging, checked input, a token for whoever writes."""

import os
from hmac import compare_digest

from apiflask import APIFlask, HTTPTokenAuth, Schema, abort
from apiflask.fields import URL, Integer, List, Nested, String
from apiflask.validators import Length, Range
from flask import url_for
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# The page that shows the description loads its scripts from another host, so it is left out.
app = APIFlask(__name__, title="Books", version="1.0", docs_path=None)
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///books.db"
app.config["TRUSTED_HOSTS"] = ["localhost"]


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(app, model_class=Base)
auth = HTTPTokenAuth()
api_token = os.environ["API_TOKEN"]


class Book(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    year: Mapped[int]


class Text(String):
    """Text that a database can keep: no blanks around it, no NUL, no halves of characters."""

    def _deserialize(self, value: object, *args: object, **kwargs: object) -> str:
        text = super()._deserialize(value, *args, **kwargs).strip()
        if any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in text):
            raise self.make_error("invalid")
        return text


# region checks
class BookIn(Schema):
    title = Text(
        required=True, validate=Length(1, 200)
    )
    year = Integer(
        required=True,
        strict=True,  # neither 2000.7 nor "2000"
        validate=Range(1450, 2100),
    )
# endregion


class BookOut(BookIn):
    id = Integer()


class PageIn(Schema):
    page = Integer(
        load_default=1, validate=Range(1, 10**6)
    )
    per_page = Integer(
        load_default=20, validate=Range(1, 50)
    )


class PageOut(Schema):
    count = Integer()
    next = URL(allow_none=True)
    previous = URL(allow_none=True)
    results = List(Nested(BookOut))


def page_url(number: int | None, per_page: int) -> str | None:
    if number is None:
        return None
    return url_for("book_list", page=number, per_page=per_page, _external=True)


# region views
@app.get("/api/books")
@app.input(PageIn, "query", arg_name="wanted")
@app.output(PageOut)
def book_list(wanted: dict) -> dict:
    books = select(Book).order_by(Book.id)
    page = db.paginate(books, **wanted)
    length = wanted["per_page"]
    return {
        "count": page.total,
        "next": page_url(page.next_num, length),
        "previous": page_url(page.prev_num, length),
        "results": page.items,
    }

@app.post("/api/books")
@app.auth_required(auth)
@app.input(BookIn, arg_name="book")
@app.output(BookOut, status_code=201)
def add_book(book: dict) -> Book:
    record = Book(**book)
    db.session.add(record)
    db.session.commit()
    return record

@app.get("/api/books/<int(max=9223372036854775807):number>")
@app.output(BookOut)
def one_book(number: int) -> Book:
    book = db.session.get(Book, number)
    return book or abort(404)

@auth.verify_token
def is_known(token: str) -> bool:
    known = api_token.encode()
    return compare_digest(token.encode(), known)
# endregion


@app.cli.command("create-tables")
def create_tables() -> None:
    """Make the tables; a project that lives on uses migrations instead."""
    db.create_all()
