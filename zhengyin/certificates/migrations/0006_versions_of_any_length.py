"""A county may have any number of list documents; all of them name the version a case rests on."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("certificates", "0005_what_was_approved_stays")]
    operations = [
        migrations.AlterField("certificate", "list_version", models.TextField()),
        migrations.AlterField("certificate", "basis", models.TextField()),
    ]
