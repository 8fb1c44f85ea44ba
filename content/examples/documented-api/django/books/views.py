"""The answers of the API."""

# region views
from django.db import models
from rest_framework import generics, serializers

from books.fields import Text, WholeNumber
from books.models import Book

class BookSerializer(serializers.ModelSerializer):
    serializer_field_mapping = {
        models.BigAutoField: WholeNumber,
        models.CharField: Text,
        models.PositiveSmallIntegerField: WholeNumber,
    }

    class Meta:
        model = Book
        fields = ["id", "title", "year"]

class BookList(generics.ListCreateAPIView):
    queryset = Book.objects.order_by("id")
    serializer_class = BookSerializer

class OneBook(generics.RetrieveAPIView):
    queryset = Book.objects.all()
    serializer_class = BookSerializer
# endregion
