"""A resident's own pictures, from the phone: nobody of the committee added them, and nobody looked yet."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


def by_nobody() -> "models.ForeignKey[models.Model | None, models.Model | None]":
    return models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
    )


class Migration(migrations.Migration):
    dependencies = [("certificates", "0014_brought_forms")]
    operations = [
        migrations.AlterField("material", "recorded_by", by_nobody()),
        migrations.AlterField("attachment", "added_by", by_nobody()),
        migrations.AddConstraint(
            "material",
            models.CheckConstraint(
                condition=Q(became="") | Q(recorded_by__isnull=False), name="material_ticked_by_somebody"
            ),
        ),
    ]
