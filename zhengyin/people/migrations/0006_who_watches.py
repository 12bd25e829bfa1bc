"""Nobody watches what he approves or keeps: the supervision committee's member holds neither office."""

from django.db import migrations

WATCHES = """
ALTER TABLE people_appointment ADD CONSTRAINT who_watches_only_watches
    EXCLUDE USING gist (person_id WITH =, organization_id WITH =,
        (CASE WHEN office = 'supervision_committee' THEN 1 ELSE 2 END) WITH <>,
        daterange(valid_from, valid_until) WITH &&)
    WHERE (office IN ('supervision_committee', 'director', 'second_approver', 'custodian'));
"""
BACK = "ALTER TABLE people_appointment DROP CONSTRAINT who_watches_only_watches;"


class Migration(migrations.Migration):
    """One constraint."""

    dependencies = (("people", "0005_telephones_change"),)
    operations = (migrations.RunSQL(WATCHES, BACK),)
