"""Take up what a killed worker left behind, then work. One worker at a time: nobody else's jobs may be under way."""

from typing import Any

from django_tasks_db.management.commands import db_worker

from orders.jobs import queue_again


class Command(db_worker.Command):
    help = __doc__

    def handle(self, **options: Any) -> None:
        queue_again()
        super().handle(**options)
