"""What may happen after the seal: hand-over, void, correction; everything else of the row stays.

A paper that corrects or doubles another is of the same committee and made while the other holds; the
corrected one ends in the transaction that seals the new one, and in no other.
"""

from django.db import migrations

STAYS = """
CREATE OR REPLACE FUNCTION certificates_sealed_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    may_change CONSTANT text[] := ARRAY['state', 'void_kind', 'tracking_failures'];
BEGIN
    IF OLD.state NOT IN ('sealed', 'delivered', 'voided', 'corrected') THEN
        RETURN NEW;
    END IF;
    IF to_jsonb(NEW) - may_change IS DISTINCT FROM to_jsonb(OLD) - may_change
        OR OLD.state = NEW.state AND OLD.void_kind <> NEW.void_kind THEN
        RAISE EXCEPTION 'what is sealed does not change'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_sealed_stays';
    END IF;
    IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (
            ('sealed', 'delivered'), ('sealed', 'voided'), ('delivered', 'voided'),
            ('sealed', 'corrected'), ('delivered', 'corrected'))
        OR OLD.state = 'delivered' AND NEW.void_kind = 'unstamped' THEN
        RAISE EXCEPTION 'a sealed certificate is not taken back by hand'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_sealed_stays';
    END IF;
    IF OLD.state <> 'corrected' AND NEW.state = 'corrected' AND NOT EXISTS (
        SELECT FROM certificates_certificate n WHERE n.corrects_id = NEW.id AND n.state = 'sealed'
    ) THEN
        RAISE EXCEPTION 'nothing is corrected without a sealed correction'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_corrected_by_another';
    END IF;
    RETURN NEW;
END $$;
"""
STAYED = """
CREATE OR REPLACE FUNCTION certificates_sealed_stays() RETURNS trigger LANGUAGE plpgsql
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
"""

FOLLOWS = """
CREATE FUNCTION certificates_follows() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF (NEW.corrects_id, NEW.reissues_id) IS DISTINCT FROM (OLD.corrects_id, OLD.reissues_id) THEN
            RAISE EXCEPTION 'which paper a case follows is said when it is applied for'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_follows';
        END IF;
        IF NEW.state <> 'sealed' OR OLD.state = 'sealed' THEN
            RETURN NEW;
        END IF;
    END IF;
    PERFORM FROM certificates_certificate earlier WHERE earlier.id IN (NEW.corrects_id, NEW.reissues_id)
        AND earlier.organization_id = NEW.organization_id
        AND earlier.state IN ('sealed', 'delivered') FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'only a paper of the same committee that holds is corrected or doubled'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_follows';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER certificate_follows BEFORE INSERT ON certificates_certificate FOR EACH ROW
    WHEN (coalesce(NEW.corrects_id, NEW.reissues_id) IS NOT NULL) EXECUTE FUNCTION certificates_follows();
CREATE TRIGGER certificate_goes_on_following BEFORE UPDATE ON certificates_certificate FOR EACH ROW
    WHEN (coalesce(OLD.corrects_id, OLD.reissues_id, NEW.corrects_id, NEW.reissues_id) IS NOT NULL)
    EXECUTE FUNCTION certificates_follows();

CREATE FUNCTION certificates_corrects() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM certificates_certificate c WHERE c.id = NEW.corrects_id AND c.state = 'corrected';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'two papers that contradict each other do not both hold'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'certificate_ends_what_it_corrects';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER certificate_ends_what_it_corrects AFTER INSERT OR UPDATE ON certificates_certificate
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.corrects_id IS NOT NULL AND NEW.state = 'sealed')
    EXECUTE FUNCTION certificates_corrects();
"""
FOLLOWED = """
DROP TRIGGER certificate_ends_what_it_corrects ON certificates_certificate;
DROP FUNCTION certificates_corrects();
DROP TRIGGER certificate_goes_on_following ON certificates_certificate;
DROP TRIGGER certificate_follows ON certificates_certificate;
DROP FUNCTION certificates_follows();
"""

CLOSED = """
CREATE OR REPLACE FUNCTION certificates_check_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.certificate_id, NEW.key) IS DISTINCT FROM (OLD.certificate_id, OLD.key) THEN
        RAISE EXCEPTION 'a check is of one fact of one certificate'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'check_stays';
    END IF;
    PERFORM FROM certificates_certificate c WHERE c.id = NEW.certificate_id
        AND c.state IN ('awaiting_second', 'approved', {sealed}) FOR SHARE;
    IF FOUND THEN
        RAISE EXCEPTION 'what was approved rests on the checks as they stood'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'check_stays';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION certificates_party_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM certificates_certificate c WHERE c.id = NEW.certificate_id
        AND c.state IN ({sealed}) FOR SHARE;
    IF FOUND THEN
        RAISE EXCEPTION 'nobody joins a sealed certificate'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'party_stays';
    END IF;
    RETURN NEW;
END $$;
"""


def closed(*states: str) -> str:
    """Checks and persons stay from these states on."""
    return CLOSED.format(sealed=", ".join(f"'{state}'" for state in states))


class Migration(migrations.Migration):
    dependencies = [("certificates", "0010_void_and_correction")]
    operations = [
        migrations.RunSQL(STAYS, STAYED),
        migrations.RunSQL(FOLLOWS, FOLLOWED),
        migrations.RunSQL(
            closed("sealed", "delivered", "voided", "corrected"), closed("sealed", "delivered")
        ),
    ]
