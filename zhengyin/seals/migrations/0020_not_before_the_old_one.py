"""A seal that follows another is handed out after it was gone; none is collected before it was last out.

Judged when written: what an older program entered stays.
"""

from django.db import migrations

FOLLOWS = """
-- by name after seals_seal_life, which says first that an old one is still there
CREATE FUNCTION seals_seal_not_before() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM public.seals_seal AS earlier
          LEFT JOIN public.seals_stop AS gone ON gone.seal_id = earlier.id AND gone.ended_at IS NULL
               AND gone.reason IN ('seal_lost', 'seal_declared_void')
          LEFT JOIN public.seals_collection AS taken ON taken.seal_id = earlier.id
         WHERE earlier.committee_id = NEW.committee_id AND earlier.kind = NEW.kind
           AND earlier.purpose = NEW.purpose AND earlier.id <> NEW.id
           AND earlier.issued_on IS NOT NULL
           AND NEW.issued_on < greatest((NEW.ordered_at AT TIME ZONE 'Asia/Shanghai')::date,
               coalesce((gone.since AT TIME ZONE 'Asia/Shanghai')::date, taken.collected_on))) THEN
        RAISE EXCEPTION 'a seal is handed out after it was ordered and after the old one was gone'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_issued_after_the_old_one';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER seals_seal_not_before BEFORE UPDATE ON seals_seal
    FOR EACH ROW WHEN (OLD.state = 'engraving' AND NEW.state = 'in_use')
    EXECUTE FUNCTION seals_seal_not_before();
"""
FOLLOWS_BACK = "DROP TRIGGER seals_seal_not_before ON seals_seal; DROP FUNCTION seals_seal_not_before();"

# When it last stamped, the books say; where it was, this room's own table.
COLLECTED = """
CREATE FUNCTION seals_collection_not_before() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.collected_on < (SELECT seal.issued_on FROM public.seals_seal AS seal WHERE seal.id = NEW.seal_id)
        OR NEW.collected_on < (
            SELECT max((coalesce(away.back_at, away.left_at) AT TIME ZONE 'Asia/Shanghai')::date)
              FROM public.seals_takeout AS away WHERE away.seal_id = NEW.seal_id) THEN
        RAISE EXCEPTION 'a seal is collected after it was issued and was last taken out'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_collected_after_it_was_out';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER seals_collection_not_before BEFORE INSERT ON seals_collection
    FOR EACH ROW EXECUTE FUNCTION seals_collection_not_before();
"""
COLLECTED_BACK = """
DROP TRIGGER seals_collection_not_before ON seals_collection;
DROP FUNCTION seals_collection_not_before();
"""


class Migration(migrations.Migration):
    dependencies = (("seals", "0019_lost_while_it_stood_still"),)
    operations = (
        migrations.RunSQL(FOLLOWS, FOLLOWS_BACK),
        migrations.RunSQL(COLLECTED, COLLECTED_BACK),
    )
