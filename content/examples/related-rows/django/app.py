"""Fifty books with their authors, as JSON, in Django."""

import django
from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["*"],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": ":memory:",
        }
    },
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    ROOT_URLCONF=__name__,
    SECRET_KEY="only-for-this-sample",
)
django.setup()

from django.db import models
from django.http import HttpRequest, JsonResponse
from django.urls import path


class Author(models.Model):
    name = models.CharField(max_length=200)

    class Meta:
        app_label = "library"


class Book(models.Model):
    title = models.CharField(max_length=200)
    author = models.ForeignKey(Author, on_delete=models.CASCADE)

    class Meta:
        app_label = "library"


# region shown
def book_list(request: HttpRequest) -> JsonResponse:
    query = Book.objects.select_related("author")
    books = query.order_by("title")[:50]
    rows = [
        {"title": b.title, "author": b.author.name}
        for b in books
    ]
    return JsonResponse(rows, safe=False)
# endregion


urlpatterns = [path("books", book_list)]
