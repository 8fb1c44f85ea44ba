"""What the form refuses."""

from django.test import TestCase

from books.tests.helpers import add, authors, books, keep


class ValidateTest(TestCase):
    def test_a_book_without_a_title_is_refused(self):
        answer = add(self.client, None, "Orphan")
        self.assertEqual(answer.status_code, 200)
        self.assertEqual((books(), authors()), ([], []))

    def test_a_book_without_an_author_is_refused(self):
        answer = add(self.client, "Orphan", None)
        self.assertEqual(answer.status_code, 200)
        self.assertEqual((books(), authors()), ([], []))

    def test_a_book_with_an_empty_title_is_refused(self):
        answer = add(self.client, "", "Orphan")
        self.assertEqual(answer.status_code, 200)
        self.assertEqual((books(), authors()), ([], []))

    def test_a_book_with_an_empty_author_is_refused(self):
        answer = add(self.client, "Orphan", "")
        self.assertEqual(answer.status_code, 200)
        self.assertEqual((books(), authors()), ([], []))

    def test_a_book_with_a_title_of_blanks_is_refused(self):
        answer = add(self.client, " \t", "Orphan")
        self.assertEqual(answer.status_code, 200)
        self.assertEqual((books(), authors()), ([], []))

    def test_a_book_with_an_author_of_blanks_is_refused(self):
        answer = add(self.client, "Orphan", "   ")
        self.assertEqual(answer.status_code, 200)
        self.assertEqual((books(), authors()), ([], []))

    def test_a_book_with_a_title_of_a_fixed_space_is_refused(self):
        answer = add(self.client, "\xa0", "Orphan")
        self.assertEqual(answer.status_code, 200)
        self.assertEqual((books(), authors()), ([], []))

    def test_a_book_with_a_title_of_201_letters_is_refused(self):
        answer = add(self.client, "x" * 201, "Orphan")
        self.assertEqual(answer.status_code, 200)
        self.assertEqual((books(), authors()), ([], []))

    def test_a_book_with_an_author_of_201_letters_is_refused(self):
        answer = add(self.client, "Orphan", "y" * 201)
        self.assertEqual(answer.status_code, 200)
        self.assertEqual((books(), authors()), ([], []))

    def test_a_book_with_a_title_of_5000_letters_is_refused(self):
        answer = add(self.client, "x" * 5000, "Orphan")
        self.assertEqual(answer.status_code, 200)
        self.assertEqual((books(), authors()), ([], []))

    def test_a_book_with_an_author_of_5000_letters_is_refused(self):
        answer = add(self.client, "Orphan", "y" * 5000)
        self.assertEqual(answer.status_code, 200)
        self.assertEqual((books(), authors()), ([], []))

    def test_a_book_with_a_nul_in_its_title_is_refused(self):
        answer = add(self.client, "Or\x00phan", "Orphan")
        self.assertEqual(answer.status_code, 200)
        self.assertEqual((books(), authors()), ([], []))

    def test_a_book_with_a_nul_in_its_author_is_refused(self):
        answer = add(self.client, "Orphan", "Or\x00phan")
        self.assertEqual(answer.status_code, 200)
        self.assertEqual((books(), authors()), ([], []))

    def test_a_book_with_neither_is_refused(self):
        answer = add(self.client, None, None)
        self.assertEqual(answer.status_code, 200)
        self.assertEqual((books(), authors()), ([], []))

    def test_a_missing_title_is_said(self):
        self.assertEqual(add(self.client, None, "Jane Austen").text.count("This field is required."), 1)

    def test_a_missing_author_is_said(self):
        self.assertEqual(add(self.client, "Emma", None).text.count("This field is required."), 1)

    def test_two_missing_fields_are_said(self):
        self.assertEqual(add(self.client, None, None).text.count("This field is required."), 2)

    def test_a_title_too_long_is_told_the_limit(self):
        self.assertIn(" 200 characters", add(self.client, "x" * 201, "Jane Austen").text)

    def test_an_author_too_long_is_told_the_limit(self):
        self.assertIn(" 200 characters", add(self.client, "Emma", "y" * 201).text)

    def test_a_nul_is_named(self):
        self.assertIn("Null characters are not allowed.", add(self.client, "Em\x00ma", "Jane Austen").text)

    def test_one_wrong_field_is_marked(self):
        self.assertEqual(add(self.client, "", "Jane Austen").text.count("aria-invalid"), 1)

    def test_a_refused_form_keeps_the_title(self):
        self.assertIn('value="Emma"', add(self.client, "Emma", None).text)

    def test_a_refused_form_keeps_the_author(self):
        self.assertIn('value="Jane Austen"', add(self.client, None, "Jane Austen").text)

    def test_a_refused_form_shows_markup_as_text(self):
        self.assertNotIn("<b>", add(self.client, "<b>", None).text)

    def test_a_refused_book_leaves_the_others(self):
        keep("Emma", "Jane Austen")
        add(self.client, "", "Jane Austen")
        self.assertEqual(books(), [("Emma", "Jane Austen")])

    def test_a_refused_form_shows_the_list(self):
        keep("Emma", "Jane Austen")
        self.assertIn("<li>Emma, by Jane Austen</li>", add(self.client, "", "").text)
