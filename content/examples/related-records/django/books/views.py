"""The list of the books, and the form that adds to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from books.models import Author, Book


@require_http_methods(["GET", "POST"])
def books(request: HttpRequest) -> HttpResponse:
    return add_book(request) if request.method == "POST" else book_list(request)


# region list
def book_list(request: HttpRequest) -> HttpResponse:
    query = Book.objects.select_related("author")
    books = query.order_by("id")
    context = {"books": books}
    return render(request, "books.html", context)
# endregion


def add_book(request: HttpRequest) -> HttpResponse:
    author, _ = Author.objects.get_or_create(name=request.POST["author"])
    Book.objects.create(title=request.POST["title"], author=author)
    return redirect("/books")
