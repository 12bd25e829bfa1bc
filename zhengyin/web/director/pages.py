"""What waits for a decision, and one paper to decide on."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from zhengyin.certificates.queries.case import CasePage
from zhengyin.certificates.queries.shown import PersonShown
from zhengyin.certificates.queries.worklists import (
    WorkPage,
    WorkRow,
    held_back,
    stepped_aside_from,
    work_page,
    work_rows,
)
from zhengyin.certificates.workflow import Act, State
from zhengyin.people import queries as people
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office
from zhengyin.shared.days import day_of
from zhengyin.web.committee.case import SHAPES, deadline_words, persons_of, receipt_words
from zhengyin.web.committee.paper import PaperShown, case_words, paper_shown
from zhengyin.web.committee.turning import turned_page
from zhengyin.web.committee.waiting import named, waited_for, waiting
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

APPROVING = (Act.APPROVE, Act.APPROVE_FIRST, Act.COUNTERSIGN)
MINE = {Office.DIRECTOR: State.VERIFIED, Office.SECOND_APPROVER: State.AWAITING_SECOND}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One paper of the list; `simple`: it may be decided together with others."""

    id: UUID
    simple: bool
    href: str
    who: str
    title: str
    unit: str
    deadline: str
    late: bool
    copies: int
    step: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """First what waits for this person, then what was approved and is not sealed yet; each of many pages."""

    waiting: tuple[Waiting, ...]
    mine: WorkPage
    approved: tuple[Waiting, ...]
    unsealed: WorkPage
    deliberated: tuple[Waiting, ...]  # what waits for a deliberation first
    relatives: tuple[Waiting, ...]  # from which this person stepped aside

    @property
    def together(self) -> bool:
        """Whether several may be ticked and decided in one go."""
        return sum(row.simple for row in self.waiting) > 1


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """The paper, how it was verified, the one question, two buttons; or what comes next."""

    case: CasePage
    paper: PaperShown
    title: str
    shape: str
    deadline: str
    late: bool
    act: str  # 同意出具; empty where nothing is to be decided by this person
    address: str
    may_return: bool
    persons: tuple[tuple[str, PersonShown], ...]
    may_decline: bool
    may_take_back: bool
    may_void: bool
    cannot: tuple[str, ...]
    how_long: str
    next_step: str
    next_href: str
    left: int
    returned: str
    receipt: str
    keeper: str


def my_states(actor: Actor, organization_id: UUID) -> tuple[State, ...]:
    """In which states a paper waits for this person here."""
    return tuple(state for office, state in MINE.items() if actor.has(office, organization_id))


def list_page(request: Request, organization_id: UUID) -> ListPage:
    """Gather the list; the most urgent first."""
    states = my_states(request.actor, organization_id)
    relatives = stepped_aside_from(request.actor, organization_id, states)
    locked = held_back(request.actor, organization_id, states, request.at, without=relatives)
    mine = turned_page(request, organization_id, states, "page", (*relatives, *locked))
    officials = people.officials(organization_id, day_of(request.at)) if relatives else ()
    unsealed = turned_page(request, organization_id, (State.APPROVED,), "approved")
    return ListPage(
        waiting=tuple(_row(organization_id, row, "") for row in mine.rows),
        mine=mine,
        approved=tuple(_row(organization_id, row, "等盖章") for row in unsealed.rows),
        unsealed=unsealed,
        deliberated=tuple(_row(organization_id, row, "") for row in work_rows(list(locked), request.at)),
        relatives=tuple(
            _row(organization_id, row, waiting(row.state, officials, row.stepped_aside, row.locked))
            for row in work_rows(list(relatives), request.at)
        ),
    )


def decision_page(request: Request, page: CasePage) -> DecisionPage:
    """Put one case before the person who decides."""
    today = day_of(request.at)
    late = page.due_on is not None and page.due_on < today
    act = next((one for one in APPROVING if one in page.acts), None)
    officials, aside = waited_for(page, today)
    following, left = _others(request, page)
    name = "director-countersign" if act is Act.COUNTERSIGN else "director-approve"
    return DecisionPage(
        case=page,
        paper=paper_shown(page, today),
        title=case_words(page),
        shape=SHAPES[page.state],
        deadline=deadline_words(page.days_left, late=late, locked=page.locked),
        late=late or page.days_left == 0,
        act="复核同意" if act is Act.COUNTERSIGN else "同意出具" if act else "",
        address=reverse(name, args=[page.organization_id, page.id]),
        may_return=Act.RETURN in page.acts,
        persons=persons_of(page),
        may_decline=Act.DECLINE in page.acts,
        may_take_back=Act.TAKE_BACK in page.acts,
        may_void=Act.VOID in page.acts,
        cannot=sentences(page.reasons) if act else (),
        how_long="当场办结" if not page.working_days else f"{page.working_days}个工作日",
        next_step=waiting(page.state, officials, aside, page.locked),
        next_href=reverse("director-case", args=[page.organization_id, following]) if following else "",
        left=left,
        returned=page.return_reason,
        receipt=receipt_words(page),
        keeper=named(one for one in officials if one.office is Office.CUSTODIAN),
    )


def _others(request: Request, page: CasePage) -> tuple[UUID | None, int]:
    """The next paper that waits for this person, and how many there are besides this one."""
    mine = my_states(request.actor, page.organization_id)
    left = {page.id, *stepped_aside_from(request.actor, page.organization_id, mine)}
    left |= set(held_back(request.actor, page.organization_id, mine, request.at))
    found = work_page(request.actor, page.organization_id, request.at, states=mine, without=left)
    return next((row.id for row in found.rows), None), found.total


def _row(organization_id: UUID, row: WorkRow, step: str) -> Waiting:
    return Waiting(
        id=row.id,
        simple=row.simple and row.state is State.VERIFIED,
        href=reverse("director-case", args=[organization_id, row.id]),
        who=row.who,
        title=row.title,
        unit=row.demanding_unit,
        deadline=deadline_words(row.days_left, late=row.overdue, locked=row.locked) or "不计时",
        late=row.overdue or row.days_left == 0,
        copies=row.copies,
        step=step,
    )
