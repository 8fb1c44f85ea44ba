"""Reports: a service that asks the core who its visitor is."""

import os
from urllib.parse import urlencode

import requests
from flask import Flask, abort, g, redirect, render_template, request
from flask.typing import ResponseReturnValue

app = Flask(__name__)
app.config["TRUSTED_HOSTS"] = ["localhost"]
core = os.environ["DJANGO_ADDRESS"]


# region recognise
def signed_in_user() -> str | None:
    session = request.cookies.get("sessionid")
    if session is None:
        return None
    answer = requests.get(
        f"{core}/whoami",
        cookies={"sessionid": session},
        allow_redirects=False,
        timeout=2,
    )
    if answer.status_code == 401:
        return None
    if answer.status_code != 200:
        abort(503)
    return answer.json()["name"]

@app.before_request
def let_in_users() -> ResponseReturnValue | None:
    if request.endpoint in ["health", None]:
        return None  # None: answered with an error
    g.user = signed_in_user()
    if not g.user:
        here = request.full_path.removesuffix("?")
        query = urlencode({"next": here})
        return redirect(f"/sign-in?{query}")
    return None

@app.errorhandler(requests.RequestException)
@app.errorhandler(503)
def core_is_away(error: Exception):
    return "Nobody can be recognised now.", 503
# endregion


@app.get("/reports/")
@app.get("/reports/<int:year>")
def reports(year: int | None = None) -> str:
    return render_template("reports.html", user=g.user, year=year)


@app.get("/health")
def health() -> str:
    return "up"


@app.after_request
def keep_private(response):
    response.headers["Cache-Control"] = "private, no-store"
    return response
