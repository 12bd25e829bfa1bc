"""What strangers are told of a sealed paper is what was sealed: the row and its persons stay as they are."""

from django.db import migrations

GUARD = """
CREATE FUNCTION certificates_sealed_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    may_change CONSTANT text[] := ARRAY['state', 'tracking_failures'];
BEGIN
    IF OLD.state NOT IN ('sealed', 'delivered') THEN
        RETURN NEW;
    END IF;
    IF to_jsonb(NEW) - may_change IS DISTINCT FROM to_jsonb(OLD) - may_change THEN
        RAISE EXCEPTION 'what is sealed does not change'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_sealed_stays';
    END IF;
    IF (OLD.state, NEW.state) NOT IN
        (('sealed', 'sealed'), ('sealed', 'delivered'), ('delivered', 'delivered')) THEN
        RAISE EXCEPTION 'a sealed certificate is not taken back by hand'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_sealed_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER certificate_sealed_stays BEFORE UPDATE ON certificates_certificate
    FOR EACH ROW EXECUTE FUNCTION certificates_sealed_stays();
REVOKE UPDATE ON certificates_party FROM zhengyin_app;
"""
GUARD_BACK = """
GRANT UPDATE ON certificates_party TO zhengyin_app;
DROP TRIGGER certificate_sealed_stays ON certificates_certificate;
DROP FUNCTION certificates_sealed_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("certificates", "0003_ties_as_they_stood")]
    operations = [migrations.RunSQL(GUARD, GUARD_BACK)]
