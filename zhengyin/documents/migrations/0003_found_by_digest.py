"""A stranger's file is found by its digest without reading the whole table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_write_once")]
    operations = [
        migrations.AddIndex(
            model_name="storedfile", index=models.Index(fields=["sha256"], name="stored_file_by_digest")
        ),
    ]
