"""A seal that stands still is lost too: the loss takes the place of the stop there was.

`seals_stop_guard` is that of 0011, said anew. A stop is ended only while the seal stands still, so that
nobody shortens the doubt of one collected since; that of a committee that ended, only by a loss.
"""

from django.db import migrations, models
from django.db.models import Q

GUARD = """
CREATE OR REPLACE FUNCTION seals_stop_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    now_in text := (SELECT seal.state FROM public.seals_seal AS seal WHERE seal.id = NEW.seal_id);
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.ended_at IS NOT NULL OR NOT coalesce(now_in = 'in_use'
                OR now_in = 'stopped' AND NEW.reason IN ('seal_lost', 'seal_declared_void'), false) THEN
            RAISE EXCEPTION 'a seal in use is stopped'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_stop_of_seal_in_use';
        END IF;
    ELSIF OLD.ended_at IS NOT NULL OR now_in <> 'stopped'
        OR (to_jsonb(NEW) - 'ended_at') <> (to_jsonb(OLD) - 'ended_at') THEN
        RAISE EXCEPTION 'a stop is only ended, and once, while the seal stands still'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_stop_stays';
    END IF;
    RETURN NEW;
END $$;
"""
GUARD_BACK = """
CREATE OR REPLACE FUNCTION seals_stop_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (SELECT FROM public.seals_seal AS seal
                WHERE seal.id = NEW.seal_id AND (seal.state = 'in_use'
                    OR seal.state = 'stopped' AND NEW.reason = 'seal_declared_void'))
            OR NEW.ended_at IS NOT NULL THEN
            RAISE EXCEPTION 'a seal in use is stopped'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_stop_of_seal_in_use';
        END IF;
    ELSIF OLD.ended_at IS NOT NULL OR (to_jsonb(NEW) - 'ended_at') <> (to_jsonb(OLD) - 'ended_at') THEN
        RAISE EXCEPTION 'a stop is only ended, and once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_stop_stays';
    END IF;
    RETURN NEW;
END $$;
"""

# At the end of the transaction: the stop before is ended first, the loss is written after it.
TAKEN_OVER = """
CREATE FUNCTION seals_ended_until_lost() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.seals_stop AS loss WHERE loss.seal_id = NEW.seal_id
            AND loss.reason = 'seal_lost' AND loss.stopped_at = NEW.ended_at) THEN
        RAISE EXCEPTION 'the seal of a committee that ended stands still for good, or is lost'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_ended_until_lost';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER seals_ended_until_lost AFTER UPDATE ON seals_stop
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.reason = 'seal_committee_ended' AND NEW.ended_at IS NOT NULL)
    EXECUTE FUNCTION seals_ended_until_lost();
"""
TAKEN_OVER_BACK = """
DROP TRIGGER seals_ended_until_lost ON seals_stop;
DROP FUNCTION seals_ended_until_lost();
"""
FOR_GOOD = "seals_ended_for_good"


class Migration(migrations.Migration):
    dependencies = (("seals", "0018_stop_and_state_agree"),)
    operations = (
        migrations.RunSQL(GUARD, GUARD_BACK),
        migrations.RemoveConstraint(model_name="stop", name=FOR_GOOD),
        migrations.AddConstraint(
            model_name="stop",
            constraint=models.CheckConstraint(
                name=FOR_GOOD, condition=~Q(reason="seal_declared_void") | Q(ended_at=None)
            ),
        ),
        migrations.RunSQL(TAKEN_OVER, TAKEN_OVER_BACK),
    )
