"""Two grounds of their own: to be had elsewhere; on the list, its guide not published yet."""

from django.db import migrations, models
from django.db.models import Q

GROUNDS = ["rule", "elsewhere", "no_guide", "not_true", "cannot_check", "incomplete"]


class Migration(migrations.Migration):
    dependencies = [("certificates", "0025_late_is_stamped")]
    operations = [
        migrations.AlterField(
            "notice",
            "ground",
            models.CharField(max_length=16, choices=[(ground, ground.upper()) for ground in GROUNDS]),
        ),
        migrations.RemoveConstraint("notice", "notice_known_ground"),
        migrations.AddConstraint(
            "notice", models.CheckConstraint(condition=Q(ground__in=GROUNDS), name="notice_known_ground")
        ),
    ]
