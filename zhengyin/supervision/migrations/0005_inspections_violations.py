"""Inspections with findings, answers, feedbacks; violations with what was done about them."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0003_found_by_digest"),
        ("people", "0005_telephones_change"),
        ("regions", "0004_practice"),
        ("supervision", "0004_letter_ended"),
    ]

    operations = [
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("no", models.PositiveSmallIntegerField()),
                ("state", models.CharField(max_length=20)),
                ("topic", models.CharField(max_length=20)),
                ("found", models.CharField(max_length=300)),
                ("to_do", models.CharField(max_length=300)),
                ("due_on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                ("answer", models.CharField(default="", max_length=300)),
                ("answered_at", models.DateTimeField(null=True)),
                ("returned_because", models.CharField(default="", max_length=300)),
                ("settled_remark", models.CharField(default="", max_length=300)),
                ("settled_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AnswerPhoto",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("added_at", models.DateTimeField()),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="photos",
                        to="supervision.finding",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Inspection",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("county_code", models.CharField(max_length=12)),
                ("round", models.UUIDField()),
                ("state", models.CharField(max_length=30)),
                ("title", models.CharField(max_length=60)),
                (
                    "topics",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), size=None
                    ),
                ),
                ("planned_from", models.DateField()),
                ("planned_last", models.DateField()),
                ("first_inspector", models.CharField(max_length=30)),
                ("second_inspector", models.CharField(max_length=30)),
                ("planned_at", models.DateTimeField()),
                ("inspected_on", models.DateField(null=True)),
                ("notified_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="regions.organization",
                    ),
                ),
                (
                    "planned_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "township",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="regions.organization",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="finding",
            name="inspection",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="findings",
                to="supervision.inspection",
            ),
        ),
        migrations.CreateModel(
            name="Violation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("county_code", models.CharField(max_length=12)),
                ("state", models.CharField(max_length=20)),
                ("wrong", models.CharField(max_length=20)),
                ("source", models.CharField(max_length=20)),
                ("happened_on", models.DateField()),
                ("rule", models.CharField(max_length=200)),
                ("rule_standing", models.CharField(max_length=40)),
                ("recorded_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="regions.organization",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="regions.organization",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Handled",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("measure", models.CharField(max_length=20)),
                ("done_on", models.DateField()),
                ("body", models.CharField(default="", max_length=60)),
                ("document", models.CharField(default="", max_length=60)),
                ("handled_at", models.DateTimeField()),
                (
                    "handled_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "violation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="supervision.violation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Feedback",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("county_code", models.CharField(max_length=12)),
                ("state", models.CharField(max_length=20)),
                ("item", models.CharField(default="", max_length=60)),
                ("department", models.CharField(default="", max_length=60)),
                ("words", models.CharField(max_length=300)),
                ("sent_at", models.DateTimeField()),
                ("answer", models.CharField(default="", max_length=300)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "finding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feedback",
                        to="supervision.finding",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["county_code", "state"], name="feedback_of_county")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="feedback_is_whole"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", ""),
                                ("answered_at", None),
                                ("answered_by", None),
                                ("state", "feedback_sent"),
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                ("state", "feedback_answered"),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="feedback_answer_fits",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="inspection",
            index=models.Index(fields=["organization", "state"], name="inspection_of_committee"),
        ),
        migrations.AddIndex(
            model_name="inspection",
            index=models.Index(fields=["township", "state"], name="inspection_of_township"),
        ),
        migrations.AddIndex(
            model_name="inspection",
            index=models.Index(fields=["county_code", "state"], name="inspection_of_county"),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "inspection_planned",
                            "inspection_rectifying",
                            "inspection_closed",
                            "inspection_cancelled",
                        ],
                    )
                ),
                name="inspection_known_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="inspection_is_named"
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "topics__contained_by",
                        [
                            "seal_and_ledger",
                            "seal_place",
                            "uses_and_stubs",
                            "late_entries",
                            "receipts",
                            "handovers",
                            "take_out",
                            "refusal_notices",
                            "monthly_checks",
                            "other_topic",
                        ],
                    ),
                    ("topics__len__gte", 1),
                ),
                name="inspection_known_topics",
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(("planned_last__gte", models.F("planned_from"))),
                name="inspection_runs_forward",
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("first_inspector", ""), _negated=True),
                    models.Q(("second_inspector", ""), _negated=True),
                    models.Q(("first_inspector", models.F("second_inspector")), _negated=True),
                ),
                name="inspection_two_inspectors",
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("inspected_on", None), ("state__in", ("inspection_planned", "inspection_cancelled"))
                    ),
                    models.Q(
                        models.Q(
                            ("state__in", ("inspection_planned", "inspection_cancelled")), _negated=True
                        ),
                        ("inspected_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="inspection_inspected_fits",
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ended_at__isnull", False),
                        ("state__in", ("inspection_closed", "inspection_cancelled")),
                    ),
                    models.Q(
                        models.Q(("state__in", ("inspection_closed", "inspection_cancelled")), _negated=True),
                        ("ended_at", None),
                    ),
                    _connector="OR",
                ),
                name="inspection_ended_fits",
            ),
        ),
        migrations.AddConstraint(
            model_name="inspection",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "inspection_planned")),
                fields=("organization", "title"),
                name="inspection_planned_once",
            ),
        ),
        migrations.AddIndex(
            model_name="finding",
            index=models.Index(fields=["inspection", "state"], name="finding_of_inspection"),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.UniqueConstraint(fields=("inspection", "no"), name="finding_numbered_once"),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(("no__gte", 1)), name="finding_numbered_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["finding_open", "finding_answered", "finding_settled"]),
                    (
                        "topic__in",
                        [
                            "seal_and_ledger",
                            "seal_place",
                            "uses_and_stubs",
                            "late_entries",
                            "receipts",
                            "handovers",
                            "take_out",
                            "refusal_notices",
                            "monthly_checks",
                            "other_topic",
                        ],
                    ),
                ),
                name="finding_known_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("found", ""), _negated=True), models.Q(("to_do", ""), _negated=True)
                ),
                name="finding_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at", None), ("answered_by", None)),
                    models.Q(
                        models.Q(("answer", ""), _negated=True),
                        ("answered_at__isnull", False),
                        ("answered_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="finding_answer_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "finding_answered"), _negated=True),
                    models.Q(("answer", ""), _negated=True),
                    _connector="OR",
                ),
                name="finding_answered_fits",
            ),
        ),
        migrations.AddConstraint(
            model_name="finding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("settled_at__isnull", False),
                        ("state", "finding_settled"),
                        models.Q(
                            models.Q(("answer", ""), _negated=True),
                            models.Q(("settled_remark", ""), _negated=True),
                            _connector="OR",
                        ),
                    ),
                    models.Q(models.Q(("state", "finding_settled"), _negated=True), ("settled_at", None)),
                    _connector="OR",
                ),
                name="finding_settled_fits",
            ),
        ),
        migrations.AddIndex(
            model_name="violation",
            index=models.Index(fields=["organization", "state"], name="violation_of_committee"),
        ),
        migrations.AddIndex(
            model_name="violation",
            index=models.Index(fields=["county_code", "state"], name="violation_of_county"),
        ),
        migrations.AddConstraint(
            model_name="violation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("source__in", ["from_inspection", "from_complaint", "from_audit", "from_own_report"]),
                    (
                        "state__in",
                        [
                            "violation_recorded",
                            "violation_heard",
                            "violation_handled",
                            "violation_closed",
                            "violation_dismissed",
                        ],
                    ),
                    (
                        "wrong__in",
                        [
                            "blank_stamped",
                            "stamped_unapproved",
                            "seal_taken_unasked",
                            "approver_kept_seal",
                            "handover_overdue",
                            "issued_out_of_scope",
                            "issued_untrue",
                            "use_unregistered",
                            "refused_wrongly",
                            "other_wrong",
                        ],
                    ),
                ),
                name="violation_known_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="violation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("rule", ""), _negated=True), models.Q(("rule_standing", ""), _negated=True)
                ),
                name="violation_names_its_rule",
            ),
        ),
        migrations.AddConstraint(
            model_name="violation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ended_at__isnull", False),
                        ("state__in", ("violation_closed", "violation_dismissed")),
                    ),
                    models.Q(
                        models.Q(("state__in", ("violation_closed", "violation_dismissed")), _negated=True),
                        ("ended_at", None),
                    ),
                    _connector="OR",
                ),
                name="violation_ended_fits",
            ),
        ),
        migrations.AddConstraint(
            model_name="handled",
            constraint=models.UniqueConstraint(
                fields=("violation", "measure"), name="violation_measure_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="handled",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("measure__in", ["reminder_talk", "criticism", "order_to_correct", "transfer"])
                ),
                name="violation_known_measure",
            ),
        ),
        migrations.AddConstraint(
            model_name="handled",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("measure", "transfer"), _negated=True),
                    models.Q(
                        models.Q(("body", ""), _negated=True), models.Q(("document", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="violation_transfer_whole",
            ),
        ),
    ]
