"""What is done once: the tables, and the first people."""

import os

from flask import Blueprint
from flask_security import hash_password

from shop.models import db
from shop.staff import users

setup = Blueprint("setup", __name__, cli_group=None)


@setup.cli.command("create-tables")
def create_tables() -> None:
    """Make the tables; a project that lives on uses migrations instead."""
    db.create_all()


@setup.cli.command("add-people")
def add_people() -> None:
    """Add a member of staff and a customer, with the passwords of the environment."""
    staff = users.find_or_create_role("staff")
    people = {"clerk": [staff], "customer": []}
    for name, roles in people.items():
        password = hash_password(os.environ[f"{name.upper()}_PASSWORD"])
        users.create_user(email=f"{name}@mail.example.com", password=password, roles=roles)
    users.commit()
