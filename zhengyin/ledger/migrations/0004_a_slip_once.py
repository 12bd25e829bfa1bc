"""A slip of the pad is entered once: no owner has two late lines with one pad number, whatever the year."""

from django.db import migrations

GUARD = """
CREATE FUNCTION ledger_late_once() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM public.ledger_book AS head
        JOIN public.ledger_book AS book ON book.owner = head.owner
        JOIN public.ledger_entry AS earlier ON earlier.book_id = book.id AND earlier.pad_number <> ''
        WHERE head.id = NEW.book_id AND earlier.pad_number = NEW.pad_number
    ) THEN
        RAISE EXCEPTION 'slip % was entered before', NEW.pad_number
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_slip_once';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ledger_late_once BEFORE INSERT ON ledger_entry
    FOR EACH ROW WHEN (NEW.pad_number <> '') EXECUTE FUNCTION ledger_late_once();
"""
GUARD_BACK = """
DROP TRIGGER ledger_late_once ON ledger_entry;
DROP FUNCTION ledger_late_once();
"""


class Migration(migrations.Migration):
    dependencies = (("ledger", "0003_searched"),)
    operations = (migrations.RunSQL(GUARD, GUARD_BACK),)
