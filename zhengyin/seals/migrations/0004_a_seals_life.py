"""The whole life of a seal: how it is ordered, when it stood still, handed in, destroyed, what it prints.

A loss was a column of the seal; it becomes a row, so that a seal may be found and lost again.
"""

import uuid
from decimal import Decimal

import django.db.models.deletion
from django.db import migrations, models

# The line of the report says when it was written and how the loss came.
LOSSES = """
INSERT INTO seals_stop (id, seal_id, reason, since, stopped_at, words)
SELECT gen_random_uuid(), seal.id, 'seal_lost', seal.lost_at, greatest(line.happened_at, seal.lost_at),
       coalesce(nullif(left(line.said ->> 'circumstances', 500), ''), '报失')
  FROM seals_seal seal
  JOIN registers_line line ON line.subject = seal.id AND line.kind = 'seal.lost'
 WHERE seal.lost_at IS NOT NULL;
SET CONSTRAINTS ALL IMMEDIATE;
"""
LOSSES_BACK = """
UPDATE seals_seal seal SET lost_at = stop.since FROM seals_stop stop
 WHERE stop.seal_id = seal.id AND stop.reason = 'seal_lost' AND stop.ended_at IS NULL;
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    """Tables and columns; what happens to them is guarded in 0005."""

    dependencies = [
        ("documents", "0003_found_by_digest"),
        ("registers", "0001_line"),
        ("regions", "0005_committees_end"),
        ("seals", "0003_what_an_act_wrote_stays"),
    ]

    operations = [
        migrations.CreateModel(
            name="Collection",
            fields=[
                (
                    "seal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="collection",
                        serialize=False,
                        to="seals.seal",
                    ),
                ),
                ("collected_on", models.DateField()),
                ("handed_in_by", models.CharField(max_length=30)),
                ("recorded_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Destruction",
            fields=[
                (
                    "seal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="destruction",
                        serialize=False,
                        to="seals.seal",
                    ),
                ),
                ("destroyed_on", models.DateField()),
                ("place", models.CharField(max_length=120)),
                ("how", models.CharField(max_length=60)),
                ("first_witness", models.CharField(max_length=30)),
                ("second_witness", models.CharField(max_length=30)),
                ("recorded_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Impression",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("measured_mm", models.DecimalField(decimal_places=1, max_digits=4, null=True)),
                ("recorded_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Stop",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "seal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="stops", to="seals.seal"
                    ),
                ),
                ("reason", models.CharField(max_length=20)),
                ("since", models.DateTimeField()),
                ("stopped_at", models.DateTimeField()),
                ("words", models.CharField(max_length=500)),
                ("ended_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="seal",
            name="seals_seal_kind",
        ),
        migrations.RemoveConstraint(
            model_name="seal",
            name="seals_seal_state_fits",
        ),
        migrations.RunSQL(LOSSES, LOSSES_BACK),
        migrations.RemoveField(
            model_name="seal",
            name="lost_at",
        ),
        migrations.AddField(
            model_name="seal",
            name="diameter_mm",
            field=models.DecimalField(decimal_places=1, max_digits=4, null=True),
        ),
        migrations.AddField(
            model_name="seal",
            name="engraver",
            field=models.CharField(default="", max_length=80),
        ),
        migrations.AddField(
            model_name="seal",
            name="material",
            field=models.CharField(default="", max_length=40),
        ),
        migrations.AddField(
            model_name="seal",
            name="police_number",
            field=models.CharField(default="", max_length=60),
        ),
        migrations.AddField(
            model_name="seal",
            name="purpose",
            field=models.CharField(default="", max_length=40),
        ),
        migrations.AddField(
            model_name="seal",
            name="receipt",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="documents.storedfile",
            ),
        ),
        migrations.AddField(
            model_name="seal",
            name="replaces",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replacements",
                to="seals.seal",
            ),
        ),
        migrations.AddField(
            model_name="seal",
            name="second_script",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="documents.storedfile",
            ),
        ),
        migrations.AddField(
            model_name="seal",
            name="shape",
            field=models.CharField(default="shape_round", max_length=20),
        ),
        migrations.AddField(
            model_name="seal",
            name="star",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="signingcertificate",
            name="lost_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AlterField(
            model_name="seal",
            name="state",
            field=models.CharField(max_length=20),
        ),
        migrations.AddConstraint(
            model_name="seal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "official"), ("purpose", "")),
                    models.Q(("kind", "special"), models.Q(("purpose", ""), _negated=True)),
                    _connector="OR",
                ),
                name="seals_seal_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="seal",
            constraint=models.CheckConstraint(
                condition=models.Q(("shape__in", ["shape_round", "shape_oval", "shape_square"])),
                name="seals_seal_shape",
            ),
        ),
        migrations.AddConstraint(
            model_name="seal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("diameter_mm", None),
                    models.Q(("diameter_mm__gte", Decimal("10")), ("diameter_mm__lte", Decimal("60"))),
                    _connector="OR",
                ),
                name="seals_seal_diameter",
            ),
        ),
        migrations.AddConstraint(
            model_name="seal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state__in", ("engraving", "seal_called_off")),
                        ("issued_at", None),
                        ("issued_on", None),
                        ("made_on", None),
                        ("receipt", None),
                        ("received_by", ""),
                    ),
                    models.Q(
                        ("state__in", ("in_use", "stopped", "seal_collected", "seal_destroyed")),
                        ("issued_at__isnull", False),
                        ("issued_on__isnull", False),
                        ("made_on__isnull", False),
                        models.Q(("received_by", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="seals_seal_state_fits",
            ),
        ),
        migrations.AddConstraint(
            model_name="seal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "engraving")),
                fields=("committee", "kind", "purpose"),
                name="seals_one_being_engraved",
            ),
        ),
        migrations.AddConstraint(
            model_name="signingcertificate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("lost_at", None),
                    models.Q(("lost_at__lte", models.F("revoked_at")), ("revoked_at__isnull", False)),
                    _connector="OR",
                ),
                name="seals_key_lost_is_revoked",
            ),
        ),
        migrations.AddField(
            model_name="collection",
            name="paper",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="documents.storedfile",
            ),
        ),
        migrations.AddField(
            model_name="destruction",
            name="record",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="documents.storedfile",
            ),
        ),
        migrations.AddField(
            model_name="impression",
            name="cleaned",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="documents.storedfile",
            ),
        ),
        migrations.AddField(
            model_name="impression",
            name="seal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="impressions", to="seals.seal"
            ),
        ),
        migrations.AddField(
            model_name="impression",
            name="taken",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.storedfile"
            ),
        ),
        migrations.AddConstraint(
            model_name="collection",
            constraint=models.CheckConstraint(
                condition=models.Q(("handed_in_by", ""), _negated=True), name="seals_collected_from_somebody"
            ),
        ),
        migrations.AddConstraint(
            model_name="destruction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("place", ""), _negated=True), models.Q(("how", ""), _negated=True)
                ),
                name="seals_destroyed_somewhere",
            ),
        ),
        migrations.AddConstraint(
            model_name="destruction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("first_witness", ""), _negated=True),
                    models.Q(("second_witness", ""), _negated=True),
                    models.Q(("first_witness", models.F("second_witness")), _negated=True),
                ),
                name="seals_destroyed_before_two",
            ),
        ),
        migrations.AddConstraint(
            model_name="impression",
            constraint=models.CheckConstraint(
                condition=models.Q(("measured_mm", None), ("measured_mm__gt", 0), _connector="OR"),
                name="seals_impression_measured",
            ),
        ),
        migrations.AddConstraint(
            model_name="stop",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason__in", ["seal_lost", "seal_disputed", "seal_committee_ended"])),
                name="seals_stop_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="stop",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("since__lte", models.F("stopped_at")),
                    models.Q(("ended_at", None), ("ended_at__gte", models.F("stopped_at")), _connector="OR"),
                ),
                name="seals_stop_runs_forward",
            ),
        ),
        migrations.AddConstraint(
            model_name="stop",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="seals_stop_says_why"
            ),
        ),
        migrations.AddConstraint(
            model_name="stop",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", "seal_committee_ended"), _negated=True),
                    ("ended_at", None),
                    _connector="OR",
                ),
                name="seals_ended_for_good",
            ),
        ),
        migrations.AddConstraint(
            model_name="stop",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("seal",), name="seals_one_stop_at_a_time"
            ),
        ),
    ]
