"""A wall SQL could pass through: whose tables a room may name in a statement."""

import re
from pathlib import Path

import pytest
from django.apps import apps

from zhengyin.cli.places import CHECKOUT

# Tables of a room, and who but that room may name them. A view of the registers stands in for the ledger's.
WALLS = {"ledger": {"registers"}, "seals": set()}


def tables_of(room: str) -> list[str]:
    return [model._meta.db_table for model in apps.get_app_config(room).get_models()]


def naming(tables: list[str], sources: list[Path]) -> list[str]:
    """Which sources name one of the tables."""
    one = re.compile(rf"\b({'|'.join(tables)})\b")
    return [str(path) for path in sources if one.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("room, others", WALLS.items())
def test_tables_are_named_behind_their_wall_only(room: str, others: set[str]) -> None:
    tables = tables_of(room)
    assert tables
    sources = (path.relative_to(CHECKOUT) for path in (CHECKOUT / "zhengyin").rglob("*.py"))
    outside = [path for path in sources if path.parts[1] not in {room, *others}]
    assert naming(tables, outside) == []


def test_a_table_in_a_statement_is_seen(tmp_path: Path) -> None:
    (guilty := tmp_path / "guilty.py").write_text('SQL = "SELECT 1 FROM ledger_entry e"')
    (innocent := tmp_path / "innocent.py").write_text('SQL = "SELECT 1 FROM registers_line e"')
    assert naming(tables_of("ledger"), [guilty, innocent]) == [str(guilty)]
