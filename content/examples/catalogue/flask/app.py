"""Products, categories and the screens in which office staff keep them."""

import os
from decimal import Decimal
from typing import Annotated

from flask import Flask, redirect, request
from flask.typing import ResponseReturnValue
from flask_admin import Admin
from flask_admin.contrib.sqla import ModelView
from flask_login import LoginManager, UserMixin, current_user, login_user
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import ForeignKey, Numeric, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from werkzeug.security import check_password_hash


PrimaryKey = Annotated[int, mapped_column(primary_key=True)]
Money = Annotated[Decimal, mapped_column(Numeric(8, 2))]


class Base(DeclarativeBase):
    """The common parent of the tables."""


app = Flask(__name__)
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["DATABASE_URI"]
app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
CSRFProtect(app)
db = SQLAlchemy(app, model_class=Base)
logins = LoginManager(app)


class User(UserMixin, db.Model):
    id: Mapped[PrimaryKey]
    name: Mapped[str] = mapped_column(String(80), unique=True)
    password_hash: Mapped[str]
    is_staff: Mapped[bool] = mapped_column(default=False)


@logins.user_loader
def load_user(user_id: str) -> User | None:
    return db.session.get(User, int(user_id))


@app.post("/sign-in")
def sign_in() -> ResponseReturnValue:
    user = db.session.execute(
        db.select(User).filter_by(name=request.form["name"])
    ).scalar_one_or_none()
    password = request.form["password"]
    if user is None or not check_password_hash(user.password_hash, password):
        return "Wrong name or password", 401
    login_user(user)
    return redirect("/admin/")


# region shown
class Category(db.Model):
    id: Mapped[PrimaryKey]  # marked
    name: Mapped[str] = mapped_column(
        String(80), unique=True
    )

    def __str__(self) -> str:
        return self.name

class Product(db.Model):
    id: Mapped[PrimaryKey]  # marked
    name: Mapped[str] = mapped_column(String(120))
    price: Mapped[Money]
    category_id: Mapped[int] = mapped_column(  # marked
        ForeignKey(Category.id)  # marked
    )  # marked
    category: Mapped[Category] = relationship()

class StaffView(ModelView):  # marked
    def is_accessible(self) -> bool:  # marked
        return getattr(  # marked
            current_user, "is_staff", False  # marked
        )  # marked

class ProductView(StaffView):
    column_list = ["name", "category", "price"]
    column_searchable_list = ["name"]

admin = Admin(app, name="Shop")  # marked
admin.add_view(StaffView(Category, db))
admin.add_view(ProductView(Product, db))
# endregion
