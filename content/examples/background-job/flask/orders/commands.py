"""Commands beside those of Flask."""

import click
from sqlalchemy import select

from orders.app import app, db, huey
from orders.models import Base, Order, State, Stock


@app.cli.command("create-tables")
def create_tables() -> None:
    """Make the tables, and the stock; a project that lives on uses migrations instead."""
    Base.metadata.create_all(db.engine)
    db.session.add(Stock(left=50))
    db.session.commit()


@app.cli.command("jobs")
def jobs() -> None:
    """Say how many jobs are in the queue, and which orders have no mail yet."""
    click.echo(f"jobs in the queue: {huey.pending_count() + huey.scheduled_count()}")
    query = select(Order).where(Order.state != State.SENT).order_by(Order.id)
    for order in db.session.scalars(query):
        click.echo(f"order {order.id} for {order.email}: {order.state}, attempts {order.attempts}, {order.error or '-'}")
