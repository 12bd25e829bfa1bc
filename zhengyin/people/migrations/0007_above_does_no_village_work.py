"""No township, county or city officer handles, approves or keeps a seal in a committee, whichever it is."""

from django.db import migrations

ABOVE = """
ALTER TABLE people_appointment ADD CONSTRAINT above_does_no_village_work
    EXCLUDE USING gist (person_id WITH =,
        (CASE WHEN office IN ('township', 'county_lead', 'city') THEN 1 ELSE 2 END) WITH <>,
        daterange(valid_from, valid_until) WITH &&)
    WHERE (office IN ('township', 'county_lead', 'city',
        'director', 'second_approver', 'custodian', 'handler'));
"""
BACK = "ALTER TABLE people_appointment DROP CONSTRAINT above_does_no_village_work;"


class Migration(migrations.Migration):
    """One constraint."""

    dependencies = (("people", "0006_who_watches"),)
    operations = (migrations.RunSQL(ABOVE, BACK),)
