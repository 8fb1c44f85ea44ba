"""Fifty pieces to begin with."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def fill(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("orders", "Stock").objects.create(left=50)


class Migration(migrations.Migration):
    dependencies = [("orders", "0001_orders")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
