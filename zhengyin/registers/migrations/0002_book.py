"""`registers_book`: the books of a year, for rooms whose guards ask whether they are closed."""

from django.db import migrations

BOOK = """
CREATE VIEW registers_book WITH (security_invoker = true) AS
SELECT owner, name AS book, year, last_no, closed_at FROM ledger_book;
REVOKE ALL ON registers_book FROM zhengyin_app;
GRANT SELECT ON registers_book TO zhengyin_app;
"""


class Migration(migrations.Migration):
    """Add the view."""

    dependencies = (("registers", "0001_line"), ("ledger", "0005_closed_books"))
    operations = (migrations.RunSQL(BOOK, "DROP VIEW registers_book"),)
