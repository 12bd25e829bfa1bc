"""Who approved which text stays from the approval to the seal; taken back, the approval is taken off."""

from django.db import migrations

STAYS = """
CREATE FUNCTION certificates_approval_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (NEW.approved_by_id, NEW.approved_digest) IS DISTINCT FROM (OLD.approved_by_id, OLD.approved_digest)
        OR OLD.state = 'approved' AND NEW.countersigned_by_id IS DISTINCT FROM OLD.countersigned_by_id THEN
        RAISE EXCEPTION 'who approved which text does not change'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_approval_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER approval_stays BEFORE UPDATE ON certificates_certificate
    FOR EACH ROW WHEN (OLD.state = 'awaiting_second' AND NEW.state IN ('awaiting_second', 'approved')
        OR OLD.state = 'approved' AND NEW.state IN ('approved', 'sealed'))
    EXECUTE FUNCTION certificates_approval_stays();
"""
BACK = "DROP TRIGGER approval_stays ON certificates_certificate; DROP FUNCTION certificates_approval_stays();"


class Migration(migrations.Migration):
    """One trigger."""

    dependencies = (("certificates", "0027_seal_in_hand"),)
    operations = (migrations.RunSQL(STAYS, BACK),)
