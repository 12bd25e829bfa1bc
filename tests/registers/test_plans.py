"""What the database reads for a page or a search: one book's part of an index, never the lines one by one."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django.plugin import DjangoDbBlocker

from tests import harness
from tests.certificates.lines_many import Many, name_of, put_in
from tests.conftest import connect_to
from zhengyin.ledger import chain
from zhengyin.registers import queries
from zhengyin.registers.filters import Filters, narrowed
from zhengyin.registers.recorded import Total, counted, spans, totals
from zhengyin.registers.remarks import remarks_on

COUNT = 12_000
OWNER, OTHER = UUID(int=7), UUID(int=8)
JUNE = datetime(2025, 6, 1, tzinfo=timezone.utc)
FILTERS = {
    "nothing": Filters(),
    "a day": Filters(happened_from=JUNE, happened_until=JUNE + timedelta(days=1)),
    "a month": Filters(happened_from=JUNE, happened_until=JUNE + timedelta(days=30)),
    "a matter of two characters": Filters(matter="收养"),
    "a unit that often asks": Filters(demanding_unit="小学"),
    "a unit that never asks": Filters(demanding_unit="没有这个单位"),
    "a handler": Filters(handler="马秀兰"),
    "late ones": Filters(late=True),
    "those that no longer hold": Filters(numbers=frozenset(range(50, COUNT, 40))),
    "a name": Filters(personal=name_of(11)),
    "everything at once": Filters(
        JUNE, None, 1, COUNT, True, name_of(50), matter="证明", demanding_unit="小学", handler="李文斌"
    ),
}
LINES_READ = re.compile(r"(Seq Scan|Bitmap Heap Scan|Index Scan(?: Backward)? using \w+) on ledger_entry")


@pytest.fixture(scope="module")
def filled(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Two committees with a book of many lines each."""
    before = str(connection.settings_dict["NAME"])
    name = harness.copy_of(harness.template())
    first, last = datetime(2025, 1, 2, tzinfo=timezone.utc), datetime(2025, 12, 30, tzinfo=timezone.utc)
    with django_db_blocker.unblock():
        connect_to(name)
        for owner in (OWNER, OTHER):
            put_in(harness.owner_url(name), Many(owner, "620422000000", 2025, COUNT, first, last))
        with transaction.atomic():
            yield
        connect_to(before)
    harness.drop(name)


def plan_of(filters: Filters, *, count: bool = False) -> str:
    rows = narrowed(chain.book_id(OWNER, "certificates", 2025), filters)
    return str((rows.values("no") if count else rows.order_by("-no").values("no")[:51]).explain())


@pytest.mark.parametrize("count", [False, True], ids=["page", "count"])
@pytest.mark.parametrize("said", FILTERS)
def test_a_search_reads_an_index_of_the_book_and_no_line(filled: None, said: str, count: bool) -> None:
    plan = plan_of(FILTERS[said], count=count)
    assert not LINES_READ.search(plan), plan
    assert re.search(r"Index Only Scan(?: Backward)? using ledger_entry_", plan), plan
    assert "book_id = " in plan, plan


@pytest.mark.parametrize("said", FILTERS)
def test_no_more_is_read_than_the_book_has(filled: None, said: str) -> None:
    """As counted by the server: rows looked at are those of one book, whatever the filter leaves."""
    rows = narrowed(chain.book_id(OWNER, "certificates", 2025), FILTERS[said]).values("no")
    plan = str(rows.explain(analyze=True))
    removed = sum(int(number) for number in re.findall(r"Rows Removed by \w+: (\d+)", plan))
    assert removed <= COUNT and not re.search(r"Heap Fetches: [1-9]\d{3}", plan), plan


def test_names_and_remarks_are_found_by_their_index(filled: None) -> None:
    plan = plan_of(FILTERS["a name"])
    assert "ledger_personal_found_by" in plan and "Seq Scan on ledger_personal" not in plan, plan
    page = queries.lines(owner=OWNER, book="certificates", year=2025)
    assert sum(len(said) for said in remarks_on(page.lines).values()) == 25 + 1  # deliveries, one late


def test_two_keys_lead_through_the_whole_book(filled: None) -> None:
    book = {"owner": OWNER, "book": "certificates", "year": 2025}
    assert queries.counts(**book).late == COUNT // 50
    assert queries.searched(**book, filters=FILTERS["a unit that often asks"])[1] == COUNT
    page, found = queries.searched(**book, filters=FILTERS["a day"])
    assert len(page.lines) == min(found, 50) > 0
    parts = queries.parts(**book, step=500)
    assert (len(parts), parts[0], parts[-1]) == (24, (1, 500), (11501, 12000))
    assert [line.no for line in queries.lines(**book, before=51, size=50).lines] == list(range(50, 0, -1))
    assert queries.lines(owner=uuid4(), book="certificates", year=2025).lines == ()


@pytest.mark.parametrize("asked", [{}, {"before": 6000}, {"after": 6000}, {"filters": FILTERS["a month"]}])
def test_the_numbers_of_a_page_are_found_once(filled: None, asked: dict[str, Any]) -> None:
    """Not anew for every line of the book: without statistics of it a page took a second."""
    with CaptureQueriesContext(connection) as captured:
        queries.lines(owner=OWNER, book="certificates", year=2025, **asked)
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN " + captured[0]["sql"])
        plan = "\n".join(row for (row,) in cursor.fetchall())
    assert "InitPlan" in plan and " Join " not in plan.replace("Nested Loop", ""), plan


def test_the_limits_of_every_month_are_found_by_halving(filled: None) -> None:
    """The same numbers as by counting, with some hundreds of looks into the book's own index."""
    limits = [datetime(2025 + month // 12, month % 12 + 1, 1, tzinfo=timezone.utc) for month in range(13)]
    found = spans(owners=[OWNER, OTHER], books=["certificates"], limits=limits)
    assert len(found) == 24 and {span.owner for span in found} == {OWNER, OTHER}
    for span, until in zip(found[12:] if found[0].owner == OTHER else found[:12], limits[1:], strict=True):
        rows = narrowed(chain.book_id(OWNER, "certificates", 2025), Filters())
        numbers = rows.filter(recorded_at__gte=span.since, recorded_at__lt=until).order_by("no")
        there = list(numbers.values_list("no", flat=True))
        assert (span.first_no, span.last_no, len(there)) == (there[0], there[-1], there[-1] - there[0] + 1)


def test_the_papers_of_a_run_are_counted(filled: None) -> None:
    limits = [JUNE, JUNE + timedelta(days=30)]
    (span,) = spans(owners=[OWNER], books=["certificates"], limits=limits)
    number = counted(span)
    assert number.papers == span.last_no - span.first_no + 1
    assert number.late == span.last_no // 50 - (span.first_no - 1) // 50
    assert number.by_path == {"清单内": number.papers}
    assert totals(owners=[OWNER, uuid4()], book="certificates", year=2025) == {
        OWNER: Total(COUNT, COUNT // 50)
    }
