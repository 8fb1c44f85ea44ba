"""One record for each author."""

from django.test import TestCase

from books.tests.helpers import add, authors, books, keep


class AuthorsTest(TestCase):
    def test_a_known_author_is_not_doubled(self):
        keep("Emma", "Jane Austen")
        add(self.client, "Persuasion", "Jane Austen")
        self.assertEqual(authors(), ["Jane Austen"])

    def test_three_books_of_one_author_share_it(self):
        for title in ["Emma", "Persuasion", "Sanditon"]:
            add(self.client, title, "Jane Austen")
        self.assertEqual(authors(), ["Jane Austen"])
        self.assertEqual(len(books()), 3)

    def test_two_authors_are_two(self):
        add(self.client, "Emma", "Jane Austen")
        add(self.client, "Middlemarch", "George Eliot")
        self.assertEqual(authors(), ["Jane Austen", "George Eliot"])

    def test_a_name_that_differs_in_a_capital_is_another_author(self):
        keep("Emma", "Jane Austen")
        add(self.client, "Persuasion", "jane austen")
        self.assertEqual(authors(), ["Jane Austen", "jane austen"])

    def test_a_name_that_differs_in_length_is_another_author(self):
        keep("Emma", "Jane Austen")
        add(self.client, "Persuasion", "Jane Austen II")
        self.assertEqual(authors(), ["Jane Austen", "Jane Austen II"])

    def test_a_name_that_differs_in_an_accent_is_another_author(self):
        keep("Emma", "Jane Austen")
        add(self.client, "Persuasion", "Jané Austen")
        self.assertEqual(authors(), ["Jane Austen", "Jané Austen"])

    def test_a_name_that_differs_as_a_pattern_would_is_another_author(self):
        keep("Emma", "Jane Austen")
        add(self.client, "Persuasion", "Jane%")
        self.assertEqual(authors(), ["Jane Austen", "Jane%"])

    def test_a_name_that_differs_as_a_wildcard_would_is_another_author(self):
        keep("Emma", "Jane Austen")
        add(self.client, "Persuasion", "Jane_Austen")
        self.assertEqual(authors(), ["Jane Austen", "Jane_Austen"])

    def test_blanks_around_a_known_author_make_no_other(self):
        keep("Emma", "Jane Austen")
        add(self.client, "Persuasion", " Jane Austen ")
        self.assertEqual(authors(), ["Jane Austen"])
