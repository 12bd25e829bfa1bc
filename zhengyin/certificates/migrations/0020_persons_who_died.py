"""The day somebody died stands only with the dead."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("certificates", "0019_letters")]
    operations = [
        migrations.AddField("party", "died_on", models.DateField(null=True)),
        migrations.AddConstraint(
            "party",
            models.CheckConstraint(
                condition=Q(died_on__isnull=True) | Q(deceased=True), name="party_who_died_is_dead"
            ),
        ),
    ]
