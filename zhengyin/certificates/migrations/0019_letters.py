"""告知函: drafted and approved by two; once approved its words and number stay."""

import uuid

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

STATES = [
    "letter_drafted", "letter_returned", "letter_approved", "letter_sent", "letter_basis_given",
    "letter_demand_dropped", "letter_unanswered",
]  # fmt: skip
NAMES = ["DRAFTED", "RETURNED", "APPROVED", "SENT", "BASIS_GIVEN", "DEMAND_DROPPED", "UNANSWERED"]
SENT_ON = ["letter_sent", "letter_basis_given", "letter_demand_dropped", "letter_unanswered"]
HOW = ["resident", "post", "other"]
GUARD = """
REVOKE DELETE, TRUNCATE ON certificates_letter FROM zhengyin_app;
CREATE FUNCTION certificates_letter_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.number <> '' AND (NEW.certificate_id, NEW.organization_id, NEW.county_code, NEW.unit,
        NEW.text_encrypted, NEW.text_digest, NEW.answer_by, NEW.drafted_by_id, NEW.approved_by_id,
        NEW.approved_at, NEW.year, NEW.no, NEW.number, NEW.previous_hash)
        IS DISTINCT FROM (OLD.certificate_id, OLD.organization_id, OLD.county_code, OLD.unit,
        OLD.text_encrypted, OLD.text_digest, OLD.answer_by, OLD.drafted_by_id, OLD.approved_by_id,
        OLD.approved_at, OLD.year, OLD.no, OLD.number, OLD.previous_hash) THEN
        RAISE EXCEPTION 'a letter that was let go stays as it is'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER letter_stays BEFORE UPDATE ON certificates_letter
    FOR EACH ROW EXECUTE FUNCTION certificates_letter_stays();
"""
GUARD_BACK = """
DROP TRIGGER letter_stays ON certificates_letter;
DROP FUNCTION certificates_letter_stays();
GRANT DELETE ON certificates_letter TO zhengyin_app;
"""


def person(*, null: bool) -> models.ForeignKey:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person", null=null
    )


class Migration(migrations.Migration):
    dependencies = [
        ("certificates", "0017_entered_late"),
        ("people", "0004_kept"),
        ("regions", "0003_kept"),
    ]
    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("county_code", models.CharField(max_length=12)),
                ("state", models.CharField(max_length=24, choices=list(zip(STATES, NAMES, strict=True)))),
                ("unit", models.CharField(max_length=50)),
                ("text_encrypted", models.BinaryField()),
                ("text_digest", models.CharField(max_length=64)),
                ("answer_by", models.DateField()),
                ("drafted_at", models.DateTimeField()),
                ("approved_at", models.DateTimeField(null=True)),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("no", models.PositiveIntegerField(null=True)),
                ("number", models.CharField(max_length=80, default="")),
                ("previous_hash", models.CharField(max_length=64, default="")),
                (
                    "sent_how",
                    models.CharField(max_length=12, default="", choices=[(h, h.upper()) for h in HOW]),
                ),
                ("post_number", models.CharField(max_length=40, default="")),
                ("sent_at", models.DateTimeField(null=True)),
                ("basis_words", models.CharField(max_length=200, default="")),
                ("answered_at", models.DateTimeField(null=True)),
                ("approved_by", person(null=True)),
                ("drafted_by", person(null=False)),
                (
                    "certificate",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="letter",
                        to="certificates.certificate",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+",
                        to="regions.organization",
                    ),
                ),
            ],
            options={
                "indexes": (models.Index(fields=("organization", "state"), name="letter_worklist"),),
                "constraints": (
                    models.CheckConstraint(condition=Q(state__in=STATES), name="letter_known_state"),
                    models.CheckConstraint(
                        condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("drafted_by")),
                        name="letter_drafted_and_approved_by_two",
                    ),
                    models.CheckConstraint(
                        condition=~Q(state__in=["letter_approved", *SENT_ON])
                        | (
                            Q(approved_by__isnull=False, year__isnull=False, no__isnull=False)
                            & ~Q(number="")
                        ),
                        name="letter_approved_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=~Q(state__in=SENT_ON) | Q(sent_at__isnull=False, sent_how__in=HOW),
                        name="letter_sent_says_how",
                    ),
                    models.CheckConstraint(
                        condition=~Q(sent_how="post") | ~Q(post_number=""),
                        name="letter_by_post_has_its_number",
                    ),
                    models.CheckConstraint(
                        condition=~Q(state="letter_basis_given") | ~Q(basis_words=""),
                        name="letter_basis_is_said",
                    ),
                    models.UniqueConstraint(fields=("organization", "year", "no"), name="letter_number_once"),
                ),
            },
        ),
        migrations.RunSQL(GUARD, GUARD_BACK),
    ]  # fmt: skip
