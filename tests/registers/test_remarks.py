"""备注 of a numbered line: what came later about its subject, and what the line says of itself."""

import re
from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.ledger.cast import COUNTY, CUSTODIAN, NOTED, YEAR, Committee
from zhengyin.registers import actions, lines, queries
from zhengyin.registers.lines import LineKind, Remark
from zhengyin.registers.remarks import Said, remarks_on

SAID = r"应急用印单（应急0043），\d+月\d+日\d\d:\d\d盖章，\d+月\d+日\d\d:\d\d登记"
VOIDED = replace(NOTED, remark=Remark("{note}，{day}收回", mark="作废", void=True))


@pytest.fixture
def voiding(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """For one test a note says that the paper is void."""
    monkeypatch.setitem(lines._declared, NOTED.name, VOIDED)
    yield


def remarks(committee: Committee) -> dict[int, tuple[Said, ...]]:
    page = queries.lines(owner=committee.owner, book="certificates", year=YEAR)
    found = remarks_on(page.lines)
    return {line.no: found[line.hash] for line in page.lines}


@pytest.mark.clause("H3.2.3c")
def test_what_came_later_stands_on_the_line_of_its_subject(committee: Committee, voiding: None) -> None:
    subject = uuid4()
    committee.approve(subject)
    committee.seal(subject)
    committee.sealed()
    committee.note("姓名写错{day}", subject=subject)  # braces in a column are only braces
    found = remarks(committee)
    (said,) = found[1]
    assert (said.mark, said.void) == ("作废", True)
    assert said.words.startswith("姓名写错{day}，") and said.words.endswith("日收回")
    assert said.whole == f"作废：{said.words}"
    assert found[2] == ()


def test_they_stand_in_the_order_they_were_recorded(committee: Committee, voiding: None) -> None:
    subject = uuid4()
    committee.approve(subject), committee.seal(subject)
    committee.note("先", subject=subject), committee.note("后", subject=subject)
    assert [said.words[0] for said in remarks(committee)[1]] == ["先", "后"]


@pytest.mark.clause("H3.2.3c")
def test_a_late_line_says_when_it_was_recorded_and_on_which_slip(committee: Committee) -> None:
    committee.record_late(failed="签批人当天不在任")
    late, failed = remarks(committee)[1]
    assert late.mark == "补登"
    assert re.fullmatch(SAID, late.words)
    assert failed == Said("待整改", "签批人当天不在任")


def test_a_line_without_its_persons_says_so(committee: Committee) -> None:
    committee.sealed()
    with transaction.atomic():
        actions.erase_personal(
            owner=committee.owner, county_code=COUNTY, book="certificates", year=YEAR, no=1,
            reason="本人申请", signature=CUSTODIAN, happened_at=queries.now(),
        )  # fmt: skip
    assert [said.words for said in remarks(committee)[1]] == ["本簿的个人信息已删除，案卷里的还在"]


def test_a_book_opened_says_where_the_paper_one_ended(committee: Committee) -> None:
    actions.open_book(
        owner=committee.owner, county_code=COUNTY, book="certificates", year=YEAR, last_paper_no=87,
        scan_digest="d" * 64, signature=CUSTODIAN, happened_at=queries.now(),
    )  # fmt: skip
    assert remarks(committee) == {87: (Said("", "启用前纸质登记簿截至第87号"),)}


def test_any_number_of_lines_takes_one_statement(committee: Committee, voiding: None) -> None:
    for _ in range(5):
        subject = uuid4()
        committee.approve(subject), committee.seal(subject), committee.note(subject=subject)
    page = queries.lines(owner=committee.owner, book="certificates", year=YEAR)
    with CaptureQueriesContext(connection) as asked:
        assert len(remarks_on(page.lines)) == 5
    assert len(asked) == 1


def test_a_mark_may_name_a_column_too(committee: Committee, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = replace(NOTED, remark=Remark("{day}", mark="作废（{note}）", void=True))
    monkeypatch.setitem(lines._declared, NOTED.name, kind)
    subject = uuid4()
    committee.approve(subject), committee.seal(subject), committee.note("已收回", subject=subject)
    assert [said.mark for said in remarks(committee)[1]] == ["作废（已收回）"]


@pytest.mark.parametrize("words", ["{reason}", "{note.upper}", "{phone}", "{}{other}"])
def test_a_remark_names_columns_of_its_kind_and_nothing_personal(words: str) -> None:
    kind = LineKind(
        "test.new", "journal", (("note", "备注"),), personal=(("phone", "电话"),), remark=Remark(words)
    )
    for refused in (kind, replace(kind, remark=Remark("", mark=words))):
        with pytest.raises(ValueError, match="remark"):
            lines.declare([refused])
    assert "test.new" not in lines._declared


def test_another_year_than_the_books_is_said(committee: Committee, voiding: None) -> None:
    """A paper of last year voided this year; a paper stamped in the last minutes of the year before, late."""
    subject = uuid4()
    committee.approve(subject)
    line = committee.seal(subject)
    committee.note("写错", subject=subject)
    late = committee.record_late()
    by_no = {
        one.no: one for one in queries.lines(owner=committee.owner, book="certificates", year=YEAR).lines
    }
    sealed, entered = by_no[line.no], by_no[late.no]
    before = replace(sealed, year=YEAR - 1)
    ((voided,),) = remarks_on([before]).values()
    assert voided.words.startswith(f"写错，{YEAR}年") and not remarks_on([sealed])[sealed.hash][
        0
    ].words.count("年")
    new_year = replace(entered, year=YEAR + 1)  # stamped in YEAR, entered in the book of the year after
    ((said,),) = remarks_on([new_year]).values()
    assert re.fullmatch(SAID.replace(r"\d+月", rf"{YEAR}年\d+月"), said.words)
