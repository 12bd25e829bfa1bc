"""Whoever keeps one seal of a committee may act for the keeper of another: acting is held apart, and once."""

from django.db import migrations

_ONCE = """
ALTER TABLE people_appointment DROP CONSTRAINT office_held_once;
ALTER TABLE people_appointment ADD CONSTRAINT office_held_once
    EXCLUDE USING gist (person_id WITH =, organization_id WITH =, office WITH =,%s
        daterange(valid_from, valid_until) WITH &&);
"""
_APART = """
        (CASE WHEN nature = 'acting' THEN 1 ELSE 2 END) WITH =,"""


class Migration(migrations.Migration):
    """One constraint, said again."""

    dependencies = (("people", "0008_approve_and_keep_on_other_days"),)
    operations = (migrations.RunSQL(_ONCE % _APART, _ONCE % ""),)
