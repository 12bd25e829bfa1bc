"""What the database itself says about the life of a seal."""

from django.db import migrations

# `seals_seal_guard` and `seals_seal_as_written` are those of 0002 and 0003, said anew.
SEAL = """
CREATE OR REPLACE FUNCTION seals_seal_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    written text[] := ARRAY['state', 'made_on', 'issued_on', 'issued_at', 'received_by', 'receipt_id',
        'impression_id', 'police_number'];
BEGIN
    IF EXISTS (SELECT FROM public.regions_committee AS committee
            WHERE committee.organization_id = NEW.committee_id AND committee.kind = 'virtual') THEN
        RAISE EXCEPTION 'a virtual community has no seal'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_virtual_never';
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'engraving' THEN
            RAISE EXCEPTION 'a seal begins by being engraved'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_seal_path';
        END IF;
    ELSE
        IF (to_jsonb(NEW) - written) <> (to_jsonb(OLD) - written) THEN
            RAISE EXCEPTION 'what is engraved does not change'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_seal_stays';
        END IF;
        IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (
                ('engraving', 'in_use'), ('engraving', 'seal_called_off'), ('in_use', 'stopped'),
                ('in_use', 'seal_collected'), ('stopped', 'in_use'), ('stopped', 'seal_collected'),
                ('seal_collected', 'seal_destroyed')) THEN
            RAISE EXCEPTION 'a seal does not go from % to %', OLD.state, NEW.state
                USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_seal_path';
        END IF;
    END IF;
    IF NEW.state IN ('engraving', 'in_use') AND EXISTS (SELECT FROM public.regions_committee AS committee
            WHERE committee.organization_id = NEW.committee_id AND committee.ended_on IS NOT NULL) THEN
        RAISE EXCEPTION 'a committee that ended has no seal'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_ended_never';
    END IF;
    RETURN NEW;
END $$;

-- by name after seals_seal_guard, which says first where a state does not follow
CREATE FUNCTION seals_seal_life() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    stopped boolean := EXISTS (SELECT FROM public.seals_stop AS stop
        WHERE stop.seal_id = NEW.id AND stop.ended_at IS NULL);
BEGIN
    IF OLD.state = NEW.state THEN
        RETURN NEW;
    END IF;
    IF (OLD.state, NEW.state) = ('engraving', 'in_use') AND EXISTS (
            SELECT FROM public.seals_seal AS other
             WHERE other.committee_id = NEW.committee_id AND other.kind = NEW.kind
               AND other.purpose = NEW.purpose AND other.id <> NEW.id
               AND (other.state = 'in_use' OR other.state = 'stopped' AND NOT EXISTS (
                    SELECT FROM public.seals_stop AS lost
                     WHERE lost.seal_id = other.id AND lost.ended_at IS NULL
                       AND lost.reason = 'seal_lost'))) THEN
        RAISE EXCEPTION 'the old seal is collected before the new one is handed out'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_old_collected_first';
    END IF;
    IF NEW.state = 'stopped' AND NOT stopped OR NEW.state = 'in_use' AND stopped THEN
        RAISE EXCEPTION 'a seal stands still as long as there is a reason, and no longer'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_stopped_for_a_reason';
    END IF;
    IF (OLD.state, NEW.state) = ('stopped', 'in_use') AND EXISTS (
            SELECT FROM public.seals_seal AS other
             WHERE other.committee_id = NEW.committee_id AND other.kind = NEW.kind
               AND other.purpose = NEW.purpose AND other.id <> NEW.id
               AND other.state IN ('engraving', 'in_use')) THEN
        RAISE EXCEPTION 'a seal that was followed by another is not restored'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_restored_alone';
    END IF;
    IF NEW.state = 'seal_collected' AND NOT EXISTS (
            SELECT FROM public.seals_collection AS one WHERE one.seal_id = NEW.id) THEN
        RAISE EXCEPTION 'a seal is collected from somebody'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_collected_by_record';
    END IF;
    IF (OLD.state, NEW.state) = ('in_use', 'seal_collected') AND NOT EXISTS (
            SELECT FROM public.seals_seal AS next
             WHERE next.replaces_id = NEW.id AND next.state = 'engraving') THEN
        RAISE EXCEPTION 'a seal in use is collected for the one that takes its place'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_collected_for_a_reason';
    END IF;
    IF NEW.state = 'seal_destroyed' AND NOT EXISTS (
            SELECT FROM public.seals_destruction AS one WHERE one.seal_id = NEW.id) THEN
        RAISE EXCEPTION 'a seal is destroyed before witnesses'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_destroyed_by_record';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER seals_seal_life BEFORE UPDATE ON seals_seal
    FOR EACH ROW EXECUTE FUNCTION seals_seal_life();

CREATE OR REPLACE FUNCTION seals_seal_as_written() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (NEW.made_on, NEW.issued_on, NEW.issued_at, NEW.received_by, NEW.receipt_id, NEW.impression_id,
            NEW.police_number)
        IS DISTINCT FROM (OLD.made_on, OLD.issued_on, OLD.issued_at, OLD.received_by, OLD.receipt_id,
            OLD.impression_id, OLD.police_number)
        AND (OLD.state, NEW.state) <> ('engraving', 'in_use') THEN
        RAISE EXCEPTION 'what the issue of a seal wrote stays'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_seal_as_issued';
    END IF;
    RETURN NEW;
END $$;
"""
SEAL_BACK = "DROP TRIGGER seals_seal_life ON seals_seal; DROP FUNCTION seals_seal_life();"

AROUND = """
CREATE FUNCTION seals_stop_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (SELECT FROM public.seals_seal AS seal
                WHERE seal.id = NEW.seal_id AND seal.state = 'in_use') OR NEW.ended_at IS NOT NULL THEN
            RAISE EXCEPTION 'a seal in use is stopped'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_stop_of_seal_in_use';
        END IF;
    ELSIF OLD.ended_at IS NOT NULL OR (to_jsonb(NEW) - 'ended_at') <> (to_jsonb(OLD) - 'ended_at') THEN
        RAISE EXCEPTION 'a stop is only ended, and once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_stop_stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER seals_stop_guard BEFORE INSERT OR UPDATE ON seals_stop
    FOR EACH ROW EXECUTE FUNCTION seals_stop_guard();

CREATE OR REPLACE FUNCTION seals_signingcertificate_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.revoked_at IS NOT NULL OR
        (to_jsonb(NEW) - ARRAY['revoked_at', 'revoke_reason', 'lost_at'])
        <> (to_jsonb(OLD) - ARRAY['revoked_at', 'revoke_reason', 'lost_at']) THEN
        RAISE EXCEPTION 'a certificate is only revoked, and once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_certificate_stays';
    END IF;
    RETURN NEW;
END $$;

REVOKE DELETE ON seals_stop FROM zhengyin_app;
REVOKE UPDATE, DELETE ON seals_collection, seals_destruction, seals_impression FROM zhengyin_app;
"""
AROUND_BACK = """
DROP TRIGGER seals_stop_guard ON seals_stop;
DROP FUNCTION seals_stop_guard();
GRANT DELETE ON seals_stop TO zhengyin_app;
GRANT UPDATE, DELETE ON seals_collection, seals_destruction, seals_impression TO zhengyin_app;
"""


class Migration(migrations.Migration):
    """Add every guard by name; the tests try each by raw SQL."""

    dependencies = (("seals", "0004_a_seals_life"),)
    operations = (migrations.RunSQL(SEAL, SEAL_BACK), migrations.RunSQL(AROUND, AROUND_BACK))
