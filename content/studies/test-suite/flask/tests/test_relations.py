"""What the database itself holds."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from books.database import db
from books.models import Author, Book
from tests.helpers import add, authors, books, keep


def test_the_name_of_an_author_is_unique(app):
    keep(app, "Emma", "Jane Austen")
    with pytest.raises(IntegrityError):
        keep(app, "Persuasion", "Jane Austen")


def test_a_book_needs_an_author(app):
    with app.app_context(), pytest.raises(IntegrityError):
        db.session.add(Book(title="Emma"))
        db.session.commit()


def test_a_book_needs_an_author_that_exists(app):
    with app.app_context(), pytest.raises(IntegrityError):
        db.session.add(Book(title="Emma", author_id=999))
        db.session.commit()


def test_an_author_with_books_stays(app):
    keep(app, "Emma", "Jane Austen")
    with app.app_context(), pytest.raises(IntegrityError):
        db.session.delete(db.session.scalars(select(Author)).one())
        db.session.commit()


def test_an_author_without_books_can_go(app):
    with app.app_context():
        db.session.add(Author(name="Jane Austen"))
        db.session.commit()
        db.session.delete(db.session.scalars(select(Author)).one())
        db.session.commit()
    assert authors(app) == []


def test_a_book_goes_without_its_author(app):
    keep(app, "Emma", "Jane Austen")
    with app.app_context():
        db.session.delete(db.session.scalars(select(Book)).one())
        db.session.commit()
    assert (books(app), authors(app)) == ([], ["Jane Austen"])


def test_a_book_can_move_to_another_author(app):
    keep(app, "Emma", "Jane Austin")
    with app.app_context():
        db.session.scalars(select(Book)).one().author = Author(name="Jane Austen")
        db.session.commit()
    assert books(app) == [("Emma", "Jane Austen")]
