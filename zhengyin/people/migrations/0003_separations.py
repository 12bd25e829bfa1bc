"""Separations and shapes of office periods, said by the database."""

from typing import ClassVar

from django.db import migrations

PERIOD = "daterange(valid_from, valid_until)"

CONSTRAINTS = {
    # approve, keep and barred exclude one another: delegations and acting custody are rows here too
    "approve_is_not_keep": (
        "EXCLUDE USING gist (person_id WITH =, organization_id WITH =, capacity WITH <>, "
        f"{PERIOD} WITH &&) WHERE (capacity <> 'none')"
    ),
    "barred_never_decides": (
        "CHECK (standing = 'regular' OR office NOT IN ('director', 'second_approver', 'custodian'))"
    ),
    "office_held_once": (
        f"EXCLUDE USING gist (person_id WITH =, organization_id WITH =, office WITH =, {PERIOD} WITH &&)"
    ),
    "one_director": (
        f"EXCLUDE USING gist (organization_id WITH =, {PERIOD} WITH &&) "
        "WHERE (office = 'director' AND nature <> 'delegated')"
    ),
    "three_administrators": (
        f"EXCLUDE USING gist (person_id WITH =, office WITH <>, {PERIOD} WITH &&) WHERE (administers = 1)"
    ),
    "one_of_each_administrator": (
        f"EXCLUDE USING gist (organization_id WITH =, office WITH =, {PERIOD} WITH &&) "
        "WHERE (administers = 1)"
    ),
    "administrator_sees_no_cases": (
        f"EXCLUDE USING gist (person_id WITH =, administers WITH <>, {PERIOD} WITH &&)"
    ),
    "term_runs_forward": "CHECK (valid_until IS NULL OR valid_until >= valid_from)",
    "loans_last_30_days": (
        "CHECK (nature NOT IN ('delegated', 'acting') "
        "OR (valid_until IS NOT NULL AND valid_until - valid_from <= 30))"
    ),
    "only_a_delegation_is_lent": "CHECK ((nature = 'delegated') = (lent_from_id IS NOT NULL))",
    "only_the_directors_office_is_lent": "CHECK (nature <> 'delegated' OR office = 'director')",
    "presiding_is_a_director": "CHECK (nature <> 'presiding' OR office = 'director')",
    "acting_is_a_custodian": "CHECK (nature <> 'acting' OR office = 'custodian')",
    "nobody_appoints_himself": (
        "CHECK (appointed_by_id <> person_id AND (second_id IS NULL "
        "OR (second_id <> person_id AND second_id <> appointed_by_id)))"
    ),
    "only_set_up_has_no_appointer": (
        "CHECK ((appointed_by_id IS NULL) = (basis = 'set_up') AND (basis <> 'set_up' OR administers = 1))"
    ),
    "elections_have_a_day": "CHECK ((basis = 'election') = (elected_on IS NOT NULL))",
    "rests_on_a_document": "CHECK (btrim(basis_document) <> '')",
}

# A loan is lent from an office held by appointment, never from another loan.
LOANS = """
ALTER TABLE people_appointment
    ADD COLUMN lendable boolean GENERATED ALWAYS AS (nature IN ('appointed', 'presiding')) STORED,
    ADD COLUMN lent_from_lendable boolean
        GENERATED ALWAYS AS (CASE WHEN lent_from_id IS NULL THEN NULL ELSE true END) STORED,
    ADD CONSTRAINT lendable_key UNIQUE (id, organization_id, office, lendable),
    ADD CONSTRAINT loans_are_not_passed_on
        FOREIGN KEY (lent_from_id, organization_id, office, lent_from_lendable)
        REFERENCES people_appointment (id, organization_id, office, lendable);
"""
LOANS_BACK = """
ALTER TABLE people_appointment
    DROP CONSTRAINT loans_are_not_passed_on, DROP CONSTRAINT lendable_key,
    DROP COLUMN lent_from_lendable, DROP COLUMN lendable;
"""

# What was recorded stays: a period may be shortened once it is known to end, nothing else changes.
FIXED = """
CREATE FUNCTION people_appointment_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'an appointment is never deleted' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (NEW.id, NEW.person_id, NEW.organization_id, NEW.office, NEW.nature, NEW.standing, NEW.valid_from,
        NEW.basis, NEW.basis_document, NEW.recorded_at)
       IS DISTINCT FROM
       (OLD.id, OLD.person_id, OLD.organization_id, OLD.office, OLD.nature, OLD.standing, OLD.valid_from,
        OLD.basis, OLD.basis_document, OLD.recorded_at)
       OR (NEW.appointed_by_id, NEW.second_id, NEW.lent_from_id, NEW.elected_on)
       IS DISTINCT FROM (OLD.appointed_by_id, OLD.second_id, OLD.lent_from_id, OLD.elected_on)
       OR NEW.valid_until IS NULL AND OLD.valid_until IS NOT NULL
       OR NEW.valid_until > OLD.valid_until THEN
        RAISE EXCEPTION 'an appointment is only ended' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER people_appointment_is_fixed BEFORE UPDATE OR DELETE ON people_appointment
    FOR EACH ROW EXECUTE FUNCTION people_appointment_is_fixed();
"""
FIXED_BACK = """
DROP TRIGGER people_appointment_is_fixed ON people_appointment;
DROP FUNCTION people_appointment_is_fixed();
"""


def _add(name: str, rule: str) -> str:
    return f"ALTER TABLE people_appointment ADD CONSTRAINT {name} {rule};"


class Migration(migrations.Migration):
    """Add every constraint by name; the tests try each by raw SQL."""

    dependencies: ClassVar = [("people", "0002_offices_and_log_ins")]
    operations: ClassVar = [
        *(
            migrations.RunSQL(_add(name, rule), f"ALTER TABLE people_appointment DROP CONSTRAINT {name};")
            for name, rule in CONSTRAINTS.items()
        ),
        migrations.RunSQL(LOANS, LOANS_BACK),
        migrations.RunSQL(FIXED, FIXED_BACK),
    ]
