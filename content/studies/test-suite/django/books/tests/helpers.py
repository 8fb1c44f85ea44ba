"""What many tests do: write books, and read what is kept and shown."""

import re
from html import unescape

from django.http import HttpResponse
from django.test import Client

from books.models import Author, Book


def add(client: Client, title: str | None, author: str | None) -> HttpResponse:
    fields = {"title": title, "author": author}
    return client.post("/books", {name: value for name, value in fields.items() if value is not None})


def shown(client: Client) -> list[str]:
    return [unescape(item) for item in re.findall("<li>(.*?)</li>", client.get("/books").text)]


def keep(title: str, author: str) -> None:
    Book.objects.create(title=title, author=Author.objects.create(name=author))


def books() -> list[tuple[str, str]]:
    return list(Book.objects.order_by("id").values_list("title", "author__name"))


def authors() -> list[str]:
    return list(Author.objects.order_by("id").values_list("name", flat=True))
