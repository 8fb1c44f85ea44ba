"""Commands beside those of Flask."""

import click
from flask.cli import with_appcontext
from sqlalchemy import text

from books.database import db


@click.command("old-books")
@with_appcontext
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
