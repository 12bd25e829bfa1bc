"""What the database itself says about seals: to every act, every script and every hand in psql."""

from django.db import migrations

# Whoever can approve cannot hold the office of custodian (people, approve_is_not_keep); here a
# custody is tied to that office, so nobody keeps a seal without it.
PERIODS = """
ALTER TABLE seals_custody ADD CONSTRAINT seals_one_custodian
    EXCLUDE USING gist (seal_id WITH =, daterange(valid_from, valid_until) WITH &&);
ALTER TABLE seals_signingcertificate ADD CONSTRAINT seals_one_valid_certificate
    EXCLUDE USING gist (committee_id WITH =, tstzrange(
        valid_from, greatest(valid_from, least(valid_until, coalesce(revoked_at, valid_until)))) WITH &&);
"""
PERIODS_BACK = """
ALTER TABLE seals_custody DROP CONSTRAINT seals_one_custodian;
ALTER TABLE seals_signingcertificate DROP CONSTRAINT seals_one_valid_certificate;
"""

SEAL = """
CREATE FUNCTION seals_seal_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM public.regions_committee AS committee
            WHERE committee.organization_id = NEW.committee_id AND committee.kind = 'virtual') THEN
        RAISE EXCEPTION 'a virtual community has no seal'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_virtual_never';
    END IF;
    IF TG_OP = 'INSERT' AND NEW.state <> 'engraving' THEN
        RAISE EXCEPTION 'a seal begins by being engraved'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_seal_path';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF (NEW.id, NEW.committee_id, NEW.kind, NEW.name, NEW.county_code, NEW.ordered_at)
            IS DISTINCT FROM (OLD.id, OLD.committee_id, OLD.kind, OLD.name, OLD.county_code, OLD.ordered_at)
        THEN
            RAISE EXCEPTION 'what is engraved does not change'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_seal_stays';
        END IF;
        IF (OLD.state, NEW.state) NOT IN (('engraving', 'in_use'), ('in_use', 'stopped'))
            AND OLD.state <> NEW.state THEN
            RAISE EXCEPTION 'a seal does not go from % to %', OLD.state, NEW.state
                USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_seal_path';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER seals_seal_guard BEFORE INSERT OR UPDATE ON seals_seal
    FOR EACH ROW EXECUTE FUNCTION seals_seal_guard();
"""
SEAL_BACK = "DROP TRIGGER seals_seal_guard ON seals_seal; DROP FUNCTION seals_seal_guard();"

CUSTODY = """
CREATE FUNCTION seals_custody_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    seal public.seals_seal;
    office public.people_appointment;
BEGIN
    SELECT * INTO seal FROM public.seals_seal WHERE id = NEW.seal_id;
    SELECT * INTO office FROM public.people_appointment WHERE id = NEW.appointment_id;
    IF office.office IS DISTINCT FROM 'custodian' OR office.person_id <> NEW.person_id
        OR office.organization_id <> seal.committee_id
        OR NOT daterange(office.valid_from, office.valid_until)
            @> daterange(NEW.valid_from, NEW.valid_until) THEN
        RAISE EXCEPTION 'a custody rests on the office of custodian, held all that time'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_custody_rests_on_office';
    END IF;
    IF TG_OP = 'INSERT' AND (seal.state <> 'in_use' OR NEW.valid_from < seal.issued_on
        OR NEW.state <> 'kept') THEN
        RAISE EXCEPTION 'only a seal in use is given into custody'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_custody_of_seal_in_use';
    END IF;
    IF TG_OP = 'UPDATE' AND (
        (NEW.id, NEW.seal_id, NEW.person_id, NEW.appointment_id, NEW.mode, NEW.valid_from,
         NEW.entrusted_on, NEW.document, NEW.resolution_id, NEW.recorded_at)
        IS DISTINCT FROM
        (OLD.id, OLD.seal_id, OLD.person_id, OLD.appointment_id, OLD.mode, OLD.valid_from,
         OLD.entrusted_on, OLD.document, OLD.resolution_id, OLD.recorded_at)
        OR OLD.state = 'closed'
        OR NEW.valid_until IS NULL AND OLD.valid_until IS NOT NULL OR NEW.valid_until > OLD.valid_until) THEN
        RAISE EXCEPTION 'a custody is only ended'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_custody_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER seals_custody_guard BEFORE INSERT OR UPDATE ON seals_custody
    FOR EACH ROW EXECUTE FUNCTION seals_custody_guard();
"""
CUSTODY_BACK = "DROP TRIGGER seals_custody_guard ON seals_custody; DROP FUNCTION seals_custody_guard();"

CERTIFICATES = """
CREATE FUNCTION seals_signingcertificate_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.revoked_at IS NOT NULL OR
        (to_jsonb(NEW) - 'revoked_at' - 'revoke_reason') <> (to_jsonb(OLD) - 'revoked_at' - 'revoke_reason')
    THEN
        RAISE EXCEPTION 'a certificate is only revoked, and once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_certificate_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER seals_signingcertificate_guard BEFORE UPDATE ON seals_signingcertificate
    FOR EACH ROW EXECUTE FUNCTION seals_signingcertificate_guard();

CREATE FUNCTION seals_countyauthority_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.retired_at IS NOT NULL OR (to_jsonb(NEW) - 'retired_at') <> (to_jsonb(OLD) - 'retired_at') THEN
        RAISE EXCEPTION 'an authority is only retired, and once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_authority_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER seals_countyauthority_guard BEFORE UPDATE ON seals_countyauthority
    FOR EACH ROW EXECUTE FUNCTION seals_countyauthority_guard();
"""
CERTIFICATES_BACK = """
DROP TRIGGER seals_signingcertificate_guard ON seals_signingcertificate;
DROP FUNCTION seals_signingcertificate_guard();
DROP TRIGGER seals_countyauthority_guard ON seals_countyauthority;
DROP FUNCTION seals_countyauthority_guard();
"""

RIGHTS = """
REVOKE DELETE ON seals_seal, seals_custody, seals_signingcertificate, seals_countyauthority FROM zhengyin_app;
REVOKE UPDATE, DELETE ON seals_resolution FROM zhengyin_app;
"""
RIGHTS_BACK = """
GRANT DELETE ON seals_seal, seals_custody, seals_signingcertificate, seals_countyauthority TO zhengyin_app;
GRANT UPDATE, DELETE ON seals_resolution TO zhengyin_app;
"""


class Migration(migrations.Migration):
    """Add every guard by name; the tests try each by raw SQL."""

    dependencies = (
        ("seals", "0001_seals_custody_certificates"),
        ("people", "0003_separations"),
    )
    operations = (
        migrations.RunSQL(PERIODS, PERIODS_BACK),
        migrations.RunSQL(SEAL, SEAL_BACK),
        migrations.RunSQL(CUSTODY, CUSTODY_BACK),
        migrations.RunSQL(CERTIFICATES, CERTIFICATES_BACK),
        migrations.RunSQL(RIGHTS, RIGHTS_BACK),
    )
