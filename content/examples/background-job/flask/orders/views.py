"""The form for an order, and the page of thanks."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from orders.app import app, db
from orders.forms import OrderForm
from orders.jobs import confirm
from orders.models import Order, Stock


# region view
@app.route("/order", methods=["GET", "POST"])
def order() -> ResponseReturnValue:
    form = OrderForm()
    if form.validate_on_submit():
        order = ordered(form)
        take = Stock.left - order.quantity
        try:
            with db.session.begin():
                db.session.add(order)
                db.session.execute(
                    update(Stock).values(left=take)
                )
        except IntegrityError:
            form.quantity.errors = [TOO_MANY]
        else:
            confirm(order.id)  # another database
            return redirect(url_for("thanks"))
    return render_template("order.html", form=form)
# endregion


TOO_MANY = "So many are not left."


def ordered(form: OrderForm) -> Order:
    return Order(name=form.name.data, email=form.email.data, quantity=form.quantity.data)


@app.get("/order/thanks")
def thanks() -> str:
    return render_template("thanks.html")
