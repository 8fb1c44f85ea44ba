"""What the list shows."""

from tests.helpers import add, keep, shown


def test_no_book_is_an_empty_list(client):
    assert shown(client) == []


def test_a_book_is_shown_with_its_author(app, client):
    keep(app, "Emma", "Jane Austen")
    assert shown(client) == ["Emma, by Jane Austen"]


def test_an_added_book_is_shown(client):
    add(client, "Emma", "Jane Austen")
    assert shown(client) == ["Emma, by Jane Austen"]


def test_books_are_shown_in_their_order(app, client):
    for title in ["Zadig", "Emma", "Middlemarch"]:
        keep(app, title, f"Author of {title}")
    assert shown(client) == [
        "Zadig, by Author of Zadig",
        "Emma, by Author of Emma",
        "Middlemarch, by Author of Middlemarch",
    ]


def test_sixty_books_are_shown(app, client):
    for number in range(60):
        keep(app, f"Book {number}", f"Author {number}")
    assert len(shown(client)) == 60


def test_markup_in_a_title_is_text(app, client):
    keep(app, "<script>", "Jane Austen")
    assert "<script>" not in client.get("/books").text
    assert shown(client) == ["<script>, by Jane Austen"]


def test_markup_in_an_author_is_text(app, client):
    keep(app, "Emma", "<img src=x>")
    assert "<img" not in client.get("/books").text
    assert shown(client) == ["Emma, by <img src=x>"]


def test_an_ampersand_is_escaped(app, client):
    keep(app, "War & Peace", "Jane Austen")
    assert "War &amp; Peace" in client.get("/books").text


def test_no_book_takes_one_query(client, selects):
    selects.clear()
    client.get("/books")
    assert len(selects) == 1


def test_three_books_take_one_query(app, client, selects):
    for number in range(3):
        keep(app, f"Book {number}", f"Author {number}")
    selects.clear()
    client.get("/books")
    assert len(selects) == 1


def test_fifty_books_take_one_query(app, client, selects):
    for number in range(50):
        keep(app, f"Book {number}", f"Author {number}")
    selects.clear()
    client.get("/books")
    assert len(selects) == 1
