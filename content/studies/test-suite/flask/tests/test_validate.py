"""What the form refuses."""

from tests.helpers import add, authors, books, keep


def test_a_book_without_a_title_is_refused(app, client):
    answer = add(client, None, "Orphan")
    assert answer.status_code == 200
    assert (books(app), authors(app)) == ([], [])


def test_a_book_without_an_author_is_refused(app, client):
    answer = add(client, "Orphan", None)
    assert answer.status_code == 200
    assert (books(app), authors(app)) == ([], [])


def test_a_book_with_an_empty_title_is_refused(app, client):
    answer = add(client, "", "Orphan")
    assert answer.status_code == 200
    assert (books(app), authors(app)) == ([], [])


def test_a_book_with_an_empty_author_is_refused(app, client):
    answer = add(client, "Orphan", "")
    assert answer.status_code == 200
    assert (books(app), authors(app)) == ([], [])


def test_a_book_with_a_title_of_blanks_is_refused(app, client):
    answer = add(client, " \t", "Orphan")
    assert answer.status_code == 200
    assert (books(app), authors(app)) == ([], [])


def test_a_book_with_an_author_of_blanks_is_refused(app, client):
    answer = add(client, "Orphan", "   ")
    assert answer.status_code == 200
    assert (books(app), authors(app)) == ([], [])


def test_a_book_with_a_title_of_a_fixed_space_is_refused(app, client):
    answer = add(client, "\u00a0", "Orphan")
    assert answer.status_code == 200
    assert (books(app), authors(app)) == ([], [])


def test_a_book_with_a_title_of_201_letters_is_refused(app, client):
    answer = add(client, "x" * 201, "Orphan")
    assert answer.status_code == 200
    assert (books(app), authors(app)) == ([], [])


def test_a_book_with_an_author_of_201_letters_is_refused(app, client):
    answer = add(client, "Orphan", "y" * 201)
    assert answer.status_code == 200
    assert (books(app), authors(app)) == ([], [])


def test_a_book_with_a_title_of_5000_letters_is_refused(app, client):
    answer = add(client, "x" * 5000, "Orphan")
    assert answer.status_code == 200
    assert (books(app), authors(app)) == ([], [])


def test_a_book_with_an_author_of_5000_letters_is_refused(app, client):
    answer = add(client, "Orphan", "y" * 5000)
    assert answer.status_code == 200
    assert (books(app), authors(app)) == ([], [])


def test_a_book_with_a_nul_in_its_title_is_refused(app, client):
    answer = add(client, "Or\0phan", "Orphan")
    assert answer.status_code == 200
    assert (books(app), authors(app)) == ([], [])


def test_a_book_with_a_nul_in_its_author_is_refused(app, client):
    answer = add(client, "Orphan", "Or\0phan")
    assert answer.status_code == 200
    assert (books(app), authors(app)) == ([], [])


def test_a_book_with_neither_is_refused(app, client):
    answer = add(client, None, None)
    assert answer.status_code == 200
    assert (books(app), authors(app)) == ([], [])


def test_a_missing_title_is_said(client):
    assert add(client, None, "Jane Austen").text.count("This field is required.") == 1


def test_a_missing_author_is_said(client):
    assert add(client, "Emma", None).text.count("This field is required.") == 1


def test_two_missing_fields_are_said(client):
    assert add(client, None, None).text.count("This field is required.") == 2


def test_a_title_too_long_is_told_the_limit(client):
    assert " 200 characters" in add(client, "x" * 201, "Jane Austen").text


def test_an_author_too_long_is_told_the_limit(client):
    assert " 200 characters" in add(client, "Emma", "y" * 201).text


def test_a_nul_is_named(client):
    assert "Null characters are not allowed." in add(client, "Em\0ma", "Jane Austen").text


def test_one_wrong_field_is_marked(client):
    assert add(client, "", "Jane Austen").text.count("aria-invalid") == 1


def test_a_refused_form_keeps_the_title(client):
    assert 'value="Emma"' in add(client, "Emma", None).text


def test_a_refused_form_keeps_the_author(client):
    assert 'value="Jane Austen"' in add(client, None, "Jane Austen").text


def test_a_refused_form_shows_markup_as_text(client):
    assert "<b>" not in add(client, "<b>", None).text


def test_a_refused_book_leaves_the_others(app, client):
    keep(app, "Emma", "Jane Austen")
    add(client, "", "Jane Austen")
    assert books(app) == [("Emma", "Jane Austen")]


def test_a_refused_form_shows_the_list(app, client):
    keep(app, "Emma", "Jane Austen")
    assert "<li>Emma, by Jane Austen</li>" in add(client, "", "").text
