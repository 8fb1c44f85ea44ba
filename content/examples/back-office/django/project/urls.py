"""Every address of the site."""

from django.contrib import admin
from django.urls import path

# region guard
# The admin lets in staff alone, checks their rights
# per model and writes the log by itself.
urlpatterns = [path("admin/", admin.site.urls)]
# endregion
