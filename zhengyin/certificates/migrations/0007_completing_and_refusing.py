"""待补正 and 不予出具; a 告知单 is written once and stays."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

STATES = [
    "applied", "to_complete", "accepted", "verifying", "verified", "awaiting_second", "approved", "returned",
    "sealed", "delivered", "withdrawn", "refused",
]  # fmt: skip
GROUNDS = [
    ("rule", "RULE"), ("not_true", "NOT_TRUE"),
    ("cannot_check", "CANNOT_CHECK"), ("incomplete", "INCOMPLETE"),
]  # fmt: skip
KEPT = "REVOKE UPDATE, DELETE, TRUNCATE ON certificates_notice FROM zhengyin_app"
KEPT_BACK = "GRANT UPDATE, DELETE ON certificates_notice TO zhengyin_app"


class Migration(migrations.Migration):
    dependencies = [
        ("certificates", "0006_versions_of_any_length"),
        ("people", "0004_kept"),
        ("regions", "0003_kept"),
    ]
    operations = [
        migrations.AlterField(
            "certificate",
            "state",
            models.CharField(max_length=20, choices=[(state, state.upper()) for state in STATES]),
        ),
        migrations.RemoveConstraint("certificate", "certificate_known_state"),
        migrations.AddConstraint(
            "certificate",
            models.CheckConstraint(condition=Q(state__in=STATES), name="certificate_known_state"),
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "certificate",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, primary_key=True, serialize=False,
                        to="certificates.certificate",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("no", models.PositiveIntegerField()),
                ("number", models.CharField(max_length=80)),
                ("previous_hash", models.CharField(max_length=64)),
                ("ground", models.CharField(choices=GROUNDS, max_length=16)),
                ("told_encrypted", models.BinaryField()),
                ("told_at", models.DateTimeField()),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+",
                        to="regions.organization",
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": (
                    models.CheckConstraint(
                        condition=Q(ground__in=[ground for ground, _ in GROUNDS]), name="notice_known_ground"
                    ),
                    models.UniqueConstraint(fields=("organization", "year", "no"), name="notice_number_once"),
                )
            },
        ),
        migrations.RunSQL(KEPT, KEPT_BACK),
    ]  # fmt: skip
