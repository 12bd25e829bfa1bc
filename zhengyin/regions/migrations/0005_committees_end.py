"""A committee that was abolished or merged: from which day, into whom, by which paper; for good."""

import django.db.models.deletion
from django.db import migrations, models

STAYS = """
CREATE FUNCTION regions_committee_ended_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.ended_on IS NOT NULL AND (NEW.ended_on, NEW.ended_how, NEW.merged_into_id, NEW.end_document)
        IS DISTINCT FROM (OLD.ended_on, OLD.ended_how, OLD.merged_into_id, OLD.end_document) THEN
        RAISE EXCEPTION 'the end of a committee stays as it was recorded'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'regions_committee_ended_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER regions_committee_ended_stays BEFORE UPDATE ON regions_committee
    FOR EACH ROW EXECUTE FUNCTION regions_committee_ended_stays();
"""
STAYS_BACK = """
DROP TRIGGER regions_committee_ended_stays ON regions_committee;
DROP FUNCTION regions_committee_ended_stays();
"""


class Migration(migrations.Migration):
    """Add the columns; nobody takes an end back."""

    dependencies = [
        ("regions", "0004_practice"),
    ]

    operations = [
        migrations.AddField(
            model_name="committee",
            name="end_document",
            field=models.CharField(default="", max_length=200),
        ),
        migrations.AddField(
            model_name="committee",
            name="ended_how",
            field=models.CharField(default="", max_length=12),
        ),
        migrations.AddField(
            model_name="committee",
            name="ended_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="committee",
            name="merged_into",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="regions.committee",
            ),
        ),
        migrations.AddConstraint(
            model_name="committee",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("end_document", ""), ("ended_how", ""), ("ended_on", None), ("merged_into", None)
                    ),
                    models.Q(
                        ("ended_on__isnull", False),
                        models.Q(("end_document", ""), _negated=True),
                        ("ended_how", "abolished"),
                        ("merged_into", None),
                    ),
                    models.Q(
                        ("ended_on__isnull", False),
                        models.Q(("end_document", ""), _negated=True),
                        ("ended_how", "merged"),
                        ("merged_into__isnull", False),
                        models.Q(("merged_into", models.F("organization")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="regions_committee_ends_whole",
            ),
        ),
        migrations.RunSQL(STAYS, STAYS_BACK),
    ]
