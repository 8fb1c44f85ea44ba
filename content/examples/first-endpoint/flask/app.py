"""A JSON endpoint and an escaped HTML page, in one Flask file."""

# region shown
from flask import Flask, render_template_string

app = Flask(__name__)
PAGE = "<h1>Order {{ ref }}</h1>"

@app.get("/api/orders/<ref>")
def order_api(ref: str) -> dict[str, str]:
    return {"ref": ref, "state": "open"}

@app.get("/orders/<ref>")
def order_page(ref: str) -> str:
    return render_template_string(PAGE, ref=ref)
# endregion
