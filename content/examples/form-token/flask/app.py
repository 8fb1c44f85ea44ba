"""A form handler that refuses a post without a valid CSRF token."""

# region shown
import os  # marked

from flask import Flask
from flask_wtf import CSRFProtect  # marked

app = Flask(__name__)
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]  # marked
CSRFProtect(app)  # marked

@app.post("/orders/<int:number>/cancel")
def cancel(number: int) -> str:
    return f"Order {number} cancelled"
# endregion
