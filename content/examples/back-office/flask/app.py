"""Products, categories and the screens in which office staff keep them."""

import os
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated

from flask import Flask, abort, redirect, request
from flask.typing import ResponseReturnValue
from flask_admin import Admin, AdminIndexView
from flask_admin.contrib.sqla import ModelView
from flask_security import Security, SQLAlchemyUserDatastore, current_user
from flask_security import hash_password, url_for_security
from flask_security.models import fsqla_v3
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import ForeignKey, Numeric, String, inspect
from sqlalchemy.orm import Mapped, mapped_column, relationship

PrimaryKey = Annotated[int, mapped_column(primary_key=True)]
Money = Annotated[Decimal, mapped_column(Numeric(8, 2))]

app = Flask(__name__)
app.config.update(
    SECRET_KEY=os.environ["SECRET_KEY"],
    SESSION_COOKIE_SECURE=True,
    SESSION_COOKIE_SAMESITE="Lax",
    SQLALCHEMY_DATABASE_URI="sqlite:///shop.db",
    SECURITY_PASSWORD_SALT=os.environ["PASSWORD_SALT"],
    SECURITY_LOGIN_URL="/admin/login/",
    SECURITY_LOGOUT_CSRF=True,
    SECURITY_RETURN_GENERIC_RESPONSES=True,
)
CSRFProtect(app)
db = SQLAlchemy(app)
fsqla_v3.FsModels.set_db_info(db)


class Role(db.Model, fsqla_v3.FsRoleMixin):
    pass


class User(db.Model, fsqla_v3.FsUserMixin):
    pass


users = SQLAlchemyUserDatastore(db, User, Role)
Security(app, users)


class Category(db.Model):
    id: Mapped[PrimaryKey]
    name: Mapped[str] = mapped_column(
        String(80), unique=True
    )

    def __str__(self) -> str:
        return self.name


class Product(db.Model):
    id: Mapped[PrimaryKey]
    name: Mapped[str] = mapped_column(String(120))
    price: Mapped[Money]
    category_id: Mapped[int] = mapped_column(
        ForeignKey(Category.id)
    )
    category: Mapped[Category] = relationship()

    def __str__(self) -> str:
        return self.name


# region guard
class StaffOnly:
    def is_accessible(self) -> bool:
        return current_user.has_role("staff")

    def inaccessible_callback(
        self, name: str, **rest: object
    ) -> ResponseReturnValue:
        if current_user.is_authenticated:
            abort(403)
        here = request.full_path
        return redirect(
            url_for_security("login", next=here)
        )

class Home(StaffOnly, AdminIndexView):
    """Flask-Admin leaves its start page open."""

class Change(db.Model):
    id: Mapped[PrimaryKey]
    at: Mapped[datetime]
    who: Mapped[str]
    what: Mapped[str]

class StaffView(StaffOnly, ModelView):
    def on_model_change(self, form, model, created):
        names = ", ".join(
            field.key
            for field in inspect(model).attrs
            if field.history.has_changes()
        )
        how = "Added" if created else "Changed"
        self.log(f"{how} {model}: {names}")

    def on_model_delete(self, model):
        self.log(f"Deleted {model}")

    def log(self, what: str) -> None:
        change = Change(
            at=datetime.now(UTC),
            who=current_user.email,
            what=what,
        )
        db.session.add(change)
# endregion


class LogView(StaffView):
    can_create = can_edit = can_delete = False
    column_default_sort = ("at", True)


# region screens
class ProductView(StaffView):
    column_list = ["name", "category", "price"]
    column_searchable_list = ["name"]

admin = Admin(app, name="Shop", index_view=Home())
admin.add_view(StaffView(Category, db))
admin.add_view(ProductView(Product, db))
admin.add_view(LogView(Change, db, name="Log"))
# endregion


@app.cli.command("create-tables")
def create_tables() -> None:
    """Make the tables; a project that lives on uses migrations instead."""
    db.create_all()


@app.cli.command("add-people")
def add_people() -> None:
    """Add a member of staff and a customer, with the passwords of the environment."""
    staff = users.find_or_create_role("staff")
    people = {"clerk": [staff], "customer": []}
    for name, roles in people.items():
        password = hash_password(os.environ[f"{name.upper()}_PASSWORD"])
        users.create_user(email=f"{name}@mail.example.com", password=password, roles=roles)
    users.commit()
