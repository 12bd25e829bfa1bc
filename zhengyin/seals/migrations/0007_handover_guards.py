"""What the database itself says about handovers, and that a seal passes on by one alone."""

from django.db import migrations

# The change has happened when it is entered; a handover begins open and ends once.
HANDOVER = """
ALTER TABLE seals_handover ADD CONSTRAINT seals_handover_after_the_change
    CHECK (changed_on <= (opened_at AT TIME ZONE 'Asia/Shanghai')::date);
CREATE FUNCTION seals_handover_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    seal public.seals_seal;
    former public.seals_custody;
    latter public.seals_custody;
BEGIN
    SELECT * INTO seal FROM public.seals_seal WHERE id = NEW.seal_id;
    SELECT * INTO former FROM public.seals_custody WHERE id = NEW.custody_id;
    IF NEW.committee_id <> seal.committee_id OR former.seal_id <> NEW.seal_id
        OR NEW.changed_on < former.valid_from THEN
        RAISE EXCEPTION 'a handover is of a seal somebody kept by then'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_handover_of_a_kept_seal';
    END IF;
    IF TG_OP = 'INSERT' AND (NEW.state <> 'handing_over' OR seal.state <> 'in_use') THEN
        RAISE EXCEPTION 'a handover begins open, of a seal in use'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_handover_begins_open';
    END IF;
    IF TG_OP = 'UPDATE' AND (OLD.state <> 'handing_over' OR
        (NEW.id, NEW.seal_id, NEW.committee_id, NEW.custody_id, NEW.county_code, NEW.year, NEW.no,
         NEW.reason, NEW.changed_on, NEW.opened_at)
        IS DISTINCT FROM
        (OLD.id, OLD.seal_id, OLD.committee_id, OLD.custody_id, OLD.county_code, OLD.year, OLD.no,
         OLD.reason, OLD.changed_on, OLD.opened_at)) THEN
        RAISE EXCEPTION 'how a handover began stays, and it ends once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_handover_stays';
    END IF;
    IF NEW.new_custody_id IS NOT NULL THEN
        SELECT * INTO latter FROM public.seals_custody WHERE id = NEW.new_custody_id;
        IF latter.seal_id <> NEW.seal_id OR NEW.received_by_id <> latter.person_id
            OR NEW.state = 'reappointed' AND latter.person_id <> former.person_id THEN
            RAISE EXCEPTION 'who received the seal keeps it'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_handover_to_the_new_keeper';
        END IF;
    END IF;
    IF NEW.state = 'handed_over' AND NOT EXISTS (SELECT FROM public.people_appointment AS office
        WHERE office.person_id = NEW.supervised_by_id AND office.organization_id = NEW.committee_id
            AND office.office = 'supervision_committee'
            AND daterange(office.valid_from, office.valid_until) @> NEW.signed_on) THEN
        RAISE EXCEPTION 'the supervision committee watches a handover'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_handover_watched';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER seals_handover_guard BEFORE INSERT OR UPDATE ON seals_handover
    FOR EACH ROW EXECUTE FUNCTION seals_handover_guard();
"""
HANDOVER_BACK = """
DROP TRIGGER seals_handover_guard ON seals_handover;
DROP FUNCTION seals_handover_guard();
ALTER TABLE seals_handover DROP CONSTRAINT seals_handover_after_the_change;
"""

# At the end of the transaction: the custody comes first, the handover that gave it is closed after it.
PASSING = """
CREATE FUNCTION seals_custody_passes_by_handover() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM public.seals_custody AS former
            WHERE former.seal_id = NEW.seal_id AND former.id <> NEW.id
                AND (former.recorded_at, former.valid_from) < (NEW.recorded_at, NEW.valid_from))
        AND NOT EXISTS (SELECT FROM public.seals_handover AS handover
            WHERE handover.new_custody_id = NEW.id)
        AND NOT EXISTS (SELECT FROM public.people_appointment AS office
            WHERE office.id = NEW.appointment_id AND office.nature = 'acting') THEN
        RAISE EXCEPTION 'a seal kept before passes on by a handover'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_custody_by_handover';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER seals_custody_by_handover AFTER INSERT ON seals_custody
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION seals_custody_passes_by_handover();
"""
PASSING_BACK = """
DROP TRIGGER seals_custody_by_handover ON seals_custody;
DROP FUNCTION seals_custody_passes_by_handover();
"""

TERM = """
CREATE FUNCTION seals_custody_as_given() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (NEW.term_until, NEW.document_scan_id) IS DISTINCT FROM (OLD.term_until, OLD.document_scan_id) THEN
        RAISE EXCEPTION 'the agreed term and its paper stay'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_custody_as_given';
    END IF;
    RETURN NEW;
END $$;
-- by name after seals_custody_guard, which says first that a custody is only ended
CREATE TRIGGER seals_custody_written BEFORE UPDATE ON seals_custody
    FOR EACH ROW EXECUTE FUNCTION seals_custody_as_given();
"""
TERM_BACK = "DROP TRIGGER seals_custody_written ON seals_custody; DROP FUNCTION seals_custody_as_given();"

RIGHTS = "REVOKE DELETE ON seals_handover FROM zhengyin_app;"
RIGHTS_BACK = "GRANT DELETE ON seals_handover TO zhengyin_app;"


class Migration(migrations.Migration):
    """Add every guard by name; the tests try each by raw SQL."""

    dependencies = (("seals", "0006_handover"),)
    operations = (
        migrations.RunSQL(HANDOVER, HANDOVER_BACK),
        migrations.RunSQL(PASSING, PASSING_BACK),
        migrations.RunSQL(TERM, TERM_BACK),
        migrations.RunSQL(RIGHTS, RIGHTS_BACK),
    )
