"""Whether a person had a committee's official seal in hand on a day: asked by the tables that are sealed."""

from django.db import migrations

IN_HAND = """
CREATE FUNCTION seals_in_hand(committee uuid, person uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.seals_seal AS seal
        JOIN public.seals_custody AS custody ON custody.seal_id = seal.id
        WHERE seal.committee_id = committee AND seal.kind = 'official' AND seal.state = 'in_use'
            AND custody.person_id = person AND custody.state = 'kept'
            AND daterange(custody.valid_from, custody.valid_until)
                @> (moment AT TIME ZONE 'Asia/Shanghai')::date
            AND NOT EXISTS (SELECT FROM public.seals_takeout AS away
                WHERE away.seal_id = seal.id AND away.state = 'taken_out' AND away.carrier_id <> person))
$$;
"""


class Migration(migrations.Migration):
    dependencies = (("seals", "0011_several_seals_and_void_guarded"),)

    operations = (migrations.RunSQL(IN_HAND, "DROP FUNCTION seals_in_hand(uuid, uuid, timestamptz);"),)
