"""Every address of the site."""

from django.urls import path

from books.views import books

urlpatterns = [path("books", books)]
