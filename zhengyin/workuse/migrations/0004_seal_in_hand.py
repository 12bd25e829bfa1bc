"""Nothing is sealed while the seal is lost, stopped, collected, in another's keeping or another's bag."""

from django.db import migrations

GUARD = """
CREATE FUNCTION workuse_seal_in_hand() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT public.seals_in_hand(NEW.organization_id, NEW.sealed_by_id, NEW.sealed_at) THEN
        RAISE EXCEPTION 'whoever seals has the seal in hand, and it is in use'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'work_use_seal_in_hand';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER work_use_seal_in_hand AFTER INSERT OR UPDATE OF state ON workuse_workuse
    FOR EACH ROW WHEN (NEW.state = 'work_sealed') EXECUTE FUNCTION workuse_seal_in_hand();
"""
BACK = "DROP TRIGGER work_use_seal_in_hand ON workuse_workuse; DROP FUNCTION workuse_seal_in_hand();"


class Migration(migrations.Migration):
    dependencies = (("workuse", "0003_codes_of_letters"), ("seals", "0012_in_hand"))

    operations = (migrations.RunSQL(GUARD, BACK),)
