"""The trigger takes a look only into a book its letter names, and a letter names known books alone."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("supervision", "0002_guards")]

    operations = [migrations.RemoveConstraint(model_name="look", name="look_known_book")]
