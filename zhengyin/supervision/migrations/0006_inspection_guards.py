"""What the database itself says about inspections and violations, to every hand in psql."""

from django.db import migrations

# One path a table, written as in workflow.py; what was written down when it began never changes.
GUARD = """
CREATE FUNCTION supervision_{name}_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NEW.state <> '{start}' THEN
        RAISE EXCEPTION '{name} begins as {start}'
            USING ERRCODE = 'check_violation', CONSTRAINT = '{name}_path';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF ({stays_new}) IS DISTINCT FROM ({stays_old}) THEN
            RAISE EXCEPTION 'what {name} began with does not change'
                USING ERRCODE = 'check_violation', CONSTRAINT = '{name}_stays';
        END IF;
        IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN ({path}) THEN
            RAISE EXCEPTION '{name} does not go from % to %', OLD.state, NEW.state
                USING ERRCODE = 'check_violation', CONSTRAINT = '{name}_path';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER supervision_{name}_guard BEFORE INSERT OR UPDATE ON supervision_{name}
    FOR EACH ROW EXECUTE FUNCTION supervision_{name}_guard();
"""
BACK = (
    "DROP TRIGGER supervision_{name}_guard ON supervision_{name}; DROP FUNCTION supervision_{name}_guard();"
)
INSPECTION = (
    "inspection", "inspection_planned",
    ("id", "county_code", "township_id", "organization_id", "round", "title", "topics", "planned_from",
     "planned_last", "first_inspector", "second_inspector", "planned_by_id", "planned_at"),
    (("inspection_planned", "inspection_rectifying"), ("inspection_planned", "inspection_closed"),
     ("inspection_planned", "inspection_cancelled"), ("inspection_rectifying", "inspection_closed")),
)  # fmt: skip
FINDING = (
    "finding", "finding_open",
    ("id", "inspection_id", "no", "topic", "found", "to_do", "due_on", "recorded_by_id", "recorded_at"),
    (("finding_open", "finding_answered"), ("finding_answered", "finding_open"),
     ("finding_answered", "finding_settled"), ("finding_open", "finding_settled")),
)  # fmt: skip
FEEDBACK = (
    "feedback", "feedback_sent",
    ("id", "county_code", "finding_id", "item", "department", "words", "sent_by_id", "sent_at"),
    (("feedback_sent", "feedback_answered"),),
)  # fmt: skip
VIOLATION = (
    "violation", "violation_recorded",
    ("id", "county_code", "organization_id", "office_id", "wrong", "source", "happened_on",
     "rule", "rule_standing", "recorded_by_id", "recorded_at"),
    (("violation_recorded", "violation_heard"), ("violation_heard", "violation_handled"),
     ("violation_handled", "violation_closed"), ("violation_heard", "violation_dismissed")),
)  # fmt: skip

# Whom it is about: a township inspects its own committees, an office records below itself.
BELOW = """
CREATE FUNCTION supervision_inspection_below() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.regions_committee AS committee
            WHERE committee.organization_id = NEW.organization_id AND committee.township_id = NEW.township_id
            AND committee.county_code = NEW.county_code) THEN
        RAISE EXCEPTION 'a township inspects its own committees'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'inspection_of_own_committee';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER supervision_inspection_below BEFORE INSERT ON supervision_inspection
    FOR EACH ROW EXECUTE FUNCTION supervision_inspection_below();
CREATE FUNCTION supervision_finding_in_time() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (SELECT state FROM public.supervision_inspection WHERE id = NEW.inspection_id)
            <> 'inspection_planned' THEN
        RAISE EXCEPTION 'nothing is added after the notice has gone out'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_before_the_notice';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER supervision_finding_in_time BEFORE INSERT ON supervision_finding
    FOR EACH ROW EXECUTE FUNCTION supervision_finding_in_time();
CREATE FUNCTION supervision_inspection_ends() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.state IN ('inspection_closed', 'inspection_cancelled') AND OLD.state <> NEW.state
        AND EXISTS (SELECT FROM public.supervision_finding AS finding
            WHERE finding.inspection_id = NEW.id AND finding.state <> 'finding_settled') THEN
        RAISE EXCEPTION 'an inspection ends when every finding is settled'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'inspection_ends_when_settled';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER supervision_inspection_ends BEFORE UPDATE ON supervision_inspection
    FOR EACH ROW EXECUTE FUNCTION supervision_inspection_ends();
CREATE FUNCTION supervision_violation_below() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.regions_committee AS committee
            JOIN public.regions_organization AS office ON office.id = NEW.office_id
            WHERE committee.organization_id = NEW.organization_id
            AND committee.county_code = NEW.county_code AND office.county_code = NEW.county_code
            AND (office.kind = 'county_lead' OR committee.township_id = office.id)) THEN
        RAISE EXCEPTION 'an office records what is done below it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'violation_below_its_office';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER supervision_violation_below BEFORE INSERT ON supervision_violation
    FOR EACH ROW EXECUTE FUNCTION supervision_violation_below();
"""
BELOW_BACK = """
DROP TRIGGER supervision_inspection_below ON supervision_inspection;
DROP FUNCTION supervision_inspection_below();
DROP TRIGGER supervision_finding_in_time ON supervision_finding;
DROP FUNCTION supervision_finding_in_time();
DROP TRIGGER supervision_inspection_ends ON supervision_inspection;
DROP FUNCTION supervision_inspection_ends();
DROP TRIGGER supervision_violation_below ON supervision_violation;
DROP FUNCTION supervision_violation_below();
"""
RIGHTS = """
REVOKE DELETE, TRUNCATE ON supervision_inspection, supervision_finding, supervision_feedback,
    supervision_violation FROM zhengyin_app;
REVOKE UPDATE, DELETE, TRUNCATE ON supervision_answerphoto, supervision_handled FROM zhengyin_app;
"""
RIGHTS_BACK = """
GRANT DELETE ON supervision_inspection, supervision_finding, supervision_feedback,
    supervision_violation TO zhengyin_app;
GRANT UPDATE, DELETE ON supervision_answerphoto, supervision_handled TO zhengyin_app;
"""


def guard(
    name: str, start: str, stays: tuple[str, ...], path: tuple[tuple[str, str], ...]
) -> migrations.RunSQL:
    """The trigger of one table."""
    words = {
        "name": name, "start": start, "stays_new": ", ".join(f"NEW.{one}" for one in stays),
        "stays_old": ", ".join(f"OLD.{one}" for one in stays),
        "path": ", ".join(f"('{before}', '{after}')" for before, after in path),
    }  # fmt: skip
    return migrations.RunSQL(GUARD.format(**words), BACK.format(**words))


class Migration(migrations.Migration):
    """Add every guard by name; the tests try each by raw SQL."""

    dependencies = (("supervision", "0005_inspections_violations"),)
    operations = (
        guard(*INSPECTION),
        guard(*FINDING),
        guard(*FEEDBACK),
        guard(*VIOLATION),
        migrations.RunSQL(BELOW, BELOW_BACK),
        migrations.RunSQL(RIGHTS, RIGHTS_BACK),
    )
