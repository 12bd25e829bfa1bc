"""日终核对: its table, and that only whoever keeps the seal that day writes it, by the clock, for good."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

ENTERS = """
CREATE FUNCTION supervision_daycheck_enters() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.checked_at > clock_timestamp()
        OR NEW.day <> (NEW.checked_at AT TIME ZONE 'Asia/Shanghai')::date THEN
        RAISE EXCEPTION 'a day is compared on that day'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'day_check_on_its_day';
    END IF;
    IF NOT EXISTS (SELECT FROM public.people_appointment AS term WHERE term.person_id = NEW.person_id
            AND term.organization_id = NEW.organization_id AND term.office = 'custodian'
            AND term.valid_from <= NEW.day AND (term.valid_until IS NULL OR term.valid_until > NEW.day)) THEN
        RAISE EXCEPTION 'only a custodian compares the day'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'day_check_by_a_custodian';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER supervision_daycheck_enters BEFORE INSERT ON supervision_daycheck
    FOR EACH ROW EXECUTE FUNCTION supervision_daycheck_enters();
REVOKE UPDATE, DELETE, TRUNCATE ON supervision_daycheck FROM zhengyin_app;
"""
BACK = """
GRANT UPDATE, DELETE ON supervision_daycheck TO zhengyin_app;
DROP TRIGGER supervision_daycheck_enters ON supervision_daycheck;
DROP FUNCTION supervision_daycheck_enters();
"""


class Migration(migrations.Migration):
    """Add the table with its guards; the tests try each by raw SQL."""

    dependencies = (
        ("supervision", "0006_inspection_guards"),
        ("people", "0005_telephones_change"),
        ("regions", "0003_kept"),
    )
    operations = (
        migrations.CreateModel(
            name="DayCheck",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("county_code", models.CharField(max_length=12)),
                ("day", models.DateField()),
                ("papers", models.PositiveIntegerField()),
                ("copies", models.PositiveIntegerField()),
                ("impressions", models.PositiveIntegerField()),
                ("agree", models.BooleanField()),
                ("following", models.PositiveIntegerField(null=True)),
                (
                    "missing",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveIntegerField(), default=list, size=None
                    ),
                ),
                ("checked_at", models.DateTimeField()),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="regions.organization",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": (
                    models.CheckConstraint(
                        condition=Q(copies__gte=F("papers"), impressions__gte=F("papers")),
                        name="day_check_counts_fit",
                    ),
                    models.CheckConstraint(
                        condition=Q(following__isnull=False) | Q(missing__len=0),
                        name="day_check_missing_of_a_pad",
                    ),
                ),
                "indexes": [models.Index(fields=["organization", "day"], name="day_check_by_day")],
            },
        ),
        migrations.RunSQL(ENTERS, BACK),
    )
