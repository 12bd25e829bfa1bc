"""What a resident sees of their own case, by tracking code."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from zhengyin.catalogue.ending import Stops
from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.ended import Ended
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.clock import due_on, lifted, still_locked
from zhengyin.certificates.queries.completing import missing_of
from zhengyin.certificates.queries.ending import ended_in
from zhengyin.certificates.queries.judging import stops_of
from zhengyin.certificates.queries.materials import MaterialShown, materials_shown
from zhengyin.certificates.queries.refusing import told_to
from zhengyin.certificates.queries.succeeding import with_successors
from zhengyin.certificates.queries.voiding import GONE
from zhengyin.certificates.queries.worklists import NOT_TIMED
from zhengyin.certificates.told import Told
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import CERTIFICATE, Act, State
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers


@dataclass(frozen=True, slots=True)
class Tracked:
    """The case in a resident's words."""

    id: UUID
    organization_id: UUID
    state: State
    words: str
    title: str
    demanding_unit: str
    applied_at: datetime
    due_on: date | None
    deliberated_first: bool  # its time counts apart
    number: str
    may_withdraw: bool
    may_complete: bool
    missing: tuple[str, ...]
    materials: tuple[MaterialShown, ...]  # what is to be brought, while pictures may be sent ahead
    told: Told | None  # what the 告知单 says; None where nothing was refused
    ended: Ended | None  # the paper is void, or another took its place
    stops: Stops | None  # the item ends, and the case is not approved yet


def tracked(certificate_id: UUID, at: datetime) -> Tracked:
    """Return the case; the caller has checked code and telephone."""
    row = Certificate.objects.get(pk=certificate_id)
    state = State(row.state)
    since = lifted({row.id: row.lock}, at) if state not in NOT_TIMED else {}
    acts = CERTIFICATE.possible(state, {Office.RESIDENT})
    end = with_successors(ended_in(registers.lines_of(row.id)), row.id) if state in GONE else None
    told_as = State.VOIDED if end and end.new_is_void else state  # no new one is left to use
    return Tracked(
        id=row.id,
        organization_id=row.organization_id,
        state=state,
        words=WORDS[f"resident.{told_as.value}"],
        title=row.title,
        demanding_unit=row.demanding_unit,
        applied_at=row.applied_at,
        due_on=None
        if state in NOT_TIMED
        else due_on(row.id, row.accepted_at, row.working_days, since, regions.calendar()),
        deliberated_first=still_locked(row.id, row.lock, since) is not Lock.NONE,
        number=row.number,
        may_withdraw=Act.WITHDRAW in acts,
        may_complete=Act.COMPLETE in acts,
        missing=missing_of(row) if state is State.TO_COMPLETE else (),
        materials=tuple(one for one in materials_shown(row) if one.listed) if Act.ATTACH in acts else (),
        told=told_to(row),
        ended=end,
        stops=stops_of(row, at),
    )
