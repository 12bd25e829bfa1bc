"""Nobody approves in the morning and keeps the seal in the afternoon: an office ended fills its last day."""

from django.db import migrations

# GREATEST skips what is NULL: an open period stays open, one that ended by itself ended at midnight.
DAYS = """
ALTER TABLE people_appointment ADD CONSTRAINT approve_and_keep_on_other_days
    EXCLUDE USING gist (person_id WITH =, organization_id WITH =, capacity WITH <>,
        daterange(valid_from, GREATEST(valid_until,
            (ended_at AT TIME ZONE 'Asia/Shanghai')::date + 1)) WITH &&)
    WHERE (capacity IN ('approve', 'keep'));
"""
BACK = "ALTER TABLE people_appointment DROP CONSTRAINT approve_and_keep_on_other_days;"


class Migration(migrations.Migration):
    """One constraint."""

    dependencies = (("people", "0007_above_does_no_village_work"),)
    operations = (migrations.RunSQL(DAYS, BACK),)
