"""What the form keeps."""

from django.test import TestCase

from books.tests.helpers import add, books, keep


class CreateTest(TestCase):
    def test_a_book_is_kept(self):
        add(self.client, "Emma", "Jane Austen")
        self.assertEqual(books(), [("Emma", "Jane Austen")])

    def test_a_title_in_other_letters_is_kept(self):
        add(self.client, "Ævintýri Þórs", "Jane Austen")
        self.assertEqual(books(), [("Ævintýri Þórs", "Jane Austen")])

    def test_a_title_in_chinese_is_kept(self):
        add(self.client, "紅樓夢", "Jane Austen")
        self.assertEqual(books(), [("紅樓夢", "Jane Austen")])

    def test_a_title_with_an_emoji_is_kept(self):
        add(self.client, "Moby 🐳 Dick", "Jane Austen")
        self.assertEqual(books(), [("Moby 🐳 Dick", "Jane Austen")])

    def test_a_title_with_an_apostrophe_is_kept(self):
        add(self.client, "Finnegan's Wake", "Jane Austen")
        self.assertEqual(books(), [("Finnegan's Wake", "Jane Austen")])

    def test_a_title_with_quotation_marks_is_kept(self):
        add(self.client, 'The "Great" Gatsby', "Jane Austen")
        self.assertEqual(books(), [('The "Great" Gatsby', "Jane Austen")])

    def test_a_title_with_an_ampersand_is_kept(self):
        add(self.client, "War & Peace", "Jane Austen")
        self.assertEqual(books(), [("War & Peace", "Jane Austen")])

    def test_a_title_with_markup_is_kept(self):
        add(self.client, "<b>Ulysses</b>", "Jane Austen")
        self.assertEqual(books(), [("<b>Ulysses</b>", "Jane Austen")])

    def test_a_title_with_a_percent_sign_is_kept(self):
        add(self.client, "100% Wolf", "Jane Austen")
        self.assertEqual(books(), [("100% Wolf", "Jane Austen")])

    def test_a_title_with_an_underscore_is_kept(self):
        add(self.client, "snake_case", "Jane Austen")
        self.assertEqual(books(), [("snake_case", "Jane Austen")])

    def test_a_title_with_a_backslash_is_kept(self):
        add(self.client, "back\\slash", "Jane Austen")
        self.assertEqual(books(), [("back\\slash", "Jane Austen")])

    def test_a_title_that_looks_like_sql_is_kept(self):
        add(self.client, "x'); DROP TABLE book; --", "Jane Austen")
        self.assertEqual(books(), [("x'); DROP TABLE book; --", "Jane Austen")])

    def test_a_title_with_blanks_inside_is_kept(self):
        add(self.client, "The  Two   Towers", "Jane Austen")
        self.assertEqual(books(), [("The  Two   Towers", "Jane Austen")])

    def test_a_title_of_one_letter_is_kept(self):
        add(self.client, "V", "Jane Austen")
        self.assertEqual(books(), [("V", "Jane Austen")])

    def test_a_title_of_digits_is_kept(self):
        add(self.client, "1984", "Jane Austen")
        self.assertEqual(books(), [("1984", "Jane Austen")])

    def test_a_title_with_zeros_in_front_is_kept(self):
        add(self.client, "007", "Jane Austen")
        self.assertEqual(books(), [("007", "Jane Austen")])

    def test_an_author_in_other_letters_is_kept(self):
        add(self.client, "Emma", "Ævintýri Þórs")
        self.assertEqual(books(), [("Emma", "Ævintýri Þórs")])

    def test_an_author_in_chinese_is_kept(self):
        add(self.client, "Emma", "紅樓夢")
        self.assertEqual(books(), [("Emma", "紅樓夢")])

    def test_an_author_with_an_emoji_is_kept(self):
        add(self.client, "Emma", "Moby 🐳 Dick")
        self.assertEqual(books(), [("Emma", "Moby 🐳 Dick")])

    def test_an_author_with_an_apostrophe_is_kept(self):
        add(self.client, "Emma", "Finnegan's Wake")
        self.assertEqual(books(), [("Emma", "Finnegan's Wake")])

    def test_an_author_with_quotation_marks_is_kept(self):
        add(self.client, "Emma", 'The "Great" Gatsby')
        self.assertEqual(books(), [("Emma", 'The "Great" Gatsby')])

    def test_an_author_with_an_ampersand_is_kept(self):
        add(self.client, "Emma", "War & Peace")
        self.assertEqual(books(), [("Emma", "War & Peace")])

    def test_an_author_with_markup_is_kept(self):
        add(self.client, "Emma", "<b>Ulysses</b>")
        self.assertEqual(books(), [("Emma", "<b>Ulysses</b>")])

    def test_an_author_with_a_percent_sign_is_kept(self):
        add(self.client, "Emma", "100% Wolf")
        self.assertEqual(books(), [("Emma", "100% Wolf")])

    def test_an_author_that_looks_like_sql_is_kept(self):
        add(self.client, "Emma", "x'); DROP TABLE book; --")
        self.assertEqual(books(), [("Emma", "x'); DROP TABLE book; --")])

    def test_an_author_with_blanks_inside_is_kept(self):
        add(self.client, "Emma", "The  Two   Towers")
        self.assertEqual(books(), [("Emma", "The  Two   Towers")])

    def test_an_author_of_one_letter_is_kept(self):
        add(self.client, "Emma", "V")
        self.assertEqual(books(), [("Emma", "V")])

    def test_a_title_of_200_letters_is_kept(self):
        add(self.client, "x" * 200, "Jane Austen")
        self.assertEqual(books(), [("x" * 200, "Jane Austen")])

    def test_an_author_of_200_letters_is_kept(self):
        add(self.client, "Emma", "y" * 200)
        self.assertEqual(books(), [("Emma", "y" * 200)])

    def test_blanks_in_front_of_a_title_are_dropped(self):
        add(self.client, "  Emma", "Jane Austen")
        self.assertEqual(books(), [("Emma", "Jane Austen")])

    def test_blanks_behind_a_title_are_dropped(self):
        add(self.client, "Emma  ", "Jane Austen")
        self.assertEqual(books(), [("Emma", "Jane Austen")])

    def test_blanks_as_tabs_around_a_title_are_dropped(self):
        add(self.client, "\tEmma\t", "Jane Austen")
        self.assertEqual(books(), [("Emma", "Jane Austen")])

    def test_blanks_in_front_of_an_author_are_dropped(self):
        add(self.client, "Emma", "  Jane Austen")
        self.assertEqual(books(), [("Emma", "Jane Austen")])

    def test_blanks_behind_an_author_are_dropped(self):
        add(self.client, "Emma", "Jane Austen  ")
        self.assertEqual(books(), [("Emma", "Jane Austen")])

    def test_blanks_as_tabs_around_an_author_are_dropped(self):
        add(self.client, "Emma", "\tJane Austen\t")
        self.assertEqual(books(), [("Emma", "Jane Austen")])

    def test_two_books_are_kept_in_their_order(self):
        add(self.client, "Emma", "Jane Austen")
        add(self.client, "Middlemarch", "George Eliot")
        self.assertEqual(books(), [("Emma", "Jane Austen"), ("Middlemarch", "George Eliot")])

    def test_the_same_title_is_kept_twice(self):
        add(self.client, "Emma", "Jane Austen")
        add(self.client, "Emma", "Jane Austen")
        self.assertEqual(books(), [("Emma", "Jane Austen"), ("Emma", "Jane Austen")])

    def test_ten_books_are_kept(self):
        for number in range(10):
            add(self.client, f"Book {number}", f"Author {number}")
        self.assertEqual(len(books()), 10)

    def test_a_field_that_the_form_lacks_is_ignored(self):
        self.client.post("/books", {"title": "Emma", "author": "Jane Austen", "id": "77", "price": "1"})
        self.assertEqual(books(), [("Emma", "Jane Austen")])

    def test_a_book_joins_those_that_were_there(self):
        keep("Middlemarch", "George Eliot")
        add(self.client, "Emma", "Jane Austen")
        self.assertEqual(books(), [("Middlemarch", "George Eliot"), ("Emma", "Jane Austen")])
