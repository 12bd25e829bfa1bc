"""Run in a process of its own, as the owner of an empty database: an old loss meets migration 0004."""

from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from unittest.mock import patch
from uuid import UUID, uuid4

import django
from django.core.management import call_command
from django.db import connection, transaction

django.setup()

from zhengyin.regions.actions import install, load_pack  # noqa: E402
from zhengyin.regions.names import organization_id  # noqa: E402
from zhengyin.registers import actions as registers  # noqa: E402
from zhengyin.registers import lines  # noqa: E402
from zhengyin.seals.lines.seal import LOST  # noqa: E402

AT = datetime(2026, 11, 20, 2, 0, tzinfo=timezone.utc)
GONE = datetime(2026, 11, 18, 1, 30, tzinfo=timezone.utc)
HOW = "在镇上办事时被盗"


def run(statement: str, *values: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def lose(seal: UUID, committee: UUID) -> None:
    """As the program of 0003 did: the state and the column, then the line."""
    run(
        "INSERT INTO seals_seal (id, committee_id, kind, name, state, county_code, ordered_at,"
        " received_by) VALUES (%s, %s, 'official', '村民委员会', 'engraving', '620422000000', %s, '')",
        seal, committee, AT,
    )  # fmt: skip
    run(
        "UPDATE seals_seal SET state = 'in_use', made_on = '2026-03-02', issued_on = '2026-03-02',"
        " issued_at = %s, received_by = '李国栋' WHERE id = %s",
        AT, seal,
    )  # fmt: skip
    run("UPDATE seals_seal SET state = 'stopped', lost_at = %s WHERE id = %s", GONE, seal)
    now = lines.kind_of(LOST)
    then = replace(now, columns=(*now.columns, *now.personal), personal=())  # how it came was a column
    with patch.dict(lines._declared, {LOST: then}):
        registers.write(
            kind=LOST, owner=committee, county_code="620422000000", subject=seal, happened_at=AT,
            signature=lines.Signature(uuid4(), "李国栋", "director", None),
            columns={"seal": "村民委员会", "lost_at": "2026-11-18T09:30+08:00", "circumstances": HOW},
        )  # fmt: skip


def main() -> None:
    call_command("migrate", "seals", "0003", verbosity=0)
    for room in ("ledger", "documents", "registers", "regions", "people"):
        call_command("migrate", room, verbosity=0)
    registers.sync_kinds()
    install(demonstration=True, at=AT)
    load_pack(Path("packs/huining"), AT)
    seal, committee = uuid4(), organization_id("committee:620422115203")
    with transaction.atomic():
        lose(seal, committee)
    call_command("migrate", "seals", verbosity=0)
    ((reason, since, ended),) = run("SELECT reason, since, ended_at FROM seals_stop WHERE seal_id = %s", seal)
    assert (reason, since, ended) == ("seal_lost", GONE, None)
    call_command("migrate", verbosity=0)
    print("migrated")


main()
