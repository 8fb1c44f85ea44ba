"""The application, its database, and the queue, which has a database of its own."""

import os

from flask import Flask
from flask_sqlalchemy_lite import SQLAlchemy
from flask_wtf import CSRFProtect
from huey import SqliteHuey

app = Flask(__name__)
app.config.from_mapping(
    SECRET_KEY=os.environ["SECRET_KEY"],
    SESSION_COOKIE_SAMESITE="Lax",
    TRUSTED_HOSTS=["localhost"],
    SQLALCHEMY_ENGINES={"default": "sqlite:///orders.db"},
)
CSRFProtect(app)
db = SQLAlchemy(app)
# Results are not asked for, since each order keeps its own state.
huey = SqliteHuey(filename=os.path.join(app.instance_path, "queue.db"), results=False)
