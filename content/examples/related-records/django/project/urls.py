"""Every address of the site."""

from django.urls import path

from books.views import index

urlpatterns = [path("books", index, name="books")]
