"""A book of an owner who is no more takes no line in any year: by nobody's hand, for ever."""

from django.db import migrations, models

LINE = """
CREATE FUNCTION ledger_entry_before_the_end() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM public.ledger_book AS book
            JOIN public.ledger_endedbook AS ended ON (ended.owner, ended.name) = (book.owner, book.name)
            WHERE book.id = NEW.book_id) THEN
        RAISE EXCEPTION 'this book is over'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_book_ended';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ledger_entry_ended BEFORE INSERT ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_entry_before_the_end();
REVOKE UPDATE, DELETE, TRUNCATE ON ledger_endedbook FROM zhengyin_app;
"""
BACK = """
DROP TRIGGER ledger_entry_ended ON ledger_entry;
DROP FUNCTION ledger_entry_before_the_end();
GRANT UPDATE, DELETE ON ledger_endedbook TO zhengyin_app;
"""


class Migration(migrations.Migration):
    """Add the table and its guards."""

    dependencies = (("ledger", "0005_closed_books"),)
    operations = (
        migrations.CreateModel(
            name="EndedBook",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("owner", models.UUIDField()),
                ("name", models.CharField(max_length=30)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "name"), name="ledger_book_ended_once")
                ],
            },
        ),
        migrations.RunSQL(LINE, BACK),
    )
