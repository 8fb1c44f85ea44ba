"""An order with the state of its mail, and what is left to be ordered."""

from django.db import models


class State(models.TextChoices):
    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


class Order(models.Model):
    name = models.CharField(max_length=40)
    email = models.EmailField()
    quantity = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=200, blank=True)


class Stock(models.Model):
    left = models.IntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(left__gte=0), name="none_owed")]
