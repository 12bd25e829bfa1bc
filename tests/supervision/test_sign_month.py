"""按月核对: works, wrong office or village, too early, twice, late entries; refused writes nothing."""

from collections.abc import Callable
from datetime import datetime

import pytest

from tests.certificates.cast import HARIGENTU, LIJIAWAN, officer
from tests.supervision.past import COUNT, months
from zhengyin.certificates.queries.voiding import GoneCount
from zhengyin.ledger.models import Entry
from zhengyin.people.offices import Office
from zhengyin.registers import queries as registers
from zhengyin.registers import recorded
from zhengyin.registers.actions import erase_personal
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.supervision.actions import sign_month
from zhengyin.supervision.models import CheckedBook, MonthlyCheck
from zhengyin.supervision.months import Month, month_of
from zhengyin.supervision.queries.months import (
    books_of,
    checked_in,
    month_rows,
    notes_of,
    spans_of,
    unsigned,
)

pytestmark = pytest.mark.usefixtures("past")
SUPERVISOR = "hn.ljw.supervisor"


def sign(month: Month, who: str = SUPERVISOR, note: str = "", at: datetime | None = None) -> MonthlyCheck:
    return sign_month(organization_id=LIJIAWAN, month=month, note=note, actor=officer(who), at=at or now())


def written() -> tuple[int, int, int]:
    return MonthlyCheck.objects.count(), CheckedBook.objects.count(), Entry.objects.count()


def refused(act: Callable[[], object], *codes: str) -> None:
    before = written()
    with pytest.raises(Refused) as caught:
        act()
    assert [refusal.code for refusal in caught.value.refusals] == list(codes)
    assert written() == before


def test_a_month_is_one_run_of_numbers_by_recording() -> None:
    older, last = months(now())
    found = spans_of([LIJIAWAN], [older, last])[LIJIAWAN]
    (first,), (second,) = found[older], found[last]
    assert (first.first_no, second.last_no) == (1, COUNT)
    assert second.first_no == first.last_no + 1
    edges = registers.line(owner=LIJIAWAN, book="certificates", year=first.year, no=first.last_no)
    after = registers.line(owner=LIJIAWAN, book="certificates", year=first.year, no=second.first_no)
    assert edges and after and edges.recorded_at < last.begins <= after.recorded_at


@pytest.mark.clause("O2.3a")
def test_a_signature_names_month_book_number_and_hash() -> None:
    older, _ = months(now())
    check = sign(older, note="第12号的单位是哪一家？")
    (line,) = registers.lines_of(check.pk)
    (book,) = check.books.all()
    last = registers.line(owner=LIJIAWAN, book="certificates", year=book.year, no=book.last_no)
    head = recorded.head(owner=LIJIAWAN, book="certificates", year=book.year)
    assert last is not None
    assert (line.book, line.kind, line.office) == ("supervision", "register.checked", "supervision_committee")
    assert line.columns == {
        "month": older.key, "book": "为村（居）民出具证明事项登记簿", "year": str(book.year), "first_no": "1",
        "last_no": str(book.last_no), "papers": str(book.last_no), "last_hash": last.hash,
        "head_no": str(COUNT), "head_hash": head.hash,
    }  # fmt: skip
    assert book.last_hash == last.hash
    assert line.personal == {"note": "第12号的单位是哪一家？"}


def test_twice_is_the_same() -> None:
    older, _ = months(now())
    first = sign(older, note="一")
    before = written()
    assert sign(older, note="二").pk == first.pk
    assert written() == before


def test_another_month_is_another_signature() -> None:
    older, last = months(now())
    assert sign(older).pk != sign(last).pk


@pytest.mark.parametrize("who", [
    "hn.ljw.director", "hn.ljw.clerk", "hn.ljw.deputy", "hn.pt.officer", "hn.ptc.supervisor", "hn.lead",
])  # fmt: skip
def test_nobody_else_signs(who: str) -> None:
    older, _ = months(now())
    refused(lambda: sign(older, who), "wrong_office")


def test_this_month_and_an_empty_one_are_not_signed() -> None:
    older, _ = months(now())
    refused(lambda: sign(month_of(day_of(now()))), "month_not_over", "month_without_lines")
    refused(lambda: sign(older.before), "month_without_lines")
    refused(lambda: sign(older, note="问" * 201), "note_too_long")


def test_what_waits_is_told_until_it_is_signed() -> None:
    older, last = months(now())
    assert unsigned([LIJIAWAN, HARIGENTU], day_of(now())) == {LIJIAWAN: (older, last), HARIGENTU: ()}
    sign(older)
    assert unsigned([LIJIAWAN], day_of(now())) == {LIJIAWAN: (last,)}
    newest, oldest = month_rows(LIJIAWAN, [older, last], day_of(now()))
    assert (newest.waits, oldest.waits) == (True, False)


def test_a_late_entry_belongs_to_the_month_of_its_recording() -> None:
    """Line 50 was stamped fifteen hours before it was recorded; by recording the runs have no holes."""
    older, last = months(now())
    books = [books_of(row)[0] for row in month_rows(LIJIAWAN, [older, last], day_of(now()))]
    counts = [book.counted for book in books]
    assert sum(one.papers for one in counts) == COUNT
    assert sum(one.late for one in counts) == COUNT // 50
    assert all(book.gone == GoneCount(voided=0, corrected=0) for book in books)


def test_the_note_can_be_erased_and_the_signature_stays() -> None:
    older, _ = months(now())
    check = sign(older, note="请张某说明")
    assert notes_of(LIJIAWAN, older)[0].note == "请张某说明"
    line = registers.lines_of(check.pk)[0]
    erase_personal(
        owner=LIJIAWAN, county_code="620422000000", book="supervision", year=line.year, no=line.no,
        reason="本人申请", signature=officer("hn.ljw.director").signature(Office.DIRECTOR), happened_at=now(),
    )  # fmt: skip
    assert [(one.name, one.note) for one in notes_of(LIJIAWAN, older)] == [(check.person.name, "")]


def test_the_printed_volume_says_who_checked_which_numbers() -> None:
    older, last = months(now())
    assert checked_in(LIJIAWAN, older.year, first_no=1, last_no=COUNT) == ()
    check = sign(older)
    (book,) = check.books.all()
    (words,) = checked_in(LIJIAWAN, older.year, first_no=book.last_no, last_no=COUNT)
    assert words.startswith(f"第1号至第{book.last_no}号 {check.person.name} ")
    assert checked_in(LIJIAWAN, older.year, first_no=book.last_no + 1, last_no=COUNT) == ()
    assert checked_in(HARIGENTU, older.year, first_no=1, last_no=COUNT) == ()
    assert last.over(day_of(now()))


def test_many_committees_ask_no_more_than_one(django_assert_num_queries: Callable[..., object]) -> None:
    today, pair = day_of(now()), months(now())
    with django_assert_num_queries(2):  # type: ignore[attr-defined]
        month_rows(LIJIAWAN, pair, today)
    with django_assert_num_queries(2):  # type: ignore[attr-defined]
        unsigned([LIJIAWAN, HARIGENTU], today)
