"""The audit over the rooms as they are: one real certificate, then one cell of a table changed."""

from dataclasses import replace

import psycopg
import pytest
from django.db import connection
from psycopg.conninfo import make_conninfo

from tests.certificates import cast
from tests.harness import CLUSTER
from tests.world import World
from zhengyin.certificates.models import Certificate
from zhengyin.cli.books import erase
from zhengyin.documents import files
from zhengyin.registers.audit.findings import Report
from zhengyin.registers.audit.report import audit
from zhengyin.registers.queries import now


def told(personal: bool = False) -> Report:
    from zhengyin.cli.audited import sources

    return audit(replace(sources(), personal=personal))


def execute(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_a_delivered_certificate_is_whole(demo_world: World) -> None:
    cast.delivered()
    report = told()
    assert (report.breaks, report.unmatched, report.late) == ((), (), ())


@pytest.mark.clause("H3.2.3a")
def test_void_and_corrected_papers_are_whole(demo_world: World) -> None:
    director, clerk = cast.officer("hn.ljw.director"), cast.officer("hn.ljw.clerk")
    cast.void(cast.delivered(), director)
    cast.void_unstamped(cast.sealed()[0], cast.officer("hn.ljw.custodian"))
    old, _ = cast.corrected()
    cast.seal(cast.approve(cast.reissue(cast.delivered(), clerk)), cast.officer("hn.ljw.custodian"))
    report = told(personal=True)
    assert (report.breaks, report.unmatched, report.late) == ((), (), ())
    as_superuser(demo_world, "UPDATE certificates_certificate SET state = 'delivered' WHERE id = %s", old)
    assert told().breaks == (f"证明 {old}：按登记应当是“已更正”，系统里现在是“已交付”",)


def test_a_state_that_no_line_supports_is_told(demo_world: World) -> None:
    case, _ = cast.sealed()
    execute("UPDATE certificates_certificate SET state = 'delivered' WHERE id = %s", case)
    assert told().breaks == (f"证明 {case}：按登记应当是“已用印”，系统里现在是“已交付”",)


TAMPERED = [
    ("purpose = '买房'", "用途"), ("demanding_unit = '别的单位'", "需要单位"), ("copies = 9", "份数"),
    ("number = '会宁〔2026〕9号'", "编号"), ("no = 9", "登记号"), ("year = 2025", "年度"),
    ("title = '收入证明'", "办理事项"), ("approved_digest = 'd'", "签批的内容"),
    ("sealed_at = sealed_at - interval '1 hour'", "用印的时间"), ("sealed_by_id = handled_by_id", "盖章人"),
    ("valid_until = '2099-01-01'", "有效期至"), ("valid_until = NULL", "有效期至"),
    ("document_id = (SELECT id FROM documents_storedfile WHERE id <> document_id LIMIT 1)", "文件"),
]  # fmt: skip


def as_superuser(world: World, statement: str, *values: object) -> None:
    """Past every right and trigger, as whoever has the machine could."""
    with psycopg.connect(make_conninfo(CLUSTER.superuser_url(), dbname=world.database)) as there:
        there.execute("SET session_replication_role = replica")
        there.execute(statement, values)


@pytest.mark.clause("H3.2.3a")
def test_what_is_kept_is_what_the_register_says(demo_world: World) -> None:
    """Each column told to strangers, changed behind the guards; put back, all is whole again."""
    case, _ = cast.sealed()
    cast.sealed()
    before = Certificate.objects.filter(pk=case).values().get()
    for change, what in TAMPERED:
        as_superuser(demo_world, f"UPDATE certificates_certificate SET {change} WHERE id = %s", case)
        assert told().breaks == (f"证明 {case}：和登记簿里登记的不一样：{what}",)
        column = change.split(" ")[0]
        restore = f"UPDATE certificates_certificate SET {column} = %s WHERE id = %s"
        as_superuser(demo_world, restore, before[column], case)
    assert told().breaks == ()


@pytest.mark.clause("H3.2.3a")
def test_the_names_told_to_strangers_are_those_of_the_line(demo_world: World) -> None:
    """Only with the key to the line's personal fields; what was erased there says nothing any more."""
    case, other = cast.sealed()[0], cast.sealed()[0]
    assert told(personal=True).breaks == ()
    rename = "UPDATE certificates_party SET name = %s WHERE certificate_id = %s AND role = %s"
    as_superuser(demo_world, rename, "马桂香", case, "applicant")
    assert told(personal=True).breaks == ()  # no stranger is told of the applicant
    as_superuser(demo_world, rename, "马桂香", case, "certified")
    assert told().breaks == ()
    assert told(personal=True).breaks == (f"证明 {case}：被证明人的姓名和登记簿里登记的不一样",)
    as_superuser(demo_world, "DELETE FROM certificates_party WHERE certificate_id = %s", other)
    assert len(told(personal=True).breaks) == 2
    for number in (1, 2):
        erase("620422115203", "certificates", now().year, number, "本人申请（示例）", now())
    assert told(personal=True).breaks == ()


def test_sealed_without_a_line_and_a_line_without_a_seal(demo_world: World) -> None:
    case, other = cast.sealed()[0], cast.approved()
    by_hand = (
        "UPDATE certificates_certificate c SET state = 'sealed', sealed_by_id = s.sealed_by_id, no = 2,"
        " year = s.year, document_id = s.document_id, token_index = 'x', sealed_at = now()"
        " FROM certificates_certificate s WHERE s.id = %s AND c.id = %s"
    )
    execute(by_hand, case, other)
    assert f"证明 {other}：系统里已经用印，登记簿里却没有登记" in told().breaks
    undo = "UPDATE certificates_certificate SET state = 'approved', sealed_at = NULL WHERE id = %s"
    as_superuser(demo_world, undo, other)
    assert told().breaks == ()
    as_superuser(demo_world, undo, case)
    assert f"证明 {case}：登记簿里登记了，系统里却没有这份用过印的证明" in told().breaks


@pytest.mark.clause("H3.2.2a")
def test_an_approval_before_the_session_began_is_listed(demo_world: World) -> None:
    case = cast.approved()
    as_superuser(
        demo_world,
        "UPDATE people_session SET opened_at = opened_at + interval '1 hour' WHERE closed_at IS NULL",
    )
    (sentence,) = told().unmatched
    assert "的签批" in sentence and sentence.endswith("那时没有登录")
    assert Certificate.objects.get(pk=case).approved_by is not None


def test_a_lost_paper_is_told(demo_world: World) -> None:
    case, _ = cast.sealed()
    document = Certificate.objects.get(pk=case).document
    assert document is not None
    (files.folder_of(document.owner) / document.name).unlink()
    assert any("文件不见了" in sentence for sentence in told().breaks)
