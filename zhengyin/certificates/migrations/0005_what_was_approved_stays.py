"""What an approval rests on stays: checks from the approval on, persons from the seal on, a grant's words.

The reason of a return stands in the line alone, where it can be erased; its copy in clear goes.
"""

from django.db import migrations

GUARD = """
CREATE FUNCTION certificates_check_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.certificate_id, NEW.key) IS DISTINCT FROM (OLD.certificate_id, OLD.key) THEN
        RAISE EXCEPTION 'a check is of one fact of one certificate'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'check_stays';
    END IF;
    PERFORM FROM certificates_certificate c WHERE c.id = NEW.certificate_id
        AND c.state IN ('awaiting_second', 'approved', 'sealed', 'delivered') FOR SHARE;
    IF FOUND THEN
        RAISE EXCEPTION 'what was approved rests on the checks as they stood'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'check_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER check_stays BEFORE INSERT OR UPDATE ON certificates_checkedfact
    FOR EACH ROW EXECUTE FUNCTION certificates_check_stays();

CREATE FUNCTION certificates_party_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM certificates_certificate c WHERE c.id = NEW.certificate_id
        AND c.state IN ('sealed', 'delivered') FOR SHARE;
    IF FOUND THEN
        RAISE EXCEPTION 'nobody joins a sealed certificate'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'party_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER party_stays BEFORE INSERT ON certificates_party
    FOR EACH ROW EXECUTE FUNCTION certificates_party_stays();

REVOKE UPDATE ON certificates_grantedpaper FROM zhengyin_app;
GRANT UPDATE (used_at) ON certificates_grantedpaper TO zhengyin_app;
"""
GUARD_BACK = """
REVOKE UPDATE (used_at) ON certificates_grantedpaper FROM zhengyin_app;
GRANT UPDATE ON certificates_grantedpaper TO zhengyin_app;
DROP TRIGGER party_stays ON certificates_party;
DROP FUNCTION certificates_party_stays();
DROP TRIGGER check_stays ON certificates_checkedfact;
DROP FUNCTION certificates_check_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("certificates", "0004_sealed_stays")]
    operations = [
        migrations.RunSQL(GUARD, GUARD_BACK),
        migrations.RemoveField(model_name="certificate", name="return_reason"),
    ]
