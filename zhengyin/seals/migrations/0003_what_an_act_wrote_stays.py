"""What the issue and the loss of a seal wrote is written by these acts and stays as they wrote it."""

from django.db import migrations

GUARD = """
CREATE FUNCTION seals_seal_as_written() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (NEW.made_on, NEW.issued_on, NEW.issued_at, NEW.received_by, NEW.impression_id)
        IS DISTINCT FROM (OLD.made_on, OLD.issued_on, OLD.issued_at, OLD.received_by, OLD.impression_id)
        AND (OLD.state, NEW.state) <> ('engraving', 'in_use') THEN
        RAISE EXCEPTION 'what the issue of a seal wrote stays'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_seal_as_issued';
    END IF;
    IF NEW.lost_at IS DISTINCT FROM OLD.lost_at AND (OLD.state, NEW.state) <> ('in_use', 'stopped') THEN
        RAISE EXCEPTION 'what the report of a loss wrote stays'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_seal_as_lost';
    END IF;
    RETURN NEW;
END $$;
-- by name after seals_seal_guard, which says first where a state does not follow
CREATE TRIGGER seals_seal_written BEFORE UPDATE ON seals_seal
    FOR EACH ROW EXECUTE FUNCTION seals_seal_as_written();
"""
BACK = "DROP TRIGGER seals_seal_written ON seals_seal; DROP FUNCTION seals_seal_as_written();"


class Migration(migrations.Migration):
    """Add the guard; the tests try each column by raw SQL."""

    dependencies = (("seals", "0002_guards"),)
    operations = (migrations.RunSQL(GUARD, BACK),)
