"""What the address answers."""

from tests.helpers import add, books, keep


def test_an_added_book_leads_to_the_list(client):
    answer = add(client, "Emma", "Jane Austen")
    assert (answer.status_code, answer.location) == (302, "/books")


def test_a_link_adds_nothing(app, client):
    client.get("/books?title=Emma&author=Austen")
    assert books(app) == []


def test_head_adds_nothing(app, client):
    assert client.head("/books").status_code == 200
    assert books(app) == []


def test_put_is_refused(client):
    assert client.put("/books").status_code == 405


def test_delete_is_refused(app, client):
    keep(app, "Emma", "Jane Austen")
    assert client.delete("/books").status_code == 405
    assert books(app) == [("Emma", "Jane Austen")]


def test_another_host_is_refused(client):
    assert client.get("/books", headers={"Host": "elsewhere.example"}).status_code == 400


def test_a_post_without_the_token_is_refused(app, client, monkeypatch):
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    assert add(client, "Emma", "Jane Austen").status_code == 400
    assert books(app) == []
