"""The screens in which office staff keep the shop."""

# region screens
from django.contrib import admin

from shop.models import Category, Product

@admin.register(Product)
class ProductAdmin(admin.ModelAdmin):
    list_display = ["name", "category", "price"]
    list_select_related = ["category"]
    search_fields = ["name"]

admin.site.register(Category)
# endregion
