"""Every address of the API."""

from django.urls import path
from drf_spectacular.views import SpectacularJSONAPIView

from books.views import BookList, OneBook

urlpatterns = [
    path("api/books", BookList.as_view()),
    path("api/books/<int:pk>", OneBook.as_view()),
    path("openapi.json", SpectacularJSONAPIView.as_view()),
]
