"""What the address answers."""

from django.test import Client, TestCase

from books.tests.helpers import add, books, keep


class RequestsTest(TestCase):
    def test_an_added_book_leads_to_the_list(self):
        answer = add(self.client, "Emma", "Jane Austen")
        self.assertEqual((answer.status_code, answer.url), (302, "/books"))

    def test_a_link_adds_nothing(self):
        self.client.get("/books?title=Emma&author=Austen")
        self.assertEqual(books(), [])

    def test_head_adds_nothing(self):
        self.assertEqual(self.client.head("/books").status_code, 200)
        self.assertEqual(books(), [])

    def test_put_is_refused(self):
        self.assertEqual(self.client.put("/books").status_code, 405)

    def test_delete_is_refused(self):
        keep("Emma", "Jane Austen")
        self.assertEqual(self.client.delete("/books").status_code, 405)
        self.assertEqual(books(), [("Emma", "Jane Austen")])

    def test_another_host_is_refused(self):
        self.assertEqual(self.client.get("/books", headers={"Host": "elsewhere.example"}).status_code, 400)

    def test_a_post_without_the_token_is_refused(self):
        strict = Client(enforce_csrf_checks=True)
        self.assertEqual(add(strict, "Emma", "Jane Austen").status_code, 403)
        self.assertEqual(books(), [])
