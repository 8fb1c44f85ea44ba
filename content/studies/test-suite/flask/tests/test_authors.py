"""One record for each author."""

from tests.helpers import add, authors, books, keep


def test_a_known_author_is_not_doubled(app, client):
    keep(app, "Emma", "Jane Austen")
    add(client, "Persuasion", "Jane Austen")
    assert authors(app) == ["Jane Austen"]


def test_three_books_of_one_author_share_it(app, client):
    for title in ["Emma", "Persuasion", "Sanditon"]:
        add(client, title, "Jane Austen")
    assert authors(app) == ["Jane Austen"]
    assert len(books(app)) == 3


def test_two_authors_are_two(app, client):
    add(client, "Emma", "Jane Austen")
    add(client, "Middlemarch", "George Eliot")
    assert authors(app) == ["Jane Austen", "George Eliot"]


def test_a_name_that_differs_in_a_capital_is_another_author(app, client):
    keep(app, "Emma", "Jane Austen")
    add(client, "Persuasion", "jane austen")
    assert authors(app) == ["Jane Austen", "jane austen"]


def test_a_name_that_differs_in_length_is_another_author(app, client):
    keep(app, "Emma", "Jane Austen")
    add(client, "Persuasion", "Jane Austen II")
    assert authors(app) == ["Jane Austen", "Jane Austen II"]


def test_a_name_that_differs_in_an_accent_is_another_author(app, client):
    keep(app, "Emma", "Jane Austen")
    add(client, "Persuasion", "Jané Austen")
    assert authors(app) == ["Jane Austen", "Jané Austen"]


def test_a_name_that_differs_as_a_pattern_would_is_another_author(app, client):
    keep(app, "Emma", "Jane Austen")
    add(client, "Persuasion", "Jane%")
    assert authors(app) == ["Jane Austen", "Jane%"]


def test_a_name_that_differs_as_a_wildcard_would_is_another_author(app, client):
    keep(app, "Emma", "Jane Austen")
    add(client, "Persuasion", "Jane_Austen")
    assert authors(app) == ["Jane Austen", "Jane_Austen"]


def test_blanks_around_a_known_author_make_no_other(app, client):
    keep(app, "Emma", "Jane Austen")
    add(client, "Persuasion", " Jane Austen ")
    assert authors(app) == ["Jane Austen"]
