"""The user model: Django's own under our name, so that it can grow later."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    pass
