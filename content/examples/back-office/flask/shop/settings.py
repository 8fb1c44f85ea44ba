"""Settings that differ from the defaults of Flask and Flask-Security."""

import os

SECRET_KEY = os.environ["SECRET_KEY"]
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_SAMESITE = "Lax"
REMEMBER_COOKIE_SECURE = True
REMEMBER_COOKIE_SAMESITE = "Lax"
TRUSTED_HOSTS = ["localhost"]
SQLALCHEMY_DATABASE_URI = "sqlite:///shop.db"
SECURITY_PASSWORD_SALT = os.environ["PASSWORD_SALT"]
SECURITY_LOGIN_URL = "/admin/login/"
SECURITY_LOGOUT_CSRF = True
SECURITY_RETURN_GENERIC_RESPONSES = True
