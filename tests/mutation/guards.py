"""Every constraint, unique index and trigger of the rooms' tables, read from a migrated database."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import psycopg
from psycopg import sql

from tests import harness
from tests.mutation.mutant import Mutant

# What Django makes by itself from a kind of field or a ForeignKey counts too: it was declared.
FOUND = """
SELECT c.conrelid::regclass::text, c.conname::text, 'constraint', pg_get_constraintdef(c.oid)
  FROM pg_constraint c WHERE c.contype IN ('c', 'u', 'x', 'f') AND c.conrelid <> 0
 UNION ALL
SELECT i.indrelid::regclass::text, r.relname::text, 'index', pg_get_indexdef(i.indexrelid)
  FROM pg_index i JOIN pg_class r ON r.oid = i.indexrelid
 WHERE i.indisunique AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = i.indexrelid)
 UNION ALL
SELECT t.tgrelid::regclass::text, t.tgname::text, 'trigger', pg_get_triggerdef(t.oid)
  FROM pg_trigger t WHERE NOT t.tgisinternal
 ORDER BY 1, 3, 2
"""
DEPENDING = """
SELECT f.conrelid::regclass::text, f.conname::text, pg_get_constraintdef(f.oid)
  FROM pg_constraint f JOIN pg_constraint u ON u.conindid = f.conindid
 WHERE f.contype = 'f' AND u.contype = 'u' AND u.conname = %s
"""


def mutants_of(rooms: Sequence[str], package: Path) -> Iterator[Mutant]:
    """The guards of the rooms' own tables."""
    with _connected(harness.template()) as connection:
        found = connection.execute(FOUND).fetchall()
    for table, name, kind, definition in found:
        room = table.partition("_")[0]
        if room in rooms:
            yield Mutant(
                "guard", room, _place(package, room, name, table), f"{kind} {name} on {table}", (name, table),
                in_databases=partial(_without, table, name, kind, definition),
                in_new_database=partial(_drop, table, name, kind),
            )  # fmt: skip


@contextmanager
def _connected(database: str) -> Iterator["psycopg.Connection[tuple[str, ...]]"]:
    url = psycopg.conninfo.make_conninfo(harness.CLUSTER.superuser_url(), dbname=database)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET lock_timeout = '20s'")
        yield connection


def databases_of(process: int) -> list[str]:
    """The copies a process made."""
    with _connected("postgres") as connection:
        like = "SELECT datname::text FROM pg_database WHERE datname LIKE %s"
        return [name for (name,) in connection.execute(like, [f"copy\\_{process}\\_%"])]


@contextmanager
def _without(table: str, name: str, kind: str, definition: str) -> Iterator[None]:
    """Take the guard out of this process's databases, and put it back."""
    with _connected(harness.template()) as connection:
        depending = connection.execute(DEPENDING, [name]).fetchall()
    databases = databases_of(os.getpid())
    for database in databases:
        _drop(table, name, kind, database)
    yield
    back = [definition] if kind != "constraint" else [_added(table, name, definition)]
    for database in databases:
        with _connected(database) as connection:
            for command in (*back, *(_added(*row) for row in depending)):
                connection.execute(command.encode())


def _added(table: str, name: str, definition: str) -> str:
    return f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}'


def _drop(table: str, name: str, kind: str, database: str) -> None:
    words = {
        "constraint": "ALTER TABLE {table} DROP CONSTRAINT {name} CASCADE",
        "index": "DROP INDEX {name}",
        "trigger": "DROP TRIGGER {name} ON {table}",
    }[kind]
    with _connected(database) as connection:
        connection.execute(sql.SQL(words).format(table=sql.Identifier(table), name=sql.Identifier(name)))


def _place(package: Path, room: str, name: str, table: str) -> str:
    """The migration that names the guard, or the room's first one that makes its table."""
    migrations = sorted((package / room / "migrations").glob("0*.py"))
    for words in (name, table.partition("_")[2]):
        for path in migrations:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if words in line.lower():
                    return f"{path.relative_to(package.parent)}:{number}"
    return f"{package.name}/{room}/migrations:1"
