"""What the database itself holds."""

from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.test import TestCase

from books.models import Author, Book
from books.tests.helpers import authors, books, keep


class RelationsTest(TestCase):
    def test_the_name_of_an_author_is_unique(self):
        keep("Emma", "Jane Austen")
        with self.assertRaises(IntegrityError), transaction.atomic():
            keep("Persuasion", "Jane Austen")

    def test_a_book_needs_an_author(self):
        with self.assertRaises(IntegrityError), transaction.atomic():
            Book.objects.create(title="Emma")

    def test_a_book_needs_an_author_that_exists(self):
        with self.assertRaises(IntegrityError), transaction.atomic():
            Book.objects.create(title="Emma", author_id=999)
            connection.check_constraints()

    def test_an_author_with_books_stays(self):
        keep("Emma", "Jane Austen")
        with self.assertRaises(ProtectedError):
            Author.objects.get().delete()

    def test_an_author_without_books_can_go(self):
        Author.objects.create(name="Jane Austen")
        Author.objects.get().delete()
        self.assertEqual(authors(), [])

    def test_a_book_goes_without_its_author(self):
        keep("Emma", "Jane Austen")
        Book.objects.get().delete()
        self.assertEqual((books(), authors()), ([], ["Jane Austen"]))

    def test_a_book_can_move_to_another_author(self):
        keep("Emma", "Jane Austin")
        book = Book.objects.get()
        book.author = Author.objects.create(name="Jane Austen")
        book.save()
        self.assertEqual(books(), [("Emma", "Jane Austen")])
