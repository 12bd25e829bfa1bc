"""The audit over the rooms as they are: one real certificate, then one cell of a table changed."""

import psycopg
import pytest
from django.db import connection
from psycopg.conninfo import make_conninfo

from tests.certificates import cast
from tests.harness import CLUSTER
from tests.world import World
from zhengyin.certificates.models import Certificate
from zhengyin.documents import files
from zhengyin.registers.audit.findings import Report
from zhengyin.registers.audit.report import audit


def told() -> Report:
    from zhengyin.cli.audited import sources

    return audit(sources())


def execute(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_a_delivered_certificate_is_whole(demo_world: World) -> None:
    cast.delivered()
    report = told()
    assert (report.breaks, report.unmatched, report.late) == ((), (), ())


def test_a_state_that_no_line_supports_is_told(demo_world: World) -> None:
    case, _ = cast.sealed()
    execute("UPDATE certificates_certificate SET state = 'delivered' WHERE id = %s", case)
    assert told().breaks == (f"证明 {case}：按登记应当是“已用印”，系统里现在是“已交付”",)


def as_superuser(world: World, statement: str, *values: object) -> None:
    """Past every right and trigger, as whoever has the machine could."""
    with psycopg.connect(make_conninfo(CLUSTER.superuser_url(), dbname=world.database)) as there:
        there.execute("SET session_replication_role = replica")
        there.execute(statement, values)


@pytest.mark.clause("H3.2.2a")
def test_an_approval_before_the_session_began_is_listed(demo_world: World) -> None:
    case = cast.approved()
    as_superuser(demo_world, "UPDATE people_session SET opened_at = opened_at + interval '1 hour'")
    (sentence,) = told().unmatched
    assert "的签批" in sentence and sentence.endswith("那时没有登录")
    assert Certificate.objects.get(pk=case).approved_by is not None


def test_a_lost_paper_is_told(demo_world: World) -> None:
    case, _ = cast.sealed()
    document = Certificate.objects.get(pk=case).document
    assert document is not None
    (files.folder_of(document.owner) / document.name).unlink()
    assert any("文件不见了" in sentence for sentence in told().breaks)
