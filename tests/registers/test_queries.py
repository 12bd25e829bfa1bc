"""Pages by number, filters, what happened to a subject."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.ledger.cast import PERSONAL, YEAR, Committee
from zhengyin.registers import queries
from zhengyin.registers.queries import Counts, Filters, Page

ALL = Filters()


def page(committee: Committee, *, book: str = "journal", before: int | None = None, size: int = 3,
         filters: Filters = ALL) -> Page:  # fmt: skip
    return queries.lines(
        owner=committee.owner, book=book, year=YEAR, before=before, size=size, filters=filters
    )


def numbers(found: Page) -> list[int]:
    return [line.no for line in found.lines]


def test_pages_run_from_the_newest_and_meet(committee: Committee):
    for _ in range(7):
        committee.note()
    first = page(committee)
    second = page(committee, before=first.before)
    third = page(committee, before=second.before)
    assert [numbers(p) for p in (first, second, third)] == [[7, 6, 5], [4, 3, 2], [1]]
    assert third.before is None


def test_a_full_last_page_has_no_next(committee: Committee):
    for _ in range(3):
        committee.note()
    assert page(committee).before is None


def test_another_committees_lines_are_not_there(committee: Committee):
    Committee(uuid4()).note()
    assert page(committee).lines == ()
    assert queries.line(owner=committee.owner, book="journal", year=YEAR, no=1) is None


@pytest.mark.parametrize("filters, expected", [
    (Filters(kinds=("test.sealed",)), [2, 1]),
    (Filters(late=True), [3]),
    (Filters(words="公证"), [2, 1]),
    (Filters(words="100%"), []),
    (Filters(columns=(("unit", "农信社"),)), [3]),
    (Filters(columns=(("unit", "农信"),)), []),
    (Filters(personal=PERSONAL["phone"]), [2, 1]),
    (Filters(personal="张建"), []),
])  # fmt: skip
def test_filters_narrow(committee: Committee, filters: Filters, expected: list[int]):
    committee.sealed(), committee.sealed(), committee.record_late()
    Committee(uuid4()).sealed()
    assert numbers(page(committee, book="certificates", filters=filters)) == expected


def test_times_are_half_open(committee: Committee):
    committee.note(), committee.note()
    second, first = page(committee).lines
    inside = Filters(happened_from=first.happened_at, happened_until=second.happened_at)
    assert numbers(page(committee, filters=inside)) == [1]


def test_a_page_takes_two_queries_however_long(committee: Committee):
    for _ in range(5):
        committee.sealed()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page(committee, book="certificates", size=5)
    assert len(asked) == 2


@pytest.mark.clause("H3.2.3c")
def test_a_line_shows_its_columns_and_persons(committee: Committee):
    committee.sealed()
    line = page(committee, book="certificates").lines[0]
    assert line.columns == {"unit": "会宁县公证处", "purpose": "遗赠扶养协议公证"}
    assert line.personal == PERSONAL
    assert (line.person_name, line.office, line.late) == ("张国栋", "custodian", False)


def test_counts_and_years(committee: Committee):
    assert queries.counts(owner=committee.owner, book="certificates", year=YEAR) == Counts(0, 0, 0, None)
    committee.sealed(), committee.record_late()
    counted = queries.counts(owner=committee.owner, book="certificates", year=YEAR)
    assert (counted.last_no, counted.lines, counted.late) == (2, 2, 1)
    assert queries.years(owner=committee.owner, book="certificates") == (YEAR,)
