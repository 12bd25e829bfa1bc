"""Filing with the township, and what the database itself says about it."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

# A filing is of a line that stands; which one never changes, and what was acknowledged stays so.
GUARD = """
CREATE FUNCTION seals_filing_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (SELECT FROM public.registers_line AS line WHERE line.owner = NEW.committee_id
                AND line.book = NEW.book AND line.year = NEW.year AND line.no = NEW.no
                AND line.kind = NEW.kind) THEN
            RAISE EXCEPTION 'a filing is of a line that stands in the committee''s book'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_filing_of_a_line';
        END IF;
        IF NEW.state = 'filing_answered' THEN
            RAISE EXCEPTION 'nothing is answered that was not sent back'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_filing_path';
        END IF;
        RETURN NEW;
    END IF;
    IF (NEW.id, NEW.committee_id, NEW.book, NEW.year, NEW.no, NEW.kind, NEW.county_code)
        IS DISTINCT FROM
        (OLD.id, OLD.committee_id, OLD.book, OLD.year, OLD.no, OLD.kind, OLD.county_code) THEN
        RAISE EXCEPTION 'which line was filed stays as it was written'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_filing_stays';
    END IF;
    IF (OLD.state, NEW.state) NOT IN (
        ('filing_returned', 'filing_answered'), ('filing_returned', 'filing_acknowledged'),
        ('filing_answered', 'filing_acknowledged'), ('filing_answered', 'filing_returned')) THEN
        RAISE EXCEPTION 'a filing does not go from % to %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_filing_path';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER seals_filing_guard BEFORE INSERT OR UPDATE ON seals_filing
    FOR EACH ROW EXECUTE FUNCTION seals_filing_guard();
REVOKE DELETE ON seals_filing FROM zhengyin_app;
"""
GUARD_BACK = """
GRANT DELETE ON seals_filing TO zhengyin_app;
DROP TRIGGER seals_filing_guard ON seals_filing;
DROP FUNCTION seals_filing_guard();
"""


class Migration(migrations.Migration):
    """Add the table and its guard; the tests try each by raw SQL."""

    dependencies = [
        ("people", "0005_telephones_change"),
        ("regions", "0004_practice"),
        ("registers", "0001_line"),
        ("seals", "0008_take_out"),
    ]

    operations = [
        migrations.CreateModel(
            name="Filing",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("book", models.CharField(max_length=30)),
                ("year", models.PositiveIntegerField()),
                ("no", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=60)),
                ("state", models.CharField(max_length=20)),
                ("question", models.CharField(default="", max_length=300)),
                ("answer", models.CharField(default="", max_length=300)),
                ("handled_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("county_code", models.CharField(max_length=12)),
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
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="filings",
                        to="regions.committee",
                    ),
                ),
                (
                    "handled_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("committee", "book", "year", "no"), name="seals_filing_once_a_line"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "filing_acknowledged"),
                            models.Q(("state", "filing_returned"), models.Q(("question", ""), _negated=True)),
                            models.Q(
                                ("state", "filing_answered"),
                                models.Q(("question", ""), _negated=True),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="seals_filing_state_fits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None), ("answered_by", None)),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="seals_filing_answered_by_somebody",
                    ),
                ],
            },
        ),
        migrations.RunSQL(GUARD, GUARD_BACK),
    ]
