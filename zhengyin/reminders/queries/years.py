"""Years that are over and wait for the next of three people, or for the township's receipt (H3.2.3e)."""

from datetime import datetime
from uuid import UUID

from zhengyin.archive.models import YearEnd
from zhengyin.archive.queries.ended import registers_to_close
from zhengyin.archive.queries.year import YearRow, years_of
from zhengyin.archive.workflow import YearState
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee
from zhengyin.reminders.policy.sentences import Waits
from zhengyin.reminders.queries.cases import Aside
from zhengyin.shared.days import day_of

NOT_COUNTED = ""


def to_count(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Nobody has counted the registers up, or they came back: the custodian's, from 1 January on."""
    return _in(organization_id, at, NOT_COUNTED, YearState.RETURNED)


def to_sign(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Counted up: the supervision committee's."""
    return _in(organization_id, at, YearState.PREPARED)


def to_close(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Signed: the director's."""
    return _in(organization_id, at, YearState.SIGNED)


def to_pack(organization_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Closed without a package: the custodian's."""
    return _in(organization_id, at, YearState.CLOSED)


def to_receive(township_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Packages without the township's receipt."""
    below = Committee.objects.filter(township_id=township_id).values("organization_id")
    return Waits(YearEnd.objects.filter(organization_id__in=below, state=YearState.PACKED).count())


def ended_to_close(township_id: UUID, at: datetime, aside: Aside) -> Waits:
    """Committees that ended whose registers of use are not closed yet (H3.2.1d)."""
    return Waits(registers_to_close(township_id, day_of(at)).count())


def _in(organization_id: UUID, at: datetime, *states: str) -> Waits:
    return Waits(sum(row.state in states for row in _years(organization_id, at)))


def _years(organization_id: UUID, at: datetime) -> tuple[YearRow, ...]:
    today = day_of(at)
    return regions.remembered(("years", organization_id, today), lambda: years_of(organization_id, today))
