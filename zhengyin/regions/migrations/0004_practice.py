"""A database to practise in is a third mode, fixed like the others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("regions", "0003_kept")]
    operations = [
        migrations.AddField("installation", "practice", models.BooleanField(db_default=False)),
        migrations.AddConstraint(
            "installation",
            models.CheckConstraint(
                name="regions_practice_is_no_real_place",
                condition=models.Q(("practice", False), ("demonstration", True), _connector="OR"),
            ),
        ),
    ]
