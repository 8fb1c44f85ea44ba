"""Accounts with Flask-Security: sign-up, sign-in, sign-out and one page for members."""

import os

from flask import Flask, render_template
from flask_security import Security, SQLAlchemyUserDatastore, auth_required
from flask_security.models import fsqla_v3
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect

# region cookies
app = Flask(__name__)
app.config.update(
    SECRET_KEY=os.environ["SECRET_KEY"],
    SESSION_COOKIE_SECURE=True,  # HTTPS only
    SESSION_COOKIE_SAMESITE="Lax",  # else none
    REMEMBER_COOKIE_SECURE=True,
    REMEMBER_COOKIE_SAMESITE="Lax",
)
# endregion

salt = os.environ["PASSWORD_SALT"]
app.config.update(
    SECURITY_PASSWORD_SALT=salt,
    SECURITY_REGISTERABLE=True,
    SECURITY_SEND_REGISTER_EMAIL=False,
    SECURITY_RETURN_GENERIC_RESPONSES=True,
    SECURITY_REGISTER_URL="/sign-up",
    SECURITY_LOGIN_URL="/sign-in",
    SECURITY_LOGOUT_URL="/sign-out",
    SECURITY_LOGOUT_CSRF=True,
    SECURITY_POST_REGISTER_VIEW="/account",
    SECURITY_POST_LOGIN_VIEW="/account",
    SECURITY_POST_LOGOUT_VIEW="/sign-in",
)
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///accounts.db"
# The domain of an address is not looked up: the example has to run without a network.
app.config["SECURITY_EMAIL_VALIDATOR_ARGS"] = {"check_deliverability": False}

# region members
CSRFProtect(app)
db = SQLAlchemy(app)
fsqla_v3.FsModels.set_db_info(db)

class Role(db.Model, fsqla_v3.FsRoleMixin):
    pass

class User(db.Model, fsqla_v3.FsUserMixin):
    pass

users = SQLAlchemyUserDatastore(db, User, Role)
Security(app, users)

@app.get("/account")
@auth_required("session")
def account() -> str:
    return render_template("account.html")
# endregion


@app.cli.command("create-tables")
def create_tables() -> None:
    """Make the tables; a project that lives on uses migrations instead."""
    db.create_all()
