"""`registers_line`: what other rooms may join in a statement of their own, instead of the ledger's tables."""

from django.db import migrations

# Reads with the rights of whoever asks, not of the owner. `said` are the columns as JSON.
LINE = """
CREATE VIEW registers_line WITH (security_invoker = true) AS
SELECT book.owner, book.name AS book, book.year, entry.no, entry.kind, entry.subject,
       entry.happened_at, entry.person, entry.columns::json AS said, entry.text_digest, entry.document_digest
FROM ledger_entry entry JOIN ledger_book book ON book.id = entry.book_id;
REVOKE ALL ON registers_line FROM zhengyin_app;
GRANT SELECT ON registers_line TO zhengyin_app;
"""


class Migration(migrations.Migration):
    """Add the view; the room has no table of its own."""

    dependencies = (("ledger", "0002_guards"),)
    operations = (migrations.RunSQL(LINE, "DROP VIEW registers_line"),)
