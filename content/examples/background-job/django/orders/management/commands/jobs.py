"""Say how many jobs are in the queue, and which orders have no mail yet."""

from django.core.management.base import BaseCommand
from django_tasks_db.models import DBTaskResult

from orders.jobs import TaskResultStatus
from orders.models import Order, State


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: str, **options: object) -> None:
        waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY).count()
        self.stdout.write(f"jobs in the queue: {waiting}")
        for order in Order.objects.exclude(state=State.SENT).order_by("pk"):
            about = f"{order.state}, attempts {order.attempts}, {order.error or '-'}"
            self.stdout.write(f"order {order.pk} for {order.email}: {about}")
