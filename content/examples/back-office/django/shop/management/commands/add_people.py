"""Add a member of staff and a customer, with the passwords of the environment."""

import os

from django.contrib.auth.models import Group, Permission, User
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: str, **options: object) -> None:
        staff = Group.objects.create(name="staff")
        staff.permissions.set(Permission.objects.filter(content_type__app_label="shop"))
        for name in ["clerk", "customer"]:
            password = os.environ[f"{name.upper()}_PASSWORD"]
            user = User.objects.create_user(f"{name}@mail.example.com", password=password)
            if name == "clerk":
                user.is_staff = True
                user.save()
                user.groups.add(staff)
