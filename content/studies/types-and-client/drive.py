"""Does with a generated client what a caller of the API does, and says which steps hold.

Called as: drive.py SIDE ADDRESS TOKEN, where the package `client` can be imported. Prints JSON.
"""

import importlib
import inspect
import json
import sys
from collections.abc import Callable
from typing import Any

import attrs

from client import AuthenticatedClient, Client, models

# How the generator names the operations, and what they take, after each description.
NAMES = {
    "flask": {
        "list": "client.api.default.get_api_books",
        "create": "client.api.default.post_api_books",
        "read": "client.api.default.get_api_books_number",
        "bodies": ["BookIn"],
    },
    "django": {
        "list": "client.api.api.api_books_list",
        "create": "client.api.api.api_books_create",
        "read": "client.api.api.api_books_retrieve",
        "bodies": ["BookRequest", "Book"],
    },
}

side, address, token = sys.argv[1:]
names = NAMES[side]
books, create, read = (importlib.import_module(str(names[each])) for each in ("list", "create", "read"))
NewBook = next(getattr(models, name) for name in names["bodies"] if hasattr(models, name))
asks_for_id = any(field.name == "id" and field.default is attrs.NOTHING for field in attrs.fields(NewBook))

known = AuthenticatedClient(base_url=address, token=token)
stranger = AuthenticatedClient(base_url=address, token="made-up")
nobody = Client(base_url=address)


def new_book(title: str, year: int) -> Any:
    """What the client wants for a new book: an id too, where its description asks for one."""
    return NewBook(title=title, year=year, **({"id": 0} if asks_for_id else {}))


def add(title: str, year: int, caller: AuthenticatedClient | Client = known) -> Any:
    return create.sync_detailed(client=caller, body=new_book(title, year))


def read_book(number: int) -> Any:
    return read.sync_detailed(number, client=known)


def all_titles() -> list[str]:
    titles: list[str] = []
    for page in range(1, 100):
        answer = books.sync_detailed(client=known, page=page, per_page=7)
        titles += [book.title for book in answer.parsed.results]
        if answer.parsed.next_ is None:
            break
    return titles


def count() -> int:
    return int(books.sync(client=known).count)


def takes_a_whole_number() -> bool:
    first = next(iter(inspect.signature(read.sync_detailed).parameters.values()))
    return first.annotation in (int, "int")


def creates() -> bool:
    answer = add("Emma", 1815)
    return bool(answer.status_code == 201 and (answer.parsed.title, answer.parsed.year) == ("Emma", 1815))


def reads_what_it_created() -> bool:
    made = add("Persuasion", 1817).parsed
    found = read_book(made.id)
    return bool(found.status_code == 200 and found.parsed == made)


def cuts_pages() -> bool:
    page = books.sync(client=known, page=2, per_page=5)
    return [book.title for book in page.results] == [f"Book {number}" for number in range(6, 11)]


def follows_to_the_end() -> bool:
    titles = all_titles()
    return len(titles) == count() and set(titles) >= {f"Book {number}" for number in range(1, 46)}


def offers_no_change() -> bool:
    """The API lets nobody change or delete a book, so a client has nothing for it."""
    api = importlib.import_module(str(names["list"]).rsplit(".", 1)[0])
    modules = [name for name in dir(api) if not name.startswith("_")]
    return not any(word in name for name in modules for word in ("put", "patch", "update", "delete", "destroy"))


refusals: dict[str, Any] = {}


def refuses(what: str, statuses: set[int], ask: Callable[[], Any]) -> bool:
    before = count()
    answer = ask()
    refusals[what] = answer.parsed
    return answer.status_code in statuses and count() == before


for number in range(1, 46):
    assert add(f"Book {number}", 1900 + number).status_code == 201, number

steps = {
    "creates a book": creates,
    "asks for no id of a new book": lambda: not asks_for_id,
    "reads the book that it created": reads_what_it_created,
    "takes the number of a book as a whole number": takes_a_whole_number,
    "cuts pages as asked": cuts_pages,
    "follows the pages to the end": follows_to_the_end,
    "is told that a book does not exist": lambda: refuses("missing", {404}, lambda: read_book(999999)),
    "is told that a page does not exist": lambda: refuses(
        "page", {404}, lambda: books.sync_detailed(client=known, page=999)
    ),
    "is refused a year before printing": lambda: refuses("year", {400, 422}, lambda: add("Emma", 1449)),
    "is refused an empty title": lambda: refuses("title", {400, 422}, lambda: add("", 2000)),
    "is refused without a token": lambda: refuses("nobody", {401}, lambda: add("Forged", 2000, nobody)),
    "is refused with a wrong token": lambda: refuses("stranger", {401}, lambda: add("Forged", 2000, stranger)),
    "has nothing to change or delete a book": offers_no_change,
}


def holds(step: Callable[[], bool]) -> bool:
    try:
        return step()
    except Exception as error:  # whatever a caller would stumble over is a step that does not hold
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return False


def may_be_missing(kind: type) -> int:
    return sum("Unset" in str(field.type) for field in attrs.fields(kind))


held = {what: holds(step) for what, step in steps.items()}
page = books.sync(client=known)
answers = {type(page), type(page.results[0]), type(read.sync(1, client=known)), type(add("Typed", 2000).parsed)}
print(
    json.dumps(
        {
            "steps": held,
            "typedRefusals": sum(parsed is not None for parsed in refusals.values()),
            "refusals": len(refusals),
            "mayBeMissing": sum(may_be_missing(kind) for kind in answers),
        }
    )
)
