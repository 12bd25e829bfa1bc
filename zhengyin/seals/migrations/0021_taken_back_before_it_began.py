"""By a custody that was taken back before its first day nobody kept the seal: it passes on to nobody."""

from django.db import migrations

_PASSING = """
CREATE OR REPLACE FUNCTION seals_custody_passes_by_handover() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM public.seals_custody AS former
            WHERE former.seal_id = NEW.seal_id AND former.id <> NEW.id
                AND (former.recorded_at, former.valid_from) < (NEW.recorded_at, NEW.valid_from)%s)
        AND NOT EXISTS (SELECT FROM public.seals_handover AS handover
            WHERE handover.new_custody_id = NEW.id)
        AND NOT EXISTS (SELECT FROM public.people_appointment AS office
            WHERE office.id = NEW.appointment_id AND office.nature = 'acting') THEN
        RAISE EXCEPTION 'a seal kept before passes on by a handover'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seals_custody_by_handover';
    END IF;
    RETURN NULL;
END $$;
"""
_TAKEN_BACK = """
                AND (former.valid_until = former.valid_from
                    AND (former.ended_at AT TIME ZONE 'Asia/Shanghai')::date < former.valid_from)
                    IS NOT TRUE"""


class Migration(migrations.Migration):
    """One guard, said again."""

    dependencies = (("seals", "0020_not_before_the_old_one"),)
    operations = (migrations.RunSQL(_PASSING % _TAKEN_BACK, _PASSING % ""),)
