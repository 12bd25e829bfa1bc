"""Pages by number, filters, what happened to a subject."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.ledger.cast import PERSONAL, YEAR, Committee
from zhengyin.registers import queries
from zhengyin.registers.filters import Filters
from zhengyin.registers.queries import Counts, Page

ALL = Filters()


def page(committee: Committee, *, book: str = "journal", before: int | None = None, after: int | None = None,
         size: int = 3, filters: Filters = ALL) -> Page:  # fmt: skip
    return queries.lines(
        owner=committee.owner, book=book, year=YEAR, before=before, after=after, size=size, filters=filters
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
    assert [first.after, second.after, third.after] == [None, 4, 1]


def test_pages_run_back_the_same_way(committee: Committee):
    for _ in range(7):
        committee.note()
    second = page(committee, after=1)
    newest = page(committee, after=second.after)
    assert [numbers(p) for p in (second, newest)] == [[4, 3, 2], [7, 6, 5]]
    assert (second.before, newest.before, newest.after) == (2, 5, None)
    assert page(committee, after=7) == Page((), None, None)
    assert numbers(page(committee, after=0, size=9)) == [7, 6, 5, 4, 3, 2, 1]


@pytest.mark.parametrize("few", [0, 100], ids=["many found", "few found"])
@pytest.mark.parametrize("filters", [ALL, Filters(demanding_unit="公证"), Filters(no_from=3)])
def test_a_search_turns_its_pages_like_the_book(
    committee: Committee, monkeypatch: pytest.MonkeyPatch, few: int, filters: Filters
):
    monkeypatch.setattr(queries, "FEW", few)
    for _ in range(8):
        committee.sealed()
    book = {"owner": committee.owner, "book": "certificates", "year": YEAR, "filters": filters}
    for turn in ({}, {"before": 9}, {"before": 7}, {"before": 4}, {"before": 1}, {"after": 0}, {"after": 4},
                 {"after": 5}, {"after": 8}):  # fmt: skip
        found, left = queries.searched(**book, **turn, size=3)
        assert found == queries.lines(**book, **turn, size=3), turn
        assert left == (6 if filters.no_from else 8)


def test_what_is_left_is_split_into_parts_by_number(committee: Committee):
    for _ in range(7):
        committee.sealed()
    committee.record_late()
    book = {"owner": committee.owner, "book": "certificates", "year": YEAR}
    assert queries.parts(**book, step=3) == ((1, 3), (4, 6), (7, 8))
    assert queries.parts(**book, step=3, filters=Filters(no_from=2)) == ((2, 4), (5, 7), (8, 8))
    assert queries.parts(**book, step=3, filters=Filters(demanding_unit="没有")) == ()


def test_a_full_last_page_has_no_next(committee: Committee):
    for _ in range(3):
        committee.note()
    assert page(committee).before is None


def test_another_committees_lines_are_not_there(committee: Committee):
    Committee(uuid4()).note()
    assert page(committee).lines == ()
    assert queries.line(owner=committee.owner, book="journal", year=YEAR, no=1) is None


@pytest.mark.parametrize("filters, expected", [
    (Filters(late=True), [3]),
    (Filters(numbers=frozenset({1, 3, 9})), [3, 1]),
    (Filters(numbers=frozenset({1, 3}), late=True), [3]),
    (Filters(numbers=frozenset()), []),
    (Filters(demanding_unit="公证"), [2, 1]),  # two characters are enough
    (Filters(demanding_unit="农信社"), [3]),
    (Filters(demanding_unit="100%"), []),
    (Filters(demanding_unit="_"), []),
    (Filters(demanding_unit="遗赠"), []),  # that is the purpose
    (Filters(matter="公证"), []),
    (Filters(handler="马"), []),
    (Filters(no_from=2), [3, 2]),
    (Filters(no_from=2, no_until=3), [2]),
    (Filters(personal=PERSONAL["phone"]), [2, 1]),
    (Filters(personal=PERSONAL["phone"], demanding_unit="农信社"), []),
    (Filters(personal="张建"), []),
])  # fmt: skip
def test_filters_narrow(committee: Committee, filters: Filters, expected: list[int]):
    committee.sealed(), committee.sealed(), committee.record_late()
    Committee(uuid4()).sealed()
    assert numbers(page(committee, book="certificates", filters=filters)) == expected
    book = {"owner": committee.owner, "book": "certificates", "year": YEAR, "filters": filters}
    assert queries.searched(**book, size=3) == (
        page(committee, book="certificates", filters=filters),
        len(expected),
    )


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
    assert line.columns == {"demanding_unit": "会宁县公证处", "purpose": "遗赠扶养协议公证"}
    assert line.personal == PERSONAL
    assert (line.person_name, line.office, line.late) == ("张国栋", "custodian", False)


def test_counts_and_years(committee: Committee):
    assert queries.counts(owner=committee.owner, book="certificates", year=YEAR) == Counts(0, 0, 0, None)
    committee.sealed(), committee.record_late()
    counted = queries.counts(owner=committee.owner, book="certificates", year=YEAR)
    assert (counted.last_no, counted.lines, counted.late) == (2, 2, 1)
    assert queries.years(owner=committee.owner, book="certificates") == (YEAR,)
