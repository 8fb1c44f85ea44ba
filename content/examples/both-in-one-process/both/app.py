"""Django answers at /, Flask at /api, in one WSGI process."""

import os

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=["localhost"],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)


def home(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Answered by Django")


urlpatterns = [path("", home)]

# region shown
from django.core.wsgi import get_wsgi_application
from flask import Flask
from werkzeug.middleware import dispatcher

api = Flask(__name__)
api.config["TRUSTED_HOSTS"] = ["localhost"]

@api.get("/jobs")
def list_jobs() -> dict[str, str]:
    return {"answered by": "Flask"}

application = dispatcher.DispatcherMiddleware(
    get_wsgi_application(), {"/api": api}
)
# endregion
