"""What many tests do: write books, and read what is kept and shown."""

import re
from html import unescape

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from books.database import db
from books.models import Author, Book


def add(client: FlaskClient, title: str | None, author: str | None) -> TestResponse:
    fields = {"title": title, "author": author}
    return client.post("/books", data={name: value for name, value in fields.items() if value is not None})


def shown(client: FlaskClient) -> list[str]:
    return [unescape(item) for item in re.findall("<li>(.*?)</li>", client.get("/books").text)]


def keep(app: Flask, title: str, author: str) -> None:
    with app.app_context():
        db.session.add(Book(title=title, author=Author(name=author)))
        db.session.commit()


def books(app: Flask) -> list[tuple[str, str]]:
    with app.app_context():
        query = select(Book.title, Author.name).join(Book.author).order_by(Book.id)
        return [(title, name) for title, name in db.session.execute(query)]


def authors(app: Flask) -> list[str]:
    with app.app_context():
        return list(db.session.scalars(select(Author.name).order_by(Author.id)))
