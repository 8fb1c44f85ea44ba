"""The form for a new book."""

from django import forms
from django.db import transaction

from books.models import Author, Book


class BookForm(forms.ModelForm):
    author = forms.CharField(max_length=200)

    class Meta:
        model = Book
        fields = ["title"]

    @transaction.atomic
    def save(self, commit: bool = True) -> Book:
        name = self.cleaned_data["author"]
        self.instance.author, _ = Author.objects.get_or_create(name=name)
        return super().save(commit)
