"""Add a person, with the password of the environment."""

import os

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: str, **options: object) -> None:
        User.objects.create_user("ann", password=os.environ["ANN_PASSWORD"])
