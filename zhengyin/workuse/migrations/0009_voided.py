"""What was sealed for the committee's work may be declared void: its number stays, nothing else changes."""

from importlib import import_module

from django.db import migrations, models

BEFORE = import_module("zhengyin.workuse.migrations.0005_letter_number").AFTER
AFTER = BEFORE.replace(
    "('work_sealed', 'work_filed')\n", "('work_sealed', 'work_filed'), ('work_sealed', 'work_voided')\n"
).replace(
    "('work_sealed', 'work_filed', 'work_withdrawn')",
    "('work_sealed', 'work_filed', 'work_withdrawn', 'work_voided')",
)
assert AFTER.count("work_voided") == 2


class Migration(migrations.Migration):
    """The state, the step that leads there, and that nothing leads on."""

    dependencies = (("workuse", "0008_judged_when_written"),)
    operations = (
        migrations.RemoveConstraint(
            model_name="workuse",
            name="work_use_known_state",
        ),
        migrations.RemoveConstraint(
            model_name="workuse",
            name="work_use_approved_by_somebody",
        ),
        migrations.RemoveConstraint(
            model_name="workuse",
            name="work_use_two_approvers",
        ),
        migrations.RemoveConstraint(
            model_name="workuse",
            name="work_use_sealed_is_numbered",
        ),
        migrations.RemoveConstraint(
            model_name="workuse",
            name="work_use_letter_has_its_paper",
        ),
        migrations.RemoveConstraint(
            model_name="workuse",
            name="work_use_only_letters_are_printed",
        ),
        migrations.RemoveConstraint(
            model_name="workuse",
            name="work_use_only_sealed_letters_have_codes",
        ),
        migrations.RemoveConstraint(
            model_name="workuse",
            name="work_use_letter_is_numbered",
        ),
        migrations.AddConstraint(
            model_name="workuse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "work_asked",
                            "work_awaiting_second",
                            "work_approved",
                            "work_returned",
                            "work_sealed",
                            "work_filed",
                            "work_voided",
                            "work_withdrawn",
                        ],
                    )
                ),
                name="work_use_known_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="workuse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state__in", ["work_approved", "work_sealed", "work_filed", "work_voided"]),
                        _negated=True,
                    ),
                    models.Q(
                        ("approved_at__isnull", False),
                        ("approved_by__isnull", False),
                        models.Q(("approved_digest", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="work_use_approved_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="workuse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state__in", ["work_approved", "work_sealed", "work_filed", "work_voided"]),
                        _negated=True,
                    ),
                    ("needs_second", False),
                    models.Q(
                        ("countersigned_by__isnull", False),
                        models.Q(("countersigned_by", models.F("approved_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="work_use_two_approvers",
            ),
        ),
        migrations.AddConstraint(
            model_name="workuse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("impressions__gte", 1),
                        ("no__isnull", False),
                        ("sealed_at__isnull", False),
                        ("sealed_by__isnull", False),
                        ("state__in", ["work_sealed", "work_filed", "work_voided"]),
                        ("year__isnull", False),
                        models.Q(("number", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state__in", ["work_sealed", "work_filed", "work_voided"]), _negated=True),
                        ("document", None),
                        ("impressions", 0),
                        ("no", None),
                        ("number", ""),
                        ("sealed_at", None),
                        ("sealed_by", None),
                        ("year", None),
                    ),
                    _connector="OR",
                ),
                name="work_use_sealed_is_numbered",
            ),
        ),
        migrations.AddConstraint(
            model_name="workuse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["work_sealed", "work_filed", "work_voided"]), _negated=True),
                    models.Q(("document__isnull", False), ("kind", "work_introduction")),
                    models.Q(models.Q(("kind", "work_introduction"), _negated=True), ("document", None)),
                    _connector="OR",
                ),
                name="work_use_letter_has_its_paper",
            ),
        ),
        migrations.AddConstraint(
            model_name="workuse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("check_code_index", None), ("token_index", None)),
                    models.Q(
                        ("check_code_index__isnull", False),
                        ("kind", "work_introduction"),
                        ("state__in", ["work_sealed", "work_filed", "work_voided"]),
                        ("token_index__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="work_use_only_sealed_letters_have_codes",
            ),
        ),
        migrations.AddConstraint(
            model_name="workuse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("printed_at", None),
                    models.Q(
                        ("kind", "work_introduction"),
                        ("state__in", ["work_sealed", "work_filed", "work_voided"]),
                    ),
                    _connector="OR",
                ),
                name="work_use_only_letters_are_printed",
            ),
        ),
        migrations.AddConstraint(
            model_name="workuse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "work_introduction"),
                        ("letter_no__isnull", False),
                        ("state__in", ["work_sealed", "work_filed", "work_voided"]),
                    ),
                    models.Q(
                        models.Q(
                            ("kind", "work_introduction"),
                            ("state__in", ["work_sealed", "work_filed", "work_voided"]),
                            _negated=True,
                        ),
                        ("letter_no", None),
                    ),
                    _connector="OR",
                ),
                name="work_use_letter_is_numbered",
            ),
        ),
        migrations.RunSQL(AFTER, BEFORE),
    )
