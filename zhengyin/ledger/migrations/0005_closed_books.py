"""A closed book takes no more lines, and no book of a closed year begins: by nobody's hand, for ever.

Triggers of their own beside those of 0002; only the guard of heads is told of books without lines.
"""

from importlib import import_module

from django.db import migrations, models

BEFORE = import_module("zhengyin.ledger.migrations.0002_guards")

LINE = """
CREATE FUNCTION ledger_entry_in_open_book() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (SELECT closed_at FROM public.ledger_book WHERE id = NEW.book_id FOR UPDATE) IS NOT NULL THEN
        RAISE EXCEPTION 'this book is closed'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_book_closed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ledger_entry_closed BEFORE INSERT ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_entry_in_open_book();
"""
LINE_BACK = """
DROP TRIGGER ledger_entry_closed ON ledger_entry;
DROP FUNCTION ledger_entry_in_open_book();
"""

# A year is closed when it is over in China, by the database's clock, once. The lock keeps a book of the
# year from beginning while the others are closed; `store.hold_year` takes it too.
YEAR = """
CREATE FUNCTION ledger_book_closes() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.owner::text || '/' || NEW.year::text, 5));
        IF NEW.closed_at IS NOT NULL OR EXISTS (SELECT FROM public.ledger_book AS book
                WHERE book.owner = NEW.owner AND book.year = NEW.year AND book.closed_at IS NOT NULL) THEN
            RAISE EXCEPTION 'the year % is closed', NEW.year
                USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_year_closed';
        END IF;
    ELSIF NEW.closed_at IS DISTINCT FROM OLD.closed_at THEN
        IF OLD.closed_at IS NOT NULL OR NEW.closed_at > clock_timestamp()
            OR NEW.closed_at < make_timestamptz(NEW.year + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai')
            OR (NEW.last_no, NEW.last_hash) IS DISTINCT FROM (OLD.last_no, OLD.last_hash) THEN
            RAISE EXCEPTION 'a book is closed once, after its year, with its last line'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_closed_once';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ledger_book_closes BEFORE INSERT OR UPDATE ON ledger_book
    FOR EACH ROW EXECUTE FUNCTION ledger_book_closes();
"""
YEAR_BACK = """
DROP TRIGGER ledger_book_closes ON ledger_book;
DROP FUNCTION ledger_book_closes();
"""

# The head of a book without lines names none; such a book may be closed too.
OLD = BEFORE.HEAD
NEW = OLD.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION").replace(
    "    ELSIF (NEW.id,",
    """    ELSIF NEW.last_no = 0 AND NEW.closed_at IS NOT NULL
        AND (NEW.id, NEW.owner, NEW.name, NEW.year, NEW.last_no, NEW.last_hash, NEW.last_recorded_at)
            = (OLD.id, OLD.owner, OLD.name, OLD.year, OLD.last_no, OLD.last_hash, OLD.last_recorded_at) THEN
        RETURN NEW;
    ELSIF (NEW.id,""",
)
FUNCTION, FUNCTION_BACK = (
    text[: text.index("CREATE TRIGGER")].replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
    for text in (NEW, OLD)
)


class Migration(migrations.Migration):
    """Add the column and its guards."""

    dependencies = (("ledger", "0004_a_slip_once"),)
    operations = (
        migrations.AddField("book", "closed_at", models.DateTimeField(null=True)),
        migrations.RunSQL(LINE, LINE_BACK),
        migrations.RunSQL(YEAR, YEAR_BACK),
        migrations.RunSQL(FUNCTION, FUNCTION_BACK),
    )
