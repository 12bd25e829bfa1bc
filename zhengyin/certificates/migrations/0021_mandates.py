"""委托书: written once, says who, in what, until when, and is kept."""

import uuid

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

GUARD = "REVOKE UPDATE, DELETE, TRUNCATE ON certificates_mandate FROM zhengyin_app"
GUARD_BACK = "GRANT UPDATE, DELETE ON certificates_mandate TO zhengyin_app"


class Migration(migrations.Migration):
    dependencies = [
        ("certificates", "0020_persons_who_died"),
        ("documents", "0001_initial"),
        ("people", "0004_kept"),
    ]
    operations = [
        migrations.CreateModel(
            name="Mandate",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=30)),
                ("identity_encrypted", models.BinaryField()),
                ("identity_index", models.BinaryField()),
                ("relation", models.CharField(max_length=20)),
                ("covers_apply", models.BooleanField()),
                ("covers_collect", models.BooleanField()),
                ("given_on", models.DateField()),
                ("until", models.DateField()),
                (
                    "kept",
                    models.CharField(
                        max_length=8, choices=[("photo", "PHOTO"), ("original", "ORIGINAL")]
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "certificate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="mandates",
                        to="certificates.certificate",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", null=True,
                        to="documents.storedfile",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": (
                    models.CheckConstraint(
                        condition=~Q(name="") & ~Q(identity_index=b"") & ~Q(relation=""),
                        name="mandate_says_who",
                    ),
                    models.CheckConstraint(
                        condition=Q(covers_apply=True) | Q(covers_collect=True),
                        name="mandate_covers_something",
                    ),
                    models.CheckConstraint(
                        condition=Q(until__gte=F("given_on")), name="mandate_ends_after_it_began"
                    ),
                    models.CheckConstraint(
                        condition=Q(kept="original") | Q(kept="photo", photo__isnull=False),
                        name="mandate_is_kept",
                    ),
                ),
            },
        ),
        migrations.RunSQL(GUARD, GUARD_BACK),
    ]  # fmt: skip
