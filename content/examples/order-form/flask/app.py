"""An order form: checked, shown again with messages, and safe from posts that another site forges."""

import os

from flask import Flask, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import CSRFProtect, FlaskForm
from wtforms import IntegerField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

app = Flask(__name__)
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
app.config["SESSION_COOKIE_SAMESITE"] = "Lax"
app.config["TRUSTED_HOSTS"] = ["localhost"]


def stripped(text: str | None) -> str | None:
    return text.strip() if text else text


class OrderForm(FlaskForm):
    name = StringField("Name", [DataRequired(), Length(max=40)], filters=[stripped])
    quantity = IntegerField("Quantity", [InputRequired(), NumberRange(1, 99)])


# region shown
CSRFProtect(app)  # marked

@app.route("/order", methods=["GET", "POST"])
def order() -> ResponseReturnValue:
    form = OrderForm()
    if form.validate_on_submit():
        return redirect(url_for("thanks"))
    return render_template("order.html", form=form)
# endregion


@app.get("/order/thanks")
def thanks() -> str:
    return render_template("thanks.html")
