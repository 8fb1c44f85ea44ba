"""Products, categories and the screens in which office staff keep them."""

# region shown
from django.contrib import admin
from django.db import models

class Category(models.Model):
    name = models.CharField(
        max_length=80, unique=True
    )

    def __str__(self) -> str:
        return self.name

class Product(models.Model):
    name = models.CharField(max_length=120)
    price = models.DecimalField(
        max_digits=8, decimal_places=2
    )
    category = models.ForeignKey(
        Category, on_delete=models.PROTECT
    )

    def __str__(self) -> str:
        return self.name

@admin.register(Product)  # usually kept in admin.py
class ProductAdmin(admin.ModelAdmin):
    list_display = ["name", "category", "price"]
    search_fields = ["name"]

admin.site.register(Category)
# endregion
