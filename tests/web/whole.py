"""Whether anything at all was written: every row of every table, as a digest a table."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import connection

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
DIGEST = "SELECT '{0}', md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM {0} t"
NOBODYS_ACT = frozenset({"django_session", "verification_seen"})
"""A browser's own notes, and the counts of looks, which another connection writes."""


def whole_database(*, but: frozenset[str] = NOBODYS_ACT) -> Mapping[str, str]:
    """A digest of every table."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        tables = [name for (name,) in cursor.fetchall() if name not in but]
        cursor.execute(" UNION ALL ".join(DIGEST.format(name) for name in tables))
        return dict(cursor.fetchall())


def changed(before: Mapping[str, str]) -> list[str]:
    """The tables in which something is not as it was."""
    now = whole_database(but=NOBODYS_ACT)
    return [name for name in before if before[name] != now[name]]


@contextmanager
def nothing_written() -> Iterator[None]:
    """Fail naming the tables that changed."""
    before = whole_database()
    yield
    assert changed(before) == []
