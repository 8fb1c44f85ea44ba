"""The list of the books, and the form that adds to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from books.forms import BookForm
from books.models import Book


# region list
@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        form = BookForm(request.POST)
        if form.is_valid():
            form.save()
            return redirect("books")
    else:
        form = BookForm()
    query = Book.objects.select_related("author")
    books = query.order_by("id")
    context = {"books": books, "form": form}
    return render(request, "books.html", context)
# endregion
