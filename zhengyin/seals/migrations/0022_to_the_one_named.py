"""Who was named for a handover, and stands on the printed list, is who receives the seal.

Judged when written: what an older program entered stays.
"""

from django.db import migrations

NAMED = """
CREATE FUNCTION seals_handover_to_the_named() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.successor_id <> NEW.received_by_id THEN
        RAISE EXCEPTION 'who was named receives the seal'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_handover_to_the_named';
    END IF;
    RETURN NEW;
END $$;
-- by name after seals_handover_guard, which says first that the new keeper is who received it
CREATE TRIGGER seals_handover_named BEFORE UPDATE ON seals_handover
    FOR EACH ROW WHEN (OLD.state = 'handing_over' AND NEW.state = 'handed_over')
    EXECUTE FUNCTION seals_handover_to_the_named();
"""
NAMED_BACK = """
DROP TRIGGER seals_handover_named ON seals_handover;
DROP FUNCTION seals_handover_to_the_named();
"""


class Migration(migrations.Migration):
    dependencies = (("seals", "0021_taken_back_before_it_began"),)
    operations = (migrations.RunSQL(NAMED, NAMED_BACK),)
