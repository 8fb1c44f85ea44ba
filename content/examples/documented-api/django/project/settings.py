"""Settings: those of startproject that an API needs, and what this project adds."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

SECRET_KEY = os.environ["SECRET_KEY"]
API_TOKEN = os.environ["API_TOKEN"]
ALLOWED_HOSTS = ["localhost"]
INSTALLED_APPS = ["rest_framework", "drf_spectacular", "books"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
]
ROOT_URLCONF = "project.urls"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": BASE_DIR / "db.sqlite3",
        # Django opens a connection for each request (0) until told how many seconds to keep one.
        "CONN_MAX_AGE": int(os.environ.get("CONN_MAX_AGE", "0")),
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True

DRF = "rest_framework"
PERMISSIONS = f"{DRF}.permissions"
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "books.access.ServiceToken"
    ],
    "DEFAULT_PERMISSION_CLASSES": [
        f"{PERMISSIONS}.IsAuthenticatedOrReadOnly"
    ],
    "DEFAULT_PAGINATION_CLASS": (
        "books.paging.Pages"
    ),
    "DEFAULT_PARSER_CLASSES": [
        f"{DRF}.parsers.JSONParser"
    ],
    "DEFAULT_RENDERER_CLASSES": [
        f"{DRF}.renderers.JSONRenderer"
    ],
    "DEFAULT_SCHEMA_CLASS": (
        "drf_spectacular.openapi.AutoSchema"
    ),
    "UNAUTHENTICATED_USER": None,  # no accounts
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Books",
    "VERSION": "1.0",
    "SERVE_INCLUDE_SCHEMA": False,
}
