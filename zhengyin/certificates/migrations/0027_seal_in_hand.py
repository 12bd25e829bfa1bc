"""Nothing is sealed while the seal is lost, stopped, collected, in another's keeping or another's bag.

A paper stamped first and entered late is judged as of its own moment, by the rules, and marked.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION certificates_seal_in_hand() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT public.seals_in_hand(NEW.organization_id, NEW.sealed_by_id, NEW.sealed_at) THEN
        RAISE EXCEPTION 'whoever seals has the seal in hand, and it is in use'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_seal_in_hand';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER certificate_seal_in_hand AFTER UPDATE OF state ON certificates_certificate
    FOR EACH ROW WHEN (OLD.state = 'approved' AND NEW.state = 'sealed' AND NEW.pad_number = '')
    EXECUTE FUNCTION certificates_seal_in_hand();
"""
BACK = """
DROP TRIGGER certificate_seal_in_hand ON certificates_certificate;
DROP FUNCTION certificates_seal_in_hand();
"""


class Migration(migrations.Migration):
    dependencies = (("certificates", "0026_grounds"), ("seals", "0012_in_hand"))

    operations = (migrations.RunSQL(GUARD, BACK),)
