"""Work lists: what waits for whom, with the deadline, a fixed number of queries a page."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.lines.names import RECUSED
from zhengyin.certificates.models import Certificate, Party
from zhengyin.certificates.models.party import Role
from zhengyin.certificates.persons import several
from zhengyin.certificates.policy.simple import Weight, is_simple
from zhengyin.certificates.queries.clock import GATES, Lifted, due_on, lifted, still_locked
from zhengyin.certificates.queries.printing import unprinted
from zhengyin.certificates.queries.standings import NOT_TIMED as NOT_TIMED
from zhengyin.certificates.queries.standings import WITH_OTHERS, standings, urgency_of
from zhengyin.certificates.queries.standings import Slice as Slice
from zhengyin.certificates.queries.standings import Urgency as Urgency
from zhengyin.certificates.workflow import State
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.registers import queries as registers
from zhengyin.shared.days import WorkingCalendar, day_of

READERS = (
    Office.HANDLER, Office.DIRECTOR, Office.COMMITTEE_MEMBER, Office.SECOND_APPROVER, Office.CUSTODIAN,
    Office.SUPERVISION_COMMITTEE,
)  # fmt: skip
DECIDING = (Office.HANDLER, Office.DIRECTOR, Office.SECOND_APPROVER, Office.CUSTODIAN)  # see numbers whole
OPEN = (State.APPLIED, State.TO_COMPLETE, State.ACCEPTED, State.VERIFYING, State.VERIFIED, State.RETURNED,
        State.AWAITING_SECOND, State.APPROVED, State.SEALED)  # fmt: skip
PAGE = 50


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One case in a list. `days_left` counts working days; None where no clock runs."""

    id: UUID
    who: str
    title: str
    demanding_unit: str
    state: State
    number: str
    copies: int
    applied_at: datetime
    due_on: date | None
    days_left: int | None
    handler: str
    urgency: Urgency
    approver: str
    approved_at: datetime | None
    simple: bool  # nothing to weigh: ordinary, no public interest, decided on for the first time
    brought: bool  # the seal goes on the other side's form
    stepped_aside: frozenset[UUID]  # whose near relative it is: they decide no more
    doubted: str  # why a number that does not fit was taken
    unprinted: bool  # registered, and no sheet printed to stamp
    locked: Lock  # which act waits for the deliberation; NONE once that is through

    @property
    def overdue(self) -> bool:
        """Past its last day, even if no working day has gone by since."""
        return self.urgency is Urgency.OVERDUE


@dataclass(frozen=True, slots=True)
class WorkPage:
    """One page of a work list; `counts` are those of every slice of the same search."""

    rows: tuple[WorkRow, ...]
    counts: Mapping[Slice, int]
    page: int
    pages: int

    @property
    def total(self) -> int:
        """How many there are on all pages of every slice: never the number of rows shown."""
        return self.counts[Slice.ALL]


def visible_to(actor: Actor) -> QuerySet[Certificate]:
    """The cases of the committees in which the person holds an office that reads them."""
    seats = {seat for office in READERS for seat in actor.organizations(office)}
    return Certificate.objects.filter(organization_id__in=seats)


def stepped_aside_from(actor: Actor, organization_id: UUID, states: Iterable[State]) -> tuple[UUID, ...]:
    """The cases in these states that are a near relative's of this person, the oldest first."""
    rows = visible_to(actor).filter(organization_id=organization_id, state__in=[s.value for s in states])
    relatives = rows.filter(pk__in=registers.written_about(actor.person_id, RECUSED))
    return tuple(relatives.order_by("applied_at", "id").values_list("id", flat=True))


def held_back(
    actor: Actor,
    organization_id: UUID,
    states: Iterable[State],
    at: datetime,
    without: Collection[UUID] = (),
) -> tuple[UUID, ...]:
    """The cases in these states that nobody may decide or seal before the deliberation is through."""
    rows = visible_to(actor).filter(organization_id=organization_id, state__in=[s.value for s in states])
    gated = Q()
    for lock, gate in GATES.items():
        gated |= Q(lock=lock.value, state__in=[state.value for state in gate])
    found = dict(
        rows.filter(gated).exclude(pk__in=without).order_by("applied_at", "id").values_list("id", "lock")
    )
    return tuple(case for case, passed_on in lifted(found, at).items() if passed_on is None)


@regions.remembering()
def work_page(
    actor: Actor,
    organization_id: UUID,
    at: datetime,
    *,
    states: Iterable[State] = OPEN,
    part: Slice = Slice.ALL,
    text: str = "",
    page: int = 1,
    without: Collection[UUID] = (),
) -> WorkPage:
    """The cases of a committee in these states, the most urgent first; `page` counts from 1."""
    rows = visible_to(actor).filter(organization_id=organization_id, state__in=[s.value for s in states])
    if without:
        rows = rows.exclude(pk__in=without)
    if text:
        found = Party.objects.filter(name__contains=text).values("certificate_id")
        rows = (
            rows.filter(pk__in=found) | rows.filter(title__contains=text) | rows.filter(number__contains=text)
        )
    light = standings(rows, at)
    counts = Counter(one for one in Slice for case in light if case.within(one))
    wanted = sorted((case for case in light if case.within(part)), key=lambda case: case.place)
    pages = max(1, -(-len(wanted) // PAGE))
    page = min(max(page, 1), pages)
    shown = [case.id for case in wanted[(page - 1) * PAGE : page * PAGE]]
    return WorkPage(work_rows(shown, at), {one: counts[one] for one in Slice}, page, pages)


def work_rows(ids: list[UUID], at: datetime) -> tuple[WorkRow, ...]:
    """These cases as a list shows them, in this order."""
    rows = Certificate.objects.filter(pk__in=ids).select_related("handled_by", "approved_by").order_by("id")
    names, calendar, today = who_are(rows), regions.calendar(), day_of(at)
    taken = [row for row in rows if row.accepted_at and row.state not in NOT_TIMED]
    since = lifted({row.pk: row.lock for row in taken}, at)
    aside = registers.writers_of([row.pk for row in rows if row.state in WITH_OTHERS], RECUSED)
    doubts = _doubts(rows)
    fresh = unprinted([row.pk for row in rows if row.state == State.SEALED and not row.pad_number])
    made = {
        row.id: _row(
            row,
            names.get(row.id, ""),
            calendar,
            today,
            since,
            aside=aside.get(row.id, frozenset()),
            doubted=doubts.get(row.id, ""),
            unprinted=row.id in fresh,
        )
        for row in rows
    }
    return tuple(made[one] for one in ids)


def who_are(rows: Iterable[Certificate]) -> dict[UUID, str]:
    """The certified persons of each case, in one query."""
    parties = Party.objects.filter(certificate__in=[row.pk for row in rows], role=Role.CERTIFIED)
    found: dict[UUID, list[str]] = {}
    for certificate_id, name in parties.order_by("position").values_list("certificate_id", "name"):
        found.setdefault(certificate_id, []).append(name)
    return {case: several(names) for case, names in found.items()}


def _doubts(rows: Iterable[Certificate]) -> dict[UUID, str]:
    """Why a number that does not fit was taken, of each case with one, in one query."""
    noted = Party.objects.filter(certificate__in=[row.pk for row in rows]).exclude(identity_note="")
    return dict(noted.order_by("-position").values_list("certificate_id", "identity_note"))


def _row(
    row: Certificate,
    who: str,
    calendar: WorkingCalendar,
    today: date,
    since: Lifted,
    *,
    aside: frozenset[UUID],
    doubted: str,
    unprinted: bool,
) -> WorkRow:
    timed = row.state not in NOT_TIMED
    due = due_on(row.pk, row.accepted_at, row.working_days, since, calendar) if timed else None
    left = calendar.working_days_between(today, due) if due else None
    return WorkRow(
        id=row.id,
        who=who,
        title=row.title,
        demanding_unit=row.demanding_unit,
        state=State(row.state),
        number=row.number,
        copies=row.copies,
        applied_at=row.applied_at,
        due_on=due,
        days_left=left,
        handler=row.handled_by.name if row.handled_by else "",
        urgency=urgency_of(State(row.state), due, today),
        approver=row.approved_by.name if row.approved_by else "",
        approved_at=row.approved_at,
        simple=is_simple(_weight(row, aside=aside, doubted=doubted)),
        brought=bool(row.brought_title),
        doubted=doubted,
        unprinted=unprinted,
        stepped_aside=aside,
        locked=still_locked(row.pk, row.lock, since),
    )


def _weight(row: Certificate, *, aside: frozenset[UUID], doubted: str) -> Weight:
    return Weight(
        needs_second=row.needs_second,
        decided_before=bool(row.seen_encrypted),
        brought=bool(row.brought_title),
        corrects=bool(row.corrects_id),
        locked=Lock(row.lock) is not Lock.NONE,
        number_doubted=bool(doubted),
        stepped_aside=bool(aside),
    )


def unsealed(organization_id: UUID) -> int:
    """How many approved papers of a committee wait for the seal."""
    return Certificate.objects.filter(organization_id=organization_id, state=State.APPROVED).count()
