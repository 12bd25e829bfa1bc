"""The tables of the lists."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="ListDocument",
            fields=[
                ("key", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("number", models.CharField(blank=True, max_length=60)),
                ("title", models.CharField(max_length=200)),
                ("issued_by", models.CharField(blank=True, max_length=200)),
                ("standing", models.CharField(max_length=20)),
                ("level", models.CharField(max_length=10)),
                ("division_code", models.CharField(max_length=12)),
                ("issued_on", models.DateField(null=True)),
                ("effective_from", models.DateField(null=True)),
                ("ended_on", models.DateField(null=True)),
                ("note", models.TextField(blank=True)),
                ("demonstration", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("demonstration", True), ("standing", "demonstration")),
                            models.Q(
                                ("demonstration", False),
                                models.Q(("standing", "demonstration"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="list_document_demonstration_standing",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ListVersion",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("no", models.PositiveIntegerField()),
                ("takes_effect_on", models.DateField()),
                ("digest", models.CharField(max_length=64)),
                ("note", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="catalogue.listdocument",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ListEntry",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=20)),
                ("kind", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=200)),
                ("level", models.CharField(max_length=10)),
                ("division_code", models.CharField(max_length=12)),
                ("in_force_from", models.DateField()),
                ("in_force_until", models.DateField(null=True)),
                ("demonstration", models.BooleanField(default=False)),
                ("content", models.JSONField()),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ended",
                        to="catalogue.listversion",
                    ),
                ),
                (
                    "introduced_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="introduced",
                        to="catalogue.listversion",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="listversion",
            constraint=models.UniqueConstraint(fields=("document", "no"), name="list_version_no_once"),
        ),
        migrations.AddConstraint(
            model_name="listversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("no__gte", 1)), name="list_version_no_from_one"
            ),
        ),
        migrations.AddIndex(
            model_name="listentry",
            index=models.Index(fields=["division_code", "in_force_from"], name="list_entry_by_place"),
        ),
        migrations.AddConstraint(
            model_name="listentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("in_force_until__isnull", True),
                    ("in_force_until__gt", models.F("in_force_from")),
                    _connector="OR",
                ),
                name="list_entry_period",
            ),
        ),
        migrations.AddConstraint(
            model_name="listentry",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("code", "="),
                    ("level", "="),
                    ("division_code", "="),
                    (
                        models.Func(
                            "in_force_from",
                            "in_force_until",
                            django.contrib.postgres.fields.ranges.RangeBoundary(),
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="list_entry_one_at_a_time",
            ),
        ),
    )
