"""Who may enter the back office, what it looks like, and what it writes down."""

from datetime import UTC, datetime
from decimal import Decimal

from flask import Flask, abort, redirect, request
from flask.typing import ResponseReturnValue
from flask_admin import Admin, AdminIndexView
from flask_admin.contrib.sqla import ModelView
from flask_security import Security, SQLAlchemyUserDatastore, current_user, url_for_security
from sqlalchemy import inspect
from wtforms import Field, Form, ValidationError
from wtforms.validators import DataRequired

from shop.models import Category, Change, Product, Role, User, db

users = SQLAlchemyUserDatastore(db, User, Role)
security = Security(datastore=users)


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


most = Decimal("999999.99")


def is_money(form: Form, field: Field) -> None:
    """Whole cents, and no more digits than the column holds."""
    price = field.data
    if price is None:
        return  # the field itself has said why
    if not price.is_finite() or not (0 <= price <= most and price == round(price, 2)):
        raise ValidationError("A price from 0 to 999999.99, with at most two decimal places.")


name = {
    "filters": [lambda text: text and text.strip()],
    "validators": [DataRequired()],
}


# region screens
class CategoryView(StaffView):
    form_args = {"name": name}

class ProductView(StaffView):
    column_list = ["name", "category", "price"]
    column_searchable_list = ["name"]
    form_args = {
        "name": name,
        "price": {"validators": [is_money]},
    }

def add_screens(app: Flask) -> None:
    admin = Admin(app, name="Shop", index_view=Home())
    admin.add_view(CategoryView(Category, db))
    admin.add_view(ProductView(Product, db))
    admin.add_view(LogView(Change, db, name="Log"))
# endregion
