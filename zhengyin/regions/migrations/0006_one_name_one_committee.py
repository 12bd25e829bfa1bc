"""A legal name belongs to one committee of a county that stands.

Judged when written, one name after the other: what an older program entered stays.
"""

from django.db import migrations

ONE = """
CREATE FUNCTION regions_legal_name_of_one() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.county_code || NEW.legal_name, 0));
    IF EXISTS (SELECT FROM public.regions_committee AS other
        WHERE other.county_code = NEW.county_code AND other.legal_name = NEW.legal_name
            AND other.organization_id <> NEW.organization_id AND other.ended_on IS NULL) THEN
        RAISE EXCEPTION 'another committee of the county has this name'
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'regions_legal_name_of_one';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER regions_legal_name_of_one BEFORE UPDATE OF legal_name ON regions_committee
    FOR EACH ROW WHEN (NEW.legal_name <> '' AND NEW.legal_name <> OLD.legal_name)
    EXECUTE FUNCTION regions_legal_name_of_one();
"""
ONE_BACK = """
DROP TRIGGER regions_legal_name_of_one ON regions_committee;
DROP FUNCTION regions_legal_name_of_one();
"""


class Migration(migrations.Migration):
    dependencies = (("regions", "0005_committees_end"),)
    operations = (migrations.RunSQL(ONE, ONE_BACK),)
