"""A superuser's tampering, with every trigger disarmed, and what the audit says of it."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest
from django.conf import settings
from django.db import transaction

from tests import harness
from tests.ledger.cast import CUSTODIAN, DIRECTOR, YEAR, Committee
from zhengyin.ledger import chain, keys
from zhengyin.registers import actions, queries
from zhengyin.registers.audit.findings import Report
from zhengyin.registers.audit.report import Wanted, audit
from zhengyin.registers.audit.reviews import Session

Superuser = Callable[..., None]
BOOK = "李家湾村《为村（居）民出具证明事项登记簿》" + f"{YEAR}年"

MADE_BY_DATABASE = (
    "SELECT 1 FROM pg_attribute"
    " WHERE attrelid = 'ledger_entry'::regclass AND attname = %s AND attgenerated = 's'"
)


@pytest.fixture
def committee(own_database: str) -> Committee:
    """A committee with fifteen sealed certificates, committed."""
    made = Committee(uuid4())
    for _ in range(15):
        made.sealed()
    return made


@pytest.fixture
def superuser(own_database: str) -> Superuser:
    """Runs a statement with all triggers, foreign keys and checks out of the way."""

    def run(statement: str, *values: object) -> None:
        url = psycopg.conninfo.make_conninfo(harness.CLUSTER.superuser_url(), dbname=own_database)
        with psycopg.connect(url) as connection:
            connection.execute("SET session_replication_role = replica")
            for check in ("hash", "plain"):
                connection.execute(f"ALTER TABLE ledger_entry DROP CONSTRAINT IF EXISTS ledger_entry_{check}")
            for column in ("matter", "demanding_unit", "handler"):  # they too read what must be JSON
                if connection.execute(MADE_BY_DATABASE, [column]).fetchone():
                    connection.execute(f"ALTER TABLE ledger_entry ALTER {column} DROP EXPRESSION")
            connection.execute(statement, values)

    return run


@pytest.fixture
def checkpoints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "CHECKPOINTS_FILE", tmp_path / "checkpoints.jsonl")
    monkeypatch.setattr(settings, "CHECKPOINT_KEY_FILE", tmp_path / "key.pem")
    return tmp_path / "checkpoints.jsonl"


def told(**wanted: object) -> Report:
    asked = Wanted(names=lambda owner: "李家湾村", personal=True)
    with transaction.atomic():
        return audit(replace(asked, **wanted))  # type: ignore[arg-type]


def with_checkpoints(path: Path) -> Report:
    return told(checkpoints=path, checkpoint_key=keys.public_path(settings.CHECKPOINT_KEY_FILE))


def book(committee: Committee, name: str = "certificates") -> UUID:
    return chain.book_id(committee.owner, name, YEAR)


def test_what_nobody_touched_is_whole(committee: Committee):
    report = told()
    assert (report.breaks, report.books, report.lines) == ((), 2, 30)


@pytest.mark.parametrize("statement, sentence", [
    ("UPDATE ledger_entry SET person_name = '王五' WHERE book_id = %s AND no = 4", "第4号的内容与登记时"),
    ("UPDATE ledger_entry SET happened_at = happened_at - interval '1 microsecond'"
     " WHERE book_id = %s AND no = 9", "第9号的内容与登记时"),
    ("UPDATE ledger_entry SET columns = replace(columns, '公证', '公' || E'\\t' || '证')"
     " WHERE book_id = %s AND no = 2", "第2号的内容与登记时"),
    ("UPDATE ledger_entry SET hash = '' WHERE book_id = %s AND no = 2", "第2号的内容与登记时"),
    ("DELETE FROM ledger_entry WHERE book_id = %s AND no = 7", "第6号之后就是第8号"),
    ("DELETE FROM ledger_entry WHERE book_id = %s AND no > 12", "首页记着登记到第15号，实际只到第12号"),
    ("UPDATE ledger_book SET last_no = 14 WHERE id = %s", "首页记的末号与第15号对不上"),
])  # fmt: skip
def test_tampering_is_told_in_words(
    committee: Committee, superuser: Superuser, statement: str, sentence: str
):
    superuser(statement, book(committee))
    breaks = told().breaks
    assert breaks[0].startswith(f"{BOOK}：{sentence}")


def test_a_removed_head_is_told(committee: Committee, superuser: Superuser):
    superuser("DELETE FROM ledger_book WHERE id = %s", book(committee))
    assert told().breaks == (f"登记簿 {book(committee)} 有登记却没有首页",)


def test_exchanged_personal_fields_are_told(committee: Committee, superuser: Superuser):
    superuser(
        "UPDATE ledger_personal AS one SET sealed = two.sealed FROM ledger_personal AS two"
        " WHERE one.book_id = %s AND one.no = 3 AND two.book_id = one.book_id AND two.no = 4",
        book(committee),
    )
    assert told().breaks == (f"{BOOK}第3号：个人信息与登记时的校验值不符，被改过或换过",)


def test_an_erasure_is_no_break(committee: Committee):
    actions.erase_personal(
        owner=committee.owner, county_code="620422", book="certificates", year=YEAR, no=3, reason="到期",
        signature=CUSTODIAN, happened_at=queries.now(),
    )  # fmt: skip
    assert told().breaks == ()


def rechain(own_database: str, target: UUID, no: int) -> None:
    """What a patient superuser does: change line `no`, then every later hash and the head."""
    url = psycopg.conninfo.make_conninfo(harness.CLUSTER.superuser_url(), dbname=own_database)
    names = ", ".join("book_id" if n == "book" else n for n in chain.Entry.__slots__)
    with psycopg.connect(url) as connection:
        connection.execute("SET session_replication_role = replica")
        rows = connection.execute(
            f"SELECT {names} FROM ledger_entry WHERE book_id = %s ORDER BY no",
            [target],
        ).fetchall()
        previous = chain.genesis(target)
        for row in rows:
            entry = chain.Entry(*row)
            changed = replace(entry, person_name="王五") if entry.no == no else entry
            changed = replace(changed, previous_hash=previous)
            previous = chain.line_hash(changed)
            connection.execute(
                "UPDATE ledger_entry SET person_name = %s, previous_hash = %s, hash = %s"
                " WHERE book_id = %s AND no = %s",
                [changed.person_name, changed.previous_hash, previous, target, entry.no],
            )
        connection.execute("UPDATE ledger_book SET last_hash = %s WHERE id = %s", [previous, target])


def test_a_recomputed_history_is_caught_by_checkpoints_alone(
    committee: Committee, own_database: str, checkpoints: Path
):
    actions.publish_checkpoint(at=queries.now())
    committee.sealed()
    rechain(own_database, book(committee), 4)
    assert told().breaks == ()
    (sentence,) = with_checkpoints(checkpoints).breaks
    assert sentence.startswith(f"{BOOK}：第1号至第15号之间有登记被改写")


def test_the_last_ten_lines_removed_with_their_head_are_caught_by_checkpoints_alone(
    committee: Committee, superuser: Superuser, checkpoints: Path
):
    actions.publish_checkpoint(at=queries.now())
    cut(superuser, book(committee), 5)
    cut(superuser, book(committee, "journal"), 5)
    assert told().breaks == ()
    breaks = with_checkpoints(checkpoints).breaks
    assert any(s.startswith(BOOK) and "第6号至第15号被删掉了" in s for s in breaks)


def cut(superuser: Superuser, target: UUID, last: int) -> None:
    superuser("DELETE FROM ledger_personal WHERE book_id = %s AND no > %s", target, last)
    superuser("DELETE FROM ledger_entry WHERE book_id = %s AND no > %s", target, last)
    superuser(
        "UPDATE ledger_book SET last_no = last.no, last_hash = last.hash, last_recorded_at = last.recorded_at"
        " FROM ledger_entry AS last WHERE id = %s AND last.book_id = id AND last.no = %s",
        target, last,
    )  # fmt: skip


def test_a_whole_book_removed_is_caught_by_checkpoints(
    committee: Committee, superuser: Superuser, checkpoints: Path
):
    actions.publish_checkpoint(at=queries.now())
    for table, column in (("personal", "book_id"), ("entry", "book_id"), ("book", "id")):
        superuser(f"DELETE FROM ledger_{table} WHERE {column} = %s", book(committee))
    assert f"{BOOK}：签存过第15号，现在整本登记簿不见了" in with_checkpoints(checkpoints).breaks


def test_no_checkpoint_is_signed_over_a_rewritten_history(
    committee: Committee, own_database: str, checkpoints: Path
):
    actions.publish_checkpoint(at=queries.now())
    rechain(own_database, book(committee), 4)
    with pytest.raises(Exception, match="certificates"):
        actions.publish_checkpoint(at=queries.now())


@pytest.mark.clause("H3.2.2a")
def test_a_seal_without_an_approval_is_told_even_with_triggers_off(
    committee: Committee, superuser: Superuser
):
    superuser("UPDATE ledger_kind SET needs_earlier = '{}' WHERE name = 'test.sealed'")
    committee.seal(uuid4())
    assert told().breaks == (f"{BOOK}第16号：没有找到别人在此之前对同一份内容的审核签批，先盖了章",)


def session_of(person: UUID, session: UUID | None) -> list[Session]:
    assert session is not None
    began = queries.now().replace(year=YEAR - 1)
    return [Session(session, person, began, None)]


@pytest.mark.clause("H3.2.2a")
def test_approvals_match_a_session_of_that_person(committee: Committee):
    right = session_of(DIRECTOR.person_id, DIRECTOR.session_id)
    assert told(sessions=lambda: right).unmatched == ()


@pytest.mark.clause("H3.2.2a")
@pytest.mark.parametrize("miss, why", [
    ("none", "找不到登录记录"), ("another person", "登录的是另一个人"), ("ended", "那时没有登录"),
])  # fmt: skip
def test_an_approval_without_a_session_of_that_person_is_listed(committee: Committee, miss: str, why: str):
    (right,) = session_of(DIRECTOR.person_id, DIRECTOR.session_id)
    sessions = {
        "none": [], "another person": [replace(right, person_id=uuid4())],
        "ended": [replace(right, ended_at=right.began_at)],
    }[miss]  # fmt: skip
    report = told(sessions=lambda: sessions)
    assert len(report.unmatched) == 15 and not report.whole
    assert report.unmatched[0].endswith(why) and "李守义的签批" in report.unmatched[0]


def test_late_entries_are_listed_apart(committee: Committee):
    committee.record_late()
    committee.record_late(pad="应急0044", failed="签批人当日无任职")
    committee.record_late(pad="应急0045", slip="d" * 64)
    report = told(file_there=lambda digest: digest == "c" * 64)
    assert [(line.pad_number, line.slip_missing, line.failed_checks) for line in report.late] == [
        ("应急0044", False, "签批人当日无任职"), ("应急0045", True, ""),
    ]  # fmt: skip
    assert report.whole


def test_files_are_looked_for_and_hashed_again(own_database: str):
    committee, content = Committee(uuid4()), b"%PDF"
    with transaction.atomic():
        actions.open_book(
            owner=committee.owner, county_code="620422", book="work", year=YEAR, last_paper_no=3,
            scan_digest=hashlib.sha256(content).hexdigest(), signature=CUSTODIAN, happened_at=queries.now(),
        )  # fmt: skip
    assert told(file_there=lambda digest: True, damages=lambda: ()).breaks == ()
    gone = told(file_there=lambda digest: False, damages=lambda: ()).breaks
    assert "第3号：登记的文件找不到了" in gone[0]
    assert told(file_there=lambda digest: False).breaks == ()
    damaged = told(file_there=lambda digest: True, damages=lambda: ["证明的文件被改过"])
    assert damaged.breaks == ("证明的文件被改过",)


@pytest.mark.clause("H3.2.2a")
def test_approvals_no_kind_rests_on_are_matched_too(committee: Committee):
    report = told(sessions=list, approvals=frozenset({"test.noted"}))
    assert len(report.unmatched) == 15
    committee.note()
    assert len(told(sessions=list, approvals=frozenset({"test.noted"})).unmatched) == 16
