"""Writing in the books: the kinds' columns, the year's book, the opening line, the erasure."""

from datetime import datetime, timedelta, timezone
from uuid import uuid4

import pytest
from django.db import transaction

from tests.ledger.cast import COUNTY, CUSTODIAN, PERSONAL, YEAR, Committee
from zhengyin.registers import actions, lines, queries
from zhengyin.registers.filters import Filters
from zhengyin.shared.refusal import Refused

CHINA = timezone(timedelta(hours=8))


def codes(refused: "pytest.ExceptionInfo[Refused]") -> list[str]:
    return [refusal.code for refusal in refused.value.refusals]


def open_book(committee: Committee, *, last: int = 87, scan: str = "f" * 64) -> actions.Line:
    return actions.open_book(
        owner=committee.owner, county_code=COUNTY, book="certificates", year=YEAR, last_paper_no=last,
        scan_digest=scan, signature=CUSTODIAN, happened_at=queries.now(),
    )  # fmt: skip


def erase(committee: Committee, no: int = 1, reason: str = "本人申请，保存期已过") -> actions.Line:
    return actions.erase_personal(
        owner=committee.owner, county_code=COUNTY, book="certificates", year=YEAR, no=no, reason=reason,
        signature=CUSTODIAN, happened_at=queries.now(),
    )  # fmt: skip


@pytest.mark.clause("H3.2.3c")
@pytest.mark.parametrize("columns", [{}, {"note": "", "extra": ""}, {"other": ""}])
def test_a_line_has_the_columns_of_its_kind_no_fewer_no_more(committee: Committee, columns: dict[str, str]):
    with pytest.raises(ValueError, match=r"test\.noted: missing"):
        actions.write(
            kind="test.noted", owner=committee.owner, county_code=COUNTY, subject=uuid4(),
            happened_at=queries.now(), signature=CUSTODIAN, columns=columns,
        )  # fmt: skip


def test_the_book_is_of_the_year_in_china(committee: Committee):
    with transaction.atomic():
        line = actions.write(
            kind="test.noted", owner=committee.owner, county_code=COUNTY, subject=uuid4(),
            signature=CUSTODIAN, happened_at=datetime(2026, 1, 1, 0, 30, tzinfo=CHINA), columns={"note": ""},
        )  # fmt: skip
    assert line.year == 2026


def test_a_new_year_is_a_new_book_from_1(committee: Committee):
    committee.note()
    with transaction.atomic():
        held = actions.hold(owner=committee.owner, book="journal", year=YEAR + 1)
    assert held.next_no == 1


def test_a_book_goes_on_where_the_paper_one_ended(committee: Committee):
    assert open_book(committee).no == 87
    assert committee.sealed().no == 88
    opening = queries.line(owner=committee.owner, book="certificates", year=YEAR, no=87)
    assert opening is not None
    assert (opening.columns, opening.document_digest) == ({"last_paper_number": "87"}, "f" * 64)


@pytest.mark.parametrize("last, scan, refusals", [
    (87, "", ["scan_missing"]),
    (0, "f" * 64, ["paper_number_missing"]),
    (0, "", ["paper_number_missing", "scan_missing"]),
])  # fmt: skip
def test_an_opening_line_names_number_and_scan(
    committee: Committee, last: int, scan: str, refusals: list[str]
):
    with pytest.raises(Refused) as refused:
        open_book(committee, last=last, scan=scan)
    assert codes(refused) == refusals


def test_a_book_is_opened_before_its_first_line_and_once(committee: Committee):
    committee.sealed()
    with pytest.raises(Refused) as refused:
        open_book(committee)
    assert codes(refused) == ["book_open_already"]


def test_a_committee_without_lines_may_open_at_1(committee: Committee):
    assert open_book(committee, last=1).no == 1
    assert committee.sealed().no == 2


def test_erasing_leaves_the_line_and_takes_the_person(committee: Committee):
    line = committee.sealed()
    erasure = erase(committee)
    row = queries.line(owner=committee.owner, book="certificates", year=line.year, no=1)
    assert row is not None and row.personal is None and row.hash == line.hash
    assert (erasure.book, erasure.no) == ("erasures", 1)
    assert committee.sealed().previous_hash == line.hash
    assert [found.kind for found in queries.lines_of(row.subject)] == [
        "test.approved", "test.sealed", "personal.erased",
    ]  # fmt: skip


def test_nobody_finds_an_erased_person(committee: Committee):
    committee.sealed()
    wanted = Filters(personal=PERSONAL["name"])
    found = {"owner": committee.owner, "book": "certificates", "year": YEAR}
    assert len(queries.lines(**found, filters=wanted).lines) == 1
    erase(committee)
    assert queries.lines(**found, filters=wanted).lines == ()


@pytest.mark.parametrize("no, reason, refusals", [
    (1, " ", ["reason_missing"]),
    (2, "到期", ["no_such_line"]),
])  # fmt: skip
def test_an_erasure_has_a_line_and_a_reason(committee: Committee, no: int, reason: str, refusals: list[str]):
    committee.sealed()
    with pytest.raises(Refused) as refused:
        erase(committee, no, reason)
    assert codes(refused) == refusals


def test_nothing_is_erased_twice(committee: Committee):
    committee.sealed()
    erase(committee)
    with pytest.raises(Refused) as refused:
        erase(committee)
    assert codes(refused) == ["nothing_to_erase"]


def test_a_late_line_stands_in_the_book_of_the_day_it_is_recorded(committee: Committee):
    with transaction.atomic():
        line = actions.write(
            kind="test.recorded_late", owner=committee.owner, county_code=COUNTY, subject=uuid4(),
            happened_at=datetime(2025, 12, 31, 23, 0, tzinfo=CHINA), signature=CUSTODIAN,
            columns={"demanding_unit": "农信社", lines.FAILED_CHECKS: ""}, pad_number="应急0043",
            slip_digest="c" * 64,
        )  # fmt: skip
    assert line.year == queries.now().astimezone(CHINA).year


def test_a_kind_means_one_thing():
    with pytest.raises(ValueError, match="declared twice"):
        lines.declare([lines.LineKind("book.opened", "journal", ())])
    with pytest.raises(ValueError, match="no such book"):
        lines.declare([lines.LineKind("test.nowhere", "nowhere", ())])
