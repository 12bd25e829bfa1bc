"""The text as it was last given back: what changed since is shown first at the next decision."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("certificates", "0007_completing_and_refusing")]
    operations = [
        migrations.AddField("certificate", "seen_encrypted", models.BinaryField(default=b"")),
    ]
