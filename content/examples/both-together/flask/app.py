"""Reports: a service that asks the core who its visitor is."""

import os

import requests
from flask import Flask, g, redirect, render_template, request
from flask.typing import ResponseReturnValue

app = Flask(__name__)
core = os.environ["DJANGO_ADDRESS"]


# region recognise
def signed_in_user() -> str | None:
    session = request.cookies.get("sessionid")
    if session is None:
        return None
    answer = requests.get(
        f"{core}/whoami",
        cookies={"sessionid": session},
        timeout=5,
    )
    if answer.status_code == 401:
        return None
    answer.raise_for_status()
    return answer.json()["name"]

@app.before_request
def let_in_users() -> ResponseReturnValue | None:
    if request.endpoint == "health":
        return None
    g.user = signed_in_user()
    if g.user is None:
        return redirect("/sign-in?next=/reports/")
    return None

@app.errorhandler(requests.RequestException)
def core_is_away(error: Exception):
    return "Nobody can be recognised now.", 503
# endregion


@app.get("/reports/")
def reports() -> str:
    return render_template("reports.html", user=g.user)


@app.get("/health")
def health() -> str:
    return "up"


@app.after_request
def keep_private(response):
    response.headers["Cache-Control"] = "private, no-store"
    return response
