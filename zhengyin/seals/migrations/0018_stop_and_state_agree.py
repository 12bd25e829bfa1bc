"""A seal stands still by an open stop, and none is in hand beside one: asked of the stops too.

`seals_seal_life` (0011) speaks when a seal's state changes. This one speaks when a stop is written, at
the end of the transaction, for the stop is written first and the state after it.
"""

from django.db import migrations

AGREE = """
CREATE FUNCTION seals_stop_settled() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    now_in text := (SELECT seal.state FROM public.seals_seal AS seal WHERE seal.id = NEW.seal_id);
    stopped boolean := EXISTS (SELECT FROM public.seals_stop AS stop
        WHERE stop.seal_id = NEW.seal_id AND stop.ended_at IS NULL);
BEGIN
    IF now_in = 'stopped' AND NOT stopped OR now_in IN ('engraving', 'in_use') AND stopped THEN
        RAISE EXCEPTION 'a seal stands still as long as there is a reason, and no longer'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_stopped_for_a_reason';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER seals_stop_settled AFTER INSERT OR UPDATE ON seals_stop
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION seals_stop_settled();
"""
AGREE_BACK = """
DROP TRIGGER seals_stop_settled ON seals_stop;
DROP FUNCTION seals_stop_settled();
"""

# That of 0012, and said of the moment itself: within a transaction a stop comes before the state.
IN_HAND = """
CREATE OR REPLACE FUNCTION seals_in_hand(committee uuid, person uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.seals_seal AS seal
        JOIN public.seals_custody AS custody ON custody.seal_id = seal.id
        WHERE seal.committee_id = committee AND seal.kind = 'official' AND seal.state = 'in_use'
            AND custody.person_id = person AND custody.state = 'kept'
            AND daterange(custody.valid_from, custody.valid_until)
                @> (moment AT TIME ZONE 'Asia/Shanghai')::dateNO_STOP
            AND NOT EXISTS (SELECT FROM public.seals_takeout AS away
                WHERE away.seal_id = seal.id AND away.state = 'taken_out' AND away.carrier_id <> person))
$$;
"""
NO_STOP = """
            AND NOT EXISTS (SELECT FROM public.seals_stop AS stop
                WHERE stop.seal_id = seal.id AND stop.ended_at IS NULL)"""


class Migration(migrations.Migration):
    dependencies = (("seals", "0017_no_safe_keeping"),)
    operations = (
        migrations.RunSQL(AGREE, AGREE_BACK),
        migrations.RunSQL(IN_HAND.replace("NO_STOP", NO_STOP), IN_HAND.replace("NO_STOP", "")),
    )
