"""No township takes a village's seal for safe keeping, not by way of a dispute or of an order called off."""

from django.db import migrations

GUARD = """
CREATE FUNCTION seals_no_safe_keeping() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    stands boolean := EXISTS (SELECT FROM public.regions_committee AS committee
        WHERE committee.organization_id = NEW.committee_id AND committee.ended_on IS NULL);
BEGIN
    IF stands AND (OLD.state, NEW.state) = ('stopped', 'seal_collected')
        AND EXISTS (SELECT FROM public.seals_stop AS stop
            WHERE stop.seal_id = NEW.id AND stop.ended_at IS NULL AND stop.reason = 'seal_disputed')
        AND NOT EXISTS (SELECT FROM public.seals_seal AS next
            WHERE next.replaces_id = NEW.id AND next.state = 'engraving') THEN
        RAISE EXCEPTION 'a disputed seal is restored, or collected for the one that takes its place'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_disputed_not_kept';
    END IF;
    IF stands AND (OLD.state, NEW.state) = ('engraving', 'seal_called_off') AND EXISTS (
            SELECT FROM public.seals_seal AS given_up
             WHERE given_up.id = NEW.replaces_id
               AND given_up.state IN ('seal_collected', 'seal_destroyed')) THEN
        RAISE EXCEPTION 'whoever gave up a seal for this one is owed it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_successor_is_owed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER seals_no_safe_keeping BEFORE UPDATE OF state ON seals_seal
    FOR EACH ROW EXECUTE FUNCTION seals_no_safe_keeping();
"""
BACK = """
DROP TRIGGER seals_no_safe_keeping ON seals_seal;
DROP FUNCTION seals_no_safe_keeping();
"""


class Migration(migrations.Migration):
    dependencies = (("seals", "0016_judged_when_written"),)
    operations = (migrations.RunSQL(GUARD, BACK),)
