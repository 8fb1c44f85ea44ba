"""The mail that confirms an order, sent by the worker."""

from sqlalchemy import select

from orders.app import app, db, huey
from orders.models import Order, State
from post_office import deliver

ATTEMPTS = 3


# region job
@huey.task(retries=ATTEMPTS - 1, retry_delay=1)
def confirm(order_id: int) -> None:
    with app.app_context():
        order = db.session.get_one(Order, order_id)
        if order.state != State.WAITING:
            return  # it was queued twice
        if order.attempts == ATTEMPTS:
            give_up(order, "lost its worker")
            return
        order.attempts += 1
        db.session.commit()
        try:
            deliver(order.email, *words_to(order))
        except OSError as error:
            if order.attempts == ATTEMPTS:
                give_up(order, str(error))
            raise
        order.state = State.SENT
        db.session.commit()


# huey takes a job out before it runs it:
# what a killed worker had, only the orders know.
@huey.on_startup()
def queue_again() -> None:
    query = select(Order.id)
    query = query.filter_by(state=State.WAITING)
    with app.app_context():
        for order_id in db.session.scalars(query):
            confirm(order_id)
# endregion


def give_up(order: Order, why: str) -> None:
    order.state = State.FAILED
    order.error = why
    db.session.commit()


def words_to(order: Order) -> tuple[str, str]:
    return f"Your order {order.id}", f"Thank you, {order.name}: {order.quantity} are on their way."
