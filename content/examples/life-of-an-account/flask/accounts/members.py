"""The page for members. Sign-up, sign-in, sign-out and the reset are Flask-Security's own pages."""

from flask import Blueprint, Response, render_template
from flask_security import FSQLALiteUserDatastore, Security, auth_required

from accounts.models import Role, User, db

users = FSQLALiteUserDatastore(db, User, Role)
security = Security(datastore=users)
members = Blueprint("members", __name__)


@members.get("/account")
@auth_required("session")
def account() -> str:
    return render_template("account.html")


@members.after_request
def keep_private(response: Response) -> Response:
    response.cache_control.private = True
    response.cache_control.no_store = True
    return response
