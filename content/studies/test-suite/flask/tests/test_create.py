"""What the form keeps."""

from tests.helpers import add, books, keep


def test_a_book_is_kept(app, client):
    add(client, "Emma", "Jane Austen")
    assert books(app) == [("Emma", "Jane Austen")]


def test_a_title_in_other_letters_is_kept(app, client):
    add(client, "Ævintýri Þórs", "Jane Austen")
    assert books(app) == [("Ævintýri Þórs", "Jane Austen")]


def test_a_title_in_chinese_is_kept(app, client):
    add(client, "紅樓夢", "Jane Austen")
    assert books(app) == [("紅樓夢", "Jane Austen")]


def test_a_title_with_an_emoji_is_kept(app, client):
    add(client, "Moby 🐳 Dick", "Jane Austen")
    assert books(app) == [("Moby 🐳 Dick", "Jane Austen")]


def test_a_title_with_an_apostrophe_is_kept(app, client):
    add(client, "Finnegan's Wake", "Jane Austen")
    assert books(app) == [("Finnegan's Wake", "Jane Austen")]


def test_a_title_with_quotation_marks_is_kept(app, client):
    add(client, 'The "Great" Gatsby', "Jane Austen")
    assert books(app) == [('The "Great" Gatsby', "Jane Austen")]


def test_a_title_with_an_ampersand_is_kept(app, client):
    add(client, "War & Peace", "Jane Austen")
    assert books(app) == [("War & Peace", "Jane Austen")]


def test_a_title_with_markup_is_kept(app, client):
    add(client, "<b>Ulysses</b>", "Jane Austen")
    assert books(app) == [("<b>Ulysses</b>", "Jane Austen")]


def test_a_title_with_a_percent_sign_is_kept(app, client):
    add(client, "100% Wolf", "Jane Austen")
    assert books(app) == [("100% Wolf", "Jane Austen")]


def test_a_title_with_an_underscore_is_kept(app, client):
    add(client, "snake_case", "Jane Austen")
    assert books(app) == [("snake_case", "Jane Austen")]


def test_a_title_with_a_backslash_is_kept(app, client):
    add(client, "back\\slash", "Jane Austen")
    assert books(app) == [("back\\slash", "Jane Austen")]


def test_a_title_that_looks_like_sql_is_kept(app, client):
    add(client, "x'); DROP TABLE book; --", "Jane Austen")
    assert books(app) == [("x'); DROP TABLE book; --", "Jane Austen")]


def test_a_title_with_blanks_inside_is_kept(app, client):
    add(client, "The  Two   Towers", "Jane Austen")
    assert books(app) == [("The  Two   Towers", "Jane Austen")]


def test_a_title_of_one_letter_is_kept(app, client):
    add(client, "V", "Jane Austen")
    assert books(app) == [("V", "Jane Austen")]


def test_a_title_of_digits_is_kept(app, client):
    add(client, "1984", "Jane Austen")
    assert books(app) == [("1984", "Jane Austen")]


def test_a_title_with_zeros_in_front_is_kept(app, client):
    add(client, "007", "Jane Austen")
    assert books(app) == [("007", "Jane Austen")]


def test_an_author_in_other_letters_is_kept(app, client):
    add(client, "Emma", "Ævintýri Þórs")
    assert books(app) == [("Emma", "Ævintýri Þórs")]


def test_an_author_in_chinese_is_kept(app, client):
    add(client, "Emma", "紅樓夢")
    assert books(app) == [("Emma", "紅樓夢")]


def test_an_author_with_an_emoji_is_kept(app, client):
    add(client, "Emma", "Moby 🐳 Dick")
    assert books(app) == [("Emma", "Moby 🐳 Dick")]


def test_an_author_with_an_apostrophe_is_kept(app, client):
    add(client, "Emma", "Finnegan's Wake")
    assert books(app) == [("Emma", "Finnegan's Wake")]


def test_an_author_with_quotation_marks_is_kept(app, client):
    add(client, "Emma", 'The "Great" Gatsby')
    assert books(app) == [("Emma", 'The "Great" Gatsby')]


def test_an_author_with_an_ampersand_is_kept(app, client):
    add(client, "Emma", "War & Peace")
    assert books(app) == [("Emma", "War & Peace")]


def test_an_author_with_markup_is_kept(app, client):
    add(client, "Emma", "<b>Ulysses</b>")
    assert books(app) == [("Emma", "<b>Ulysses</b>")]


def test_an_author_with_a_percent_sign_is_kept(app, client):
    add(client, "Emma", "100% Wolf")
    assert books(app) == [("Emma", "100% Wolf")]


def test_an_author_that_looks_like_sql_is_kept(app, client):
    add(client, "Emma", "x'); DROP TABLE book; --")
    assert books(app) == [("Emma", "x'); DROP TABLE book; --")]


def test_an_author_with_blanks_inside_is_kept(app, client):
    add(client, "Emma", "The  Two   Towers")
    assert books(app) == [("Emma", "The  Two   Towers")]


def test_an_author_of_one_letter_is_kept(app, client):
    add(client, "Emma", "V")
    assert books(app) == [("Emma", "V")]


def test_a_title_of_200_letters_is_kept(app, client):
    add(client, "x" * 200, "Jane Austen")
    assert books(app) == [("x" * 200, "Jane Austen")]


def test_an_author_of_200_letters_is_kept(app, client):
    add(client, "Emma", "y" * 200)
    assert books(app) == [("Emma", "y" * 200)]


def test_blanks_in_front_of_a_title_are_dropped(app, client):
    add(client, "  Emma", "Jane Austen")
    assert books(app) == [("Emma", "Jane Austen")]


def test_blanks_behind_a_title_are_dropped(app, client):
    add(client, "Emma  ", "Jane Austen")
    assert books(app) == [("Emma", "Jane Austen")]


def test_blanks_as_tabs_around_a_title_are_dropped(app, client):
    add(client, "\tEmma\t", "Jane Austen")
    assert books(app) == [("Emma", "Jane Austen")]


def test_blanks_in_front_of_an_author_are_dropped(app, client):
    add(client, "Emma", "  Jane Austen")
    assert books(app) == [("Emma", "Jane Austen")]


def test_blanks_behind_an_author_are_dropped(app, client):
    add(client, "Emma", "Jane Austen  ")
    assert books(app) == [("Emma", "Jane Austen")]


def test_blanks_as_tabs_around_an_author_are_dropped(app, client):
    add(client, "Emma", "\tJane Austen\t")
    assert books(app) == [("Emma", "Jane Austen")]


def test_two_books_are_kept_in_their_order(app, client):
    add(client, "Emma", "Jane Austen")
    add(client, "Middlemarch", "George Eliot")
    assert books(app) == [("Emma", "Jane Austen"), ("Middlemarch", "George Eliot")]


def test_the_same_title_is_kept_twice(app, client):
    add(client, "Emma", "Jane Austen")
    add(client, "Emma", "Jane Austen")
    assert books(app) == [("Emma", "Jane Austen"), ("Emma", "Jane Austen")]


def test_ten_books_are_kept(app, client):
    for number in range(10):
        add(client, f"Book {number}", f"Author {number}")
    assert len(books(app)) == 10


def test_a_field_that_the_form_lacks_is_ignored(app, client):
    client.post("/books", data={"title": "Emma", "author": "Jane Austen", "id": "77", "price": "1"})
    assert books(app) == [("Emma", "Jane Austen")]


def test_a_book_joins_those_that_were_there(app, client):
    keep(app, "Middlemarch", "George Eliot")
    add(client, "Emma", "Jane Austen")
    assert books(app) == [("Middlemarch", "George Eliot"), ("Emma", "Jane Austen")]
