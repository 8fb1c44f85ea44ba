"""Books; the limits of their fields are those of the API too."""

# region checks
from django.core.validators import MaxValueValidator
from django.core.validators import MinValueValidator
from django.db import models

class Book(models.Model):
    title = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField(
        validators=[
            MinValueValidator(1450),
            MaxValueValidator(2100),
        ]
    )
# endregion
