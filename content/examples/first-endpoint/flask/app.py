"""A JSON endpoint and an escaped HTML page, in one Flask file."""

# region shown
from flask import Flask
from markupsafe import escape

app = Flask(__name__)
app.config["TRUSTED_HOSTS"] = ["localhost"]

@app.get("/api/orders/<ref>")
def order_api(ref: str) -> dict[str, str]:
    return {"ref": ref, "state": "open"}

@app.get("/orders/<ref>")
def order_page(ref: str) -> str:
    return f"<h1>Order {escape(ref)}</h1>"
# endregion
