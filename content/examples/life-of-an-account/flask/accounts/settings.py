"""Settings that differ from the defaults of Flask and Flask-Security."""

import os
from datetime import timedelta
from pathlib import Path

SECRET_KEY = os.environ["SECRET_KEY"]
SESSION_COOKIE_SECURE = True  # HTTPS only
SESSION_COOKIE_SAMESITE = "Lax"  # else none
REMEMBER_COOKIE_SECURE = True
REMEMBER_COOKIE_SAMESITE = "Lax"

TRUSTED_HOSTS = ["localhost"]
SQLALCHEMY_ENGINES = {"default": "sqlite:///accounts.db"}

SECURITY_PASSWORD_SALT = os.environ["PASSWORD_SALT"]
SECURITY_PASSWORD_COMPLEXITY_CHECKER = "zxcvbn"
SECURITY_REGISTERABLE = True
SECURITY_SEND_REGISTER_EMAIL = False
SECURITY_RETURN_GENERIC_RESPONSES = True
SECURITY_LOGOUT_CSRF = True

SECURITY_RECOVERABLE = True
SECURITY_RESET_PASSWORD_WITHIN = timedelta(seconds=int(os.environ.get("RESET_SECONDS", 3600)))
LIMIT_SECONDS = int(os.environ.get("LIMIT_SECONDS", 900))
RATELIMIT_STORAGE_URI = "database://"

MAIL_BACKEND = "file"
MAIL_FILE_PATH = str(Path(__file__).resolve().parent.parent / "mails")

SECURITY_REGISTER_URL = "/sign-up"
SECURITY_LOGIN_URL = "/sign-in"
SECURITY_LOGOUT_URL = "/sign-out"
SECURITY_POST_REGISTER_VIEW = "/account"
SECURITY_POST_LOGIN_VIEW = "/account"
SECURITY_POST_LOGOUT_VIEW = "/sign-in"
# The domain of an address is not looked up: the example has to run without a network.
SECURITY_EMAIL_VALIDATOR_ARGS = {"check_deliverability": False}
