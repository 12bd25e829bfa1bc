"""What the database itself says about signatures, letters and looks, to every hand in psql."""

from django.db import migrations

# Days are China's, and by the database's own clock: nobody signs a month that is not over.
CHECK = """
ALTER TABLE supervision_monthlycheck ADD CONSTRAINT month_signed_when_over
    CHECK (signed_at >= ((month_on + interval '1 month') AT TIME ZONE 'Asia/Shanghai'));
CREATE FUNCTION supervision_check_enters() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    today date := (NEW.signed_at AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
    IF NEW.signed_at > clock_timestamp() THEN
        RAISE EXCEPTION 'nobody signs tomorrow'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'month_signed_by_the_clock';
    END IF;
    IF NOT EXISTS (SELECT FROM public.people_appointment AS term WHERE term.person_id = NEW.person_id
            AND term.organization_id = NEW.organization_id AND term.office = 'supervision_committee'
            AND term.valid_from <= today AND (term.valid_until IS NULL OR term.valid_until > today)) THEN
        RAISE EXCEPTION 'only its supervision committee signs a committee''s month'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'month_signed_by_a_member';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER supervision_check_enters BEFORE INSERT ON supervision_monthlycheck
    FOR EACH ROW EXECUTE FUNCTION supervision_check_enters();
"""
CHECK_BACK = """
ALTER TABLE supervision_monthlycheck DROP CONSTRAINT month_signed_when_over;
DROP TRIGGER supervision_check_enters ON supervision_monthlycheck;
DROP FUNCTION supervision_check_enters();
"""

LETTER = """
CREATE FUNCTION supervision_letter_enters() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    today date := (NEW.recorded_at AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
    IF (SELECT count(DISTINCT term.person_id) FROM public.people_appointment AS term
            WHERE term.person_id IN (NEW.first_id, NEW.second_id) AND term.office = 'auditor'
            AND term.county_code = NEW.county_code AND term.valid_from <= today
            AND (term.valid_until IS NULL OR term.valid_until > today)) <> 2 THEN
        RAISE EXCEPTION 'a letter is for two auditors of the county'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_for_two_auditors';
    END IF;
    IF EXISTS (SELECT FROM unnest(NEW.committees) AS one WHERE NOT EXISTS (
            SELECT FROM public.regions_committee AS committee
            WHERE committee.organization_id = one AND committee.county_code = NEW.county_code)) THEN
        RAISE EXCEPTION 'a letter opens committees of its own county'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'letter_within_its_county';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER supervision_letter_enters BEFORE INSERT ON supervision_accessletter
    FOR EACH ROW EXECUTE FUNCTION supervision_letter_enters();
"""
LETTER_BACK = """
DROP TRIGGER supervision_letter_enters ON supervision_accessletter;
DROP FUNCTION supervision_letter_enters();
"""

LOOK = """
CREATE FUNCTION supervision_look_enters() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    letter public.supervision_accessletter;
    today date := (NEW.looked_at AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
    SELECT * INTO letter FROM public.supervision_accessletter WHERE id = NEW.letter_id;
    IF letter.id IS NULL OR NEW.person_id NOT IN (letter.first_id, letter.second_id)
        OR NOT NEW.organization_id = ANY (letter.committees) OR NOT NEW.book = ANY (letter.books)
        OR today < letter.valid_from OR today >= letter.valid_until
        OR NEW.looked_at > clock_timestamp() OR NEW.sight = 'paper' AND NOT letter.papers THEN
        RAISE EXCEPTION 'the letter does not open this, to this person, today'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'look_within_the_letter';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER supervision_look_enters BEFORE INSERT ON supervision_look
    FOR EACH ROW EXECUTE FUNCTION supervision_look_enters();
"""
LOOK_BACK = """
DROP TRIGGER supervision_look_enters ON supervision_look;
DROP FUNCTION supervision_look_enters();
"""

RIGHTS = """
REVOKE UPDATE, DELETE, TRUNCATE ON supervision_monthlycheck, supervision_checkedbook,
    supervision_accessletter, supervision_look FROM zhengyin_app;
"""
RIGHTS_BACK = """
GRANT UPDATE, DELETE ON supervision_monthlycheck, supervision_checkedbook,
    supervision_accessletter, supervision_look TO zhengyin_app;
"""


class Migration(migrations.Migration):
    """Add every guard by name; the tests try each by raw SQL."""

    dependencies = (("supervision", "0001_initial"),)
    operations = (
        migrations.RunSQL(CHECK, CHECK_BACK),
        migrations.RunSQL(LETTER, LETTER_BACK),
        migrations.RunSQL(LOOK, LOOK_BACK),
        migrations.RunSQL(RIGHTS, RIGHTS_BACK),
    )
