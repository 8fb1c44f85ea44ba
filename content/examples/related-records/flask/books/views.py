"""The list of the books, and the form that adds to it."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from books.database import db
from books.forms import BookForm
from books.models import Author, Book

blueprint = Blueprint("books", __name__)


def add_book(form: BookForm) -> None:
    name = form.author.data
    author = db.session.scalar(select(Author).filter_by(name=name))
    db.session.add(Book(title=form.title.data, author=author or Author(name=name)))
    db.session.commit()


# region list
@blueprint.route("/books", methods=["GET", "POST"])
def index() -> ResponseReturnValue:
    form = BookForm()
    if form.validate_on_submit():
        add_book(form)
        return redirect(url_for("books.index"))
    authors = joinedload(Book.author)
    query = select(Book).options(authors)
    query = query.order_by(Book.id)
    books = db.session.scalars(query).all()
    context = {"books": books, "form": form}
    return render_template("books.html", **context)
# endregion
