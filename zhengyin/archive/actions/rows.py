"""What the acts share: the row under its lock, the step, and the line."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from zhengyin.archive.lines import BOOK
from zhengyin.archive.models import YearEnd
from zhengyin.archive.queries import heads_of, in_words
from zhengyin.archive.workflow import YEAR_END, YearAct, YearState
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.registers import actions as registers
from zhengyin.registers.actions import NOTHING
from zhengyin.registers.closing import YearBook
from zhengyin.shared.days import day_of
from zhengyin.shared.workflow import Step

YearStep = Step[YearState, YearAct]


def hold(organization_id: UUID, at: datetime) -> None:
    """The head of 归档登记簿 of the year in which it is done: acts on a committee's years come one by one."""
    registers.hold(owner=organization_id, book=BOOK, year=day_of(at).year)


def locked(organization_id: UUID, year: int) -> YearEnd:
    """The row, locked; YearEnd.DoesNotExist."""
    return YearEnd.objects.select_for_update(of=("self",)).get(organization_id=organization_id, year=year)


def step_of(row: YearEnd | None, act: YearAct, actor: Actor, seat: UUID) -> YearStep:
    """The row of the table; raises Refused. `seat` is where the office is held."""
    return YEAR_END.step(YearState(row.state) if row else None, act, actor.offices_at(seat))


def heads_said(row: YearEnd, books: tuple[YearBook, ...]) -> dict[str, str]:
    """What the line says of the books."""
    return {
        "year": str(row.year),
        "books": in_words(books),
        "lines": str(row.lines),
        "heads": heads_of(books),
    }


def write(
    row: YearEnd,
    kind: str,
    *,
    actor: Actor,
    office: Office,
    at: datetime,
    columns: Mapping[str, str],
    personal: Mapping[str, str] = NOTHING,
    document_digest: str = "",
) -> None:
    """The line of an act in the committee's own book."""
    registers.write(
        kind=kind,
        owner=row.organization_id,
        county_code=row.county_code,
        subject=row.pk,
        happened_at=at,
        signature=actor.signature(office),
        columns=columns,
        personal=personal,
        document_digest=document_digest,
    )
