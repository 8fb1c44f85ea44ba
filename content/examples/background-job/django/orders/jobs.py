"""The mail that confirms an order, sent by the worker."""

from datetime import timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from orders.models import Order, State
from post_office import deliver

try:
    from django.tasks import TaskResultStatus, task
except ImportError:  # Django 5.2
    from django_tasks import TaskResultStatus, task

ATTEMPTS = 3


# region job
@task
def confirm(order_id: int) -> None:
    order = Order.objects.get(pk=order_id)
    if order.state != State.WAITING:
        return  # it was queued twice
    if order.attempts == ATTEMPTS:
        give_up(order, "lost its worker")
        return
    order.attempts += 1
    order.save()
    try:
        deliver(order.email, *words_to(order))
    except OSError as error:
        if order.attempts == ATTEMPTS:
            give_up(order, str(error))
        else:
            soon = timezone.now() + timedelta(seconds=1)
            confirm.using(run_after=soon).enqueue(order_id)
        raise
    order.state = State.SENT
    order.save()


# What a killed worker had stays marked as running.
def queue_again() -> None:
    left = DBTaskResult.objects.running()
    left.update(status=TaskResultStatus.READY)
# endregion


def give_up(order: Order, why: str) -> None:
    order.state = State.FAILED
    order.error = why
    order.save()


def words_to(order: Order) -> tuple[str, str]:
    return f"Your order {order.pk}", f"Thank you, {order.name}: {order.quantity} are on their way."
