"""What was stamped with an official seal, by the books; what a special one stamps is not recorded."""

from datetime import date, datetime, timedelta
from uuid import UUID

from zhengyin.registers import queries as registers
from zhengyin.registers.filters import Filters
from zhengyin.registers.queries import RegisterLine
from zhengyin.seals.kinds import SealKind
from zhengyin.seals.models import Seal, TakeOut
from zhengyin.shared.days import day_of, start_of

# The books in which a use of the seal stands; a line's `happened_at` is the moment of the stamp.
OF_USES = ("certificates", "work")
MOST_USES = 1000  # stamped while out, shown and written on its return; a book of a year holds no more


def uses_meanwhile(row: TakeOut, at: datetime) -> tuple[RegisterLine, ...]:
    """What was stamped from its leaving until it was back, or until `at`, in the order of the stamps.

    Every stamp of that time was made outside: the rules refuse one at the office.
    """
    if row.left_at is None or row.seal.kind != SealKind.OFFICIAL:
        return ()
    return _between(row.seal.committee_id, row.left_at, row.back_at or row.ended_at or at)


def last_use_after(seal: Seal, day: date, at: datetime) -> date | None:
    """The last day after `day` on which it stamped; what another stamped, issued since, is not its own."""
    if seal.kind != SealKind.OFFICIAL or seal.issued_at is None:
        return None
    later = Seal.objects.filter(committee_id=seal.committee_id, kind=seal.kind, issued_at__gt=seal.issued_at)
    until = later.order_by("issued_at").values_list("issued_at", flat=True).first() or at
    begun = max(start_of(day + timedelta(days=1)), seal.issued_at)
    found = _between(seal.committee_id, begun, until) if begun < until else ()
    return day_of(found[-1].happened_at) if found else None


def _between(committee_id: UUID, since: datetime, until: datetime) -> tuple[RegisterLine, ...]:
    # A slip of New Year's Eve is entered into the book of the year after.
    years = range(day_of(since).year, day_of(until).year + 2)
    within = Filters(happened_from=since, happened_until=until)
    found = [
        line
        for book in OF_USES
        for year in years
        for line in registers.lines(
            owner=committee_id, book=book, year=year, filters=within, size=MOST_USES
        ).lines
    ]
    return tuple(sorted(found, key=lambda line: (line.happened_at, line.no)))
