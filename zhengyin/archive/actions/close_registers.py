"""撤并以后关闭登记簿: the township, or the county, closes the registers of an ended committee (H3.2.1d)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.archive.actions.rows import hold
from zhengyin.archive.models import EndedRegisters
from zhengyin.archive.policy import refusals_to_close_registers
from zhengyin.archive.queries import heads_of, in_words
from zhengyin.archive.queries.ended import CLOSED_AT_THE_END, ended_registers_of, facts_for_closing
from zhengyin.archive.workflow import CLOSING, ClosingAct, ClosingState
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions.models import Committee
from zhengyin.regions.queries import lead_of
from zhengyin.registers import actions as registers
from zhengyin.registers.closing import YearBook, end_books, year_books
from zhengyin.registers.queries import open_years
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import refuse_if


@transaction.atomic
def close_registers(*, organization_id: UUID, actor: Actor, at: datetime) -> EndedRegisters:
    """Take no further line in them, for good; they stay readable, and their papers verifiable.

    The books are held, so that no line comes between looking and closing. Named are those of every year
    nobody closed yet; each is counted up, signed and packed like any other in January. Refused:
    wrong_office, wrong_state, the codes of policy.refusals_to_close_registers.
    """
    hold(organization_id, at)
    committee = Committee.objects.select_for_update(of=("self",)).get(pk=organization_id)
    state = ClosingState.CLOSED if ended_registers_of(organization_id) else None
    lead = lead_of(committee.county_code)  # the township itself may be gone
    held = actor.offices_at(committee.township_id) | actor.offices_at(lead)
    step = CLOSING.step(state, ClosingAct.CLOSE, held)
    office = Office.TOWNSHIP if actor.has(Office.TOWNSHIP, committee.township_id) else Office.COUNTY_LEAD
    year = day_of(at).year
    for book in CLOSED_AT_THE_END:
        registers.hold(owner=organization_id, book=book, year=year)
    refuse_if(refusals_to_close_registers(facts_for_closing(committee), day_of(at)))
    named = _open_books(organization_id, year)
    books = tuple(book for of_year in named.values() for book in of_year)
    row = EndedRegisters.objects.create(
        organization_id=organization_id, county_code=committee.county_code, state=step.after.value,
        heads=heads_of(books), lines=sum(book.lines for book in books),
        closed_by_id=actor.person_id, closed_at=at,
    )  # fmt: skip
    end_books(organization_id, CLOSED_AT_THE_END)
    registers.write(
        kind=step.line, owner=organization_id, county_code=row.county_code, subject=row.pk, happened_at=at,
        signature=actor.signature(office),
        columns={"year": str(year), "books": _told(named), "lines": str(row.lines), "heads": row.heads},
    )  # fmt: skip
    return row


def _open_books(organization_id: UUID, year: int) -> dict[int, tuple[YearBook, ...]]:
    """The books that end, by year: of this one and of those before that nobody closed, the oldest first."""
    earlier = open_years(owner=organization_id, before=year)
    years = sorted({one for book in CLOSED_AT_THE_END for one in earlier.get(book, ())})
    ending = {
        one: tuple(book for book in year_books(organization_id, one) if book.name in CLOSED_AT_THE_END)
        for one in (*years, year)
    }
    return {one: books for one, books in ending.items() if books}


def _told(named: Mapping[int, Iterable[YearBook]]) -> str:
    return "；".join(f"{year}年{in_words(books)}" for year, books in named.items()) or "没有登记"
