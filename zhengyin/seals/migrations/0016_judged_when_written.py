"""Words of a book are judged when they are written, not whenever their row is.

A CHECK judges the whole row at every UPDATE, even one that is NOT VALID: an older special seal with another
body's name could not have been stopped or collected any more. A number is what shared/personal.py says.
"""

from django.db import migrations

G = "[ ()‐–—-]{0,2}"
MORE = f"(?:{G}[0-9])"
DASH = "[‐–—-]"
FILE = f"[0-9]{{6}}{DASH}(?:19|20)[0-9]{{2}}{DASH}[0-9]{{4}}{DASH}"
OF_A_YEAR = "[ (‐–—-]{1,2}(?:19|20)[0-9]{2}[ )‐–—-]{1,2}[0-9]"
NUMBER = "|".join(
    (
        "[0-9]{11,}[Xx]?",
        f"(?!{FILE})[1-9]{MORE}{{5}}{G}[12]{G}[09]{MORE}{{2}}{G}[01]{MORE}{G}[0-3]{MORE}{{4}}{G}[0-9Xx]",
        f"(?<![0-9])(?<![0-9]-)(?:86{G})?1{G}[3-9]{MORE}{{9}}(?![0-9])",
        f"(?<![0-9])(?:010|02[0-9]|0[3-9][0-9]{{2}})(?!{OF_A_YEAR}){G}[0-9]{{3,4}}{G}[0-9]{{4}}(?![0-9])",
    )
)
OF_OTHERS = "党|支部|总支|合作社|监督|财务|团委|共青团|妇联|妇女联合会"
FUNCTIONS = """
CREATE FUNCTION seals_number_in(words text) RETURNS boolean LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp AS $$ SELECT normalize(words, NFKC) ~ 'NUMBER' $$;
CREATE FUNCTION seals_plain_words() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    word text;
    before jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) END;
BEGIN
    FOREACH word IN ARRAY TG_ARGV LOOP
        IF to_jsonb(NEW) ->> word IS DISTINCT FROM before ->> word
            AND public.seals_number_in(to_jsonb(NEW) ->> word) THEN
            RAISE EXCEPTION 'numbers of persons stand in no book'
                USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
CREATE FUNCTION seals_of_the_committee() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (TG_OP = 'INSERT' OR NEW.purpose IS DISTINCT FROM OLD.purpose) AND NEW.purpose ~ 'OF_OTHERS' THEN
        RAISE EXCEPTION 'a seal of another organization stands in no book of the committee'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER seals_seal_is_the_committees BEFORE INSERT OR UPDATE ON seals_seal
    FOR EACH ROW EXECUTE FUNCTION seals_of_the_committee();
CREATE TRIGGER seals_custody_place_is_plain BEFORE INSERT OR UPDATE ON seals_custody
    FOR EACH ROW EXECUTE FUNCTION seals_plain_words('place');
CREATE TRIGGER seals_take_out_place_is_plain BEFORE INSERT OR UPDATE ON seals_takeout
    FOR EACH ROW EXECUTE FUNCTION seals_plain_words('place');
CREATE TRIGGER seals_handover_list_is_plain BEFORE INSERT OR UPDATE ON seals_handover
    FOR EACH ROW EXECUTE FUNCTION seals_plain_words('condition', 'keys', 'archives');
CREATE TRIGGER seals_destroyed_plain BEFORE INSERT OR UPDATE ON seals_destruction
    FOR EACH ROW EXECUTE FUNCTION seals_plain_words('place', 'how');
""".replace("NUMBER", NUMBER).replace("OF_OTHERS", OF_OTHERS)
BACK = """
DROP FUNCTION seals_of_the_committee() CASCADE;
DROP FUNCTION seals_plain_words() CASCADE;
DROP FUNCTION seals_number_in(text);
"""
CHECKS = (
    ("seal", "seals_seal_is_the_committees"),
    ("custody", "seals_custody_place_is_plain"),
    ("takeout", "seals_take_out_place_is_plain"),
    ("handover", "seals_handover_list_is_plain"),
    ("destruction", "seals_destroyed_plain"),
)


class Migration(migrations.Migration):
    dependencies = (("seals", "0015_plain_words"),)

    operations = (
        *(migrations.RemoveConstraint(model_name=model, name=name) for model, name in CHECKS),
        migrations.RunSQL(FUNCTIONS, BACK),
    )
