"""What the list shows."""

from django.test import TestCase

from books.tests.helpers import add, keep, shown


class ShownTest(TestCase):
    def test_no_book_is_an_empty_list(self):
        self.assertEqual(shown(self.client), [])

    def test_a_book_is_shown_with_its_author(self):
        keep("Emma", "Jane Austen")
        self.assertEqual(shown(self.client), ["Emma, by Jane Austen"])

    def test_an_added_book_is_shown(self):
        add(self.client, "Emma", "Jane Austen")
        self.assertEqual(shown(self.client), ["Emma, by Jane Austen"])

    def test_books_are_shown_in_their_order(self):
        for title in ["Zadig", "Emma", "Middlemarch"]:
            keep(title, f"Author of {title}")
        self.assertEqual(
            shown(self.client),
            ["Zadig, by Author of Zadig", "Emma, by Author of Emma", "Middlemarch, by Author of Middlemarch"],
        )

    def test_sixty_books_are_shown(self):
        for number in range(60):
            keep(f"Book {number}", f"Author {number}")
        self.assertEqual(len(shown(self.client)), 60)

    def test_markup_in_a_title_is_text(self):
        keep("<script>", "Jane Austen")
        self.assertNotIn("<script>", self.client.get("/books").text)
        self.assertEqual(shown(self.client), ["<script>, by Jane Austen"])

    def test_markup_in_an_author_is_text(self):
        keep("Emma", "<img src=x>")
        self.assertNotIn("<img", self.client.get("/books").text)
        self.assertEqual(shown(self.client), ["Emma, by <img src=x>"])

    def test_an_ampersand_is_escaped(self):
        keep("War & Peace", "Jane Austen")
        self.assertIn("War &amp; Peace", self.client.get("/books").text)

    def test_no_book_takes_one_query(self):
        with self.assertNumQueries(1):
            self.client.get("/books")

    def test_three_books_take_one_query(self):
        for number in range(3):
            keep(f"Book {number}", f"Author {number}")
        with self.assertNumQueries(1):
            self.client.get("/books")

    def test_fifty_books_take_one_query(self):
        for number in range(50):
            keep(f"Book {number}", f"Author {number}")
        with self.assertNumQueries(1):
            self.client.get("/books")
