"""What the database itself says of the end of a year, to every hand in psql."""

from django.db import migrations

YEAR = """
CREATE FUNCTION archive_year_moves() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.prepared_at < make_timestamptz(NEW.year + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai')
        OR greatest(NEW.prepared_at, NEW.signed_at, NEW.closed_at, NEW.packed_at, NEW.received_at)
            > clock_timestamp() THEN
        RAISE EXCEPTION 'a year is closed when it is over, by the clock'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'year_end_when_over';
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'year_prepared' THEN
            RAISE EXCEPTION 'the end of a year begins with counting'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'year_end_begins_prepared';
        END IF;
        RETURN NEW;
    END IF;
    IF (NEW.id, NEW.organization_id, NEW.county_code, NEW.year)
        IS DISTINCT FROM (OLD.id, OLD.organization_id, OLD.county_code, OLD.year) THEN
        RAISE EXCEPTION 'whose year it is does not change'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'year_end_stays_whose';
    END IF;
    IF OLD.closed_at IS NOT NULL AND (NEW.heads, NEW.lines, NEW.fonds, NEW.category, NEW.box, NEW.open_cases,
            NEW.prepared_by_id, NEW.prepared_at, NEW.signed_by_id, NEW.signed_at,
            NEW.closed_by_id, NEW.closed_at)
        IS DISTINCT FROM (OLD.heads, OLD.lines, OLD.fonds, OLD.category, OLD.box, OLD.open_cases,
            OLD.prepared_by_id, OLD.prepared_at, OLD.signed_by_id, OLD.signed_at,
            OLD.closed_by_id, OLD.closed_at)
        OR OLD.packed_at IS NOT NULL AND (NEW.packed_by_id, NEW.packed_at, NEW.manifest_id, NEW.signature)
            IS DISTINCT FROM (OLD.packed_by_id, OLD.packed_at, OLD.manifest_id, OLD.signature)
        OR OLD.received_at IS NOT NULL THEN
        RAISE EXCEPTION 'what was closed, packed or received stays'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'year_end_stays';
    END IF;
    IF NEW.closed_at IS NOT NULL AND EXISTS (SELECT FROM public.registers_book AS book
            WHERE book.owner = NEW.organization_id AND book.year = NEW.year AND book.closed_at IS NULL) THEN
        RAISE EXCEPTION 'a year is closed when all its books are'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'year_end_with_its_books';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER archive_year_moves BEFORE INSERT OR UPDATE ON archive_yearend
    FOR EACH ROW EXECUTE FUNCTION archive_year_moves();
"""
YEAR_BACK = """
DROP TRIGGER archive_year_moves ON archive_yearend;
DROP FUNCTION archive_year_moves();
"""

PART = """
CREATE FUNCTION archive_part_enters() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM public.archive_yearend AS one
            JOIN public.documents_storedfile AS file ON file.owner = one.organization_id
            WHERE one.id = NEW.year_end_id AND file.id = NEW.file_id AND one.state = 'year_closed_now') THEN
        RAISE EXCEPTION 'parts are made between closing and packing, of the committee''s own files'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'package_part_of_a_closed_year';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER archive_part_enters BEFORE INSERT ON archive_packagepart
    FOR EACH ROW EXECUTE FUNCTION archive_part_enters();
"""
PART_BACK = """
DROP TRIGGER archive_part_enters ON archive_packagepart;
DROP FUNCTION archive_part_enters();
"""

RIGHTS = """
REVOKE DELETE, TRUNCATE ON archive_yearend FROM zhengyin_app;
REVOKE UPDATE, DELETE, TRUNCATE ON archive_packagepart FROM zhengyin_app;
"""
RIGHTS_BACK = """
GRANT DELETE ON archive_yearend TO zhengyin_app;
GRANT UPDATE, DELETE ON archive_packagepart TO zhengyin_app;
"""


class Migration(migrations.Migration):
    """Add every guard by name; the tests try each by raw SQL."""

    dependencies = (
        ("archive", "0001_initial"),
        ("registers", "0002_book"),
        ("documents", "0003_found_by_digest"),
    )
    operations = (
        migrations.RunSQL(YEAR, YEAR_BACK),
        migrations.RunSQL(PART, PART_BACK),
        migrations.RunSQL(RIGHTS, RIGHTS_BACK),
    )
