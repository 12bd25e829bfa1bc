"""The registers of a committee that ended are closed for good; what becomes of its seal is still written."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from tests.archive.cast import COUNTY, CUSTODIAN, DIRECTOR, TOWNSHIP, brought_to
from tests.cells import answers, listed
from tests.certificates.attempts import execute, refuses
from tests.certificates.cast import LIJIAWAN, officer
from tests.certificates.pads import enter, given, printed, slip
from zhengyin.archive import actions
from zhengyin.archive.models import EndedRegisters
from zhengyin.archive.policy import ClosingFacts, refusals_to_close_registers
from zhengyin.archive.queries.ended import CLOSED_AT_THE_END, ended_registers_of
from zhengyin.archive.words import WORDS
from zhengyin.archive.workflow import CLOSING, ClosingAct, ClosingState
from zhengyin.certificates.actions import close_pad
from zhengyin.ledger.models import Entry
from zhengyin.people.offices import Office
from zhengyin.regions.names import Ending
from zhengyin.registers.closing import year_books
from zhengyin.registers.queries import lines_of, now
from zhengyin.seals.actions import collect_seal, destroy_seal, end_committee
from zhengyin.seals.models import Seal
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused

pytestmark = [pytest.mark.usefixtures("last_year"), pytest.mark.clause("H3.2.1d")]
NEW = UUID("00000000-0000-4000-8000-000000000001")
ROW = (
    "INSERT INTO archive_endedregisters (id, organization_id, county_code, state, heads, lines, closed_by_id,"
    " closed_at) VALUES (%s, %s, %s, %s, %s, 0, %s, %s)"
)


def ended() -> None:
    end_committee(
        organization_id=LIJIAWAN, how=Ending.ABOLISHED, ended_on=day_of(now()), into_id=None,
        document="会政发〔2026〕12号（示例）", actor=officer(TOWNSHIP), at=now(),
    )  # fmt: skip


def close(who: str = TOWNSHIP) -> EndedRegisters:
    return actions.close_registers(organization_id=LIJIAWAN, actor=officer(who), at=now())


def refused(act: Callable[[], object], *codes: str) -> None:
    before = (Entry.objects.count(), EndedRegisters.objects.count())
    with pytest.raises(Refused) as caught:
        act()
    assert [one.code for one in caught.value.refusals] == list(codes)
    assert (Entry.objects.count(), EndedRegisters.objects.count()) == before


def row(**change: object) -> tuple[object, ...]:
    who = officer(TOWNSHIP).person_id
    said = {"owner": LIJIAWAN, "state": "registers_closed", "heads": "a" * 64, "at": now(), **change}
    return ROW, NEW, said["owner"], COUNTY, said["state"], said["heads"], who, said["at"]


def test_it_closes_says_so_in_the_book_and_takes_no_line_more() -> None:
    ended()
    done = close()
    (line,) = lines_of(done.pk)
    assert (line.kind, line.book, line.office) == ("ended_registers.closed", "archives", "township")
    assert line.columns["heads"] == done.heads
    assert ended_registers_of(LIJIAWAN) == done
    for book in CLOSED_AT_THE_END:
        refuses(
            "ledger_book_ended",
            "INSERT INTO ledger_entry (book_id, no) SELECT id, last_no + 1 FROM ledger_book"
            " WHERE owner = %s AND name = %s AND year = %s",
            LIJIAWAN, book, day_of(now()).year,
        )  # fmt: skip


def test_it_names_the_registers_of_every_year_nobody_closed() -> None:
    """Last year's are not counted up yet: they end with this act too."""
    ended()
    year = day_of(now()).year
    last = {one.name: one.last_no for one in year_books(LIJIAWAN, year - 1)}["certificates"]
    (line,) = lines_of(close().pk)
    assert line.columns["books"].startswith(f"{year - 1}年为村（居）民出具证明事项登记簿第1号至第{last}号")


def test_near_miss_a_year_that_was_closed_is_not_named_again() -> None:
    brought_to("year_closed_now")
    ended()
    (line,) = lines_of(close().pk)
    assert f"{day_of(now()).year - 1}年" not in line.columns["books"]


def collected() -> Seal:
    seal = Seal.objects.get(committee_id=LIJIAWAN)
    return collect_seal(
        seal_id=seal.pk, collected_on=day_of(now()), handed_in_by="李国栋", actor=officer(TOWNSHIP), at=now()
    )


def destroyed(seal: Seal) -> None:
    destroy_seal(
        seal_id=seal.pk, destroyed_on=day_of(now()), place="镇政府", how="切割",
        witnesses=("张建平", "刘德福"), actor=officer(TOWNSHIP), at=now(),
    )  # fmt: skip


@pytest.mark.clause("H3.2.3a", "H3.2.3e")
def test_in_the_ordinary_order_the_keeper_still_ends_slips_and_year() -> None:
    """The seal is collected first; the year that is over stands for the one in which it ended."""
    pad = printed(slips=4)
    used = given()
    ended()
    seal = collected()
    refused(close, "slips_before_closing")
    keeper = officer(CUSTODIAN)
    assert keeper.has(Office.CUSTODIAN, LIJIAWAN)
    enter(slip(pad), used, keeper)
    close_pad(
        pad_id=pad.pk, unused=(pad.first_no + 1, pad.first_no + 2, pad.first_no + 3), actor=keeper, at=now()
    )
    close()
    destroyed(seal)
    assert brought_to("year_received").state == "year_received"


def test_what_becomes_of_the_seal_is_still_written() -> None:
    ended()
    close()
    seal = collected()
    destroyed(seal)
    assert [line.kind for line in lines_of(seal.pk)][-2:] == ["seal.collected", "seal.destroyed"]


@pytest.mark.parametrize("who", [CUSTODIAN, DIRECTOR, "hn.hs.officer", "od.lead"])
def test_nobody_else(who: str) -> None:
    ended()
    refused(lambda: close(who), "wrong_office")


def test_the_county_does_where_the_township_is_gone() -> None:
    ended()
    (line,) = lines_of(close("hn.lead").pk)
    assert line.office == "county_lead"


def test_not_while_the_committee_stands() -> None:
    refused(close, "committee_not_ended")


def test_not_while_a_slip_has_no_end() -> None:
    printed(slips=4)
    ended()
    refused(close, "slips_before_closing")
    refuses("ended_registers_without_slips", *row())


def test_not_twice() -> None:
    ended()
    close()
    refused(close, "wrong_state")


TODAY = date(2026, 11, 20)
GOOD = ClosingFacts(TODAY, 0)


@pytest.mark.parametrize(
    "change, codes",
    [
        ({}, []),
        ({"ended_on": None}, ["committee_not_ended"]),
        ({"ended_on": TODAY + timedelta(days=1)}, ["committee_not_ended"]),
        ({"ended_on": TODAY - timedelta(days=1)}, []),
        ({"slips": 1}, ["slips_before_closing"]),
        ({"ended_on": None, "slips": 1}, ["committee_not_ended", "slips_before_closing"]),
    ],
)
def test_one_changed_fact_is_one_refusal(change: dict[str, object], codes: list[str]) -> None:
    found = refusals_to_close_registers(replace(GOOD, **change), TODAY)  # type: ignore[arg-type]
    assert [one.code for one in found] == codes


@pytest.mark.parametrize("state", [None, ClosingState.CLOSED])
def test_every_cell(state: ClosingState | None) -> None:
    allowed = {
        (None, ClosingAct.CLOSE, office): ClosingState.CLOSED
        for office in (Office.TOWNSHIP, Office.COUNTY_LEAD)
    }
    assert answers(CLOSING, state, ClosingAct.CLOSE) == listed(allowed, state, ClosingAct.CLOSE)
    assert CLOSING.faults() == [] and all(WORDS[one.value] for one in (*ClosingState, *ClosingAct))


def test_the_database_says_it_too() -> None:
    refuses("ended_registers_of_an_ended_committee", *row())
    ended()
    refuses("ended_registers_of_an_ended_committee", *row(at=now() + timedelta(hours=1)))
    refuses("ended_registers_of_an_ended_committee", *row(at=datetime(2020, 1, 1, tzinfo=now().tzinfo)))
    refuses("ended_registers_known_state", *row(state="open"))
    refuses("ended_registers_heads_whole", *row(heads="x"))
    execute(*row())
    refuses("organization_id", *row()[:1], UUID(int=2), *row()[2:])
    for change in ("UPDATE archive_endedregisters SET lines = 1", "DELETE FROM archive_endedregisters"):
        refuses("permission denied", change)


def test_no_pad_is_issued_after_the_end() -> None:
    """What would be stamped on it could be entered nowhere."""
    ended()
    with pytest.raises(Refused):
        printed(slips=2)
