"""What the pages of admission show: the board by stage, one proposal with what one may do about it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict
from uuid import UUID

from django import forms
from django.db.models import Count, Q, QuerySet

from zhengyin.admission.draft import faults_of, service_faults
from zhengyin.admission.kinds import WITH_AN_ITEM, Asked, Kind, Rule, Stance, Way
from zhengyin.admission.models import Proposal, Question
from zhengyin.admission.queries import proposals_visible_to, questions_visible_to
from zhengyin.admission.queries.services import takes_services
from zhengyin.admission.workflow import PROPOSAL, ProposalAct, ProposalState, QuestionState
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.regions.packs.settings import FormCovers
from zhengyin.registers.queries import RegisterLine, lines_of
from zhengyin.reminders.queries import ToCopy, to_body
from zhengyin.shared.days import day_of
from zhengyin.web.admission.item import item_rows, said_rows, words_of
from zhengyin.web.admission.links import link_of, whole_link_of
from zhengyin.web.admission.steps import PaperAnswerForm, WeighForm
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request

PAGE = 50
Sent = Mapping[str, forms.Form]
READING = (Office.COUNTY_LEAD, Office.DEPARTMENT, Office.TOWNSHIP)
P = ProposalState
STAGES: dict[str, tuple[str, tuple[ProposalState, ...]]] = {
    "open": ("在办", tuple(one for one in P if one not in PROPOSAL.ends)),
    "drafts": ("正在填写", (P.DRAFT,)), "submitted": ("等受理", (P.SUBMITTED,)),
    "consulting": ("征求意见", (P.ACCEPTED, P.CONSULTING)), "meeting": ("等联审", (P.MEETING,)),
    "approved": ("等公布", (P.APPROVED,)), "ended": ("办完的", tuple(PROPOSAL.ends)),
}  # fmt: skip
SHORT = {Asked.TOWNSHIP: "乡镇", Asked.REVIEWER: "联审", Asked.DEPARTMENT: "部门"}
SHAPES = {
    P.DRAFT: "wait", P.SUBMITTED: "wait", P.ACCEPTED: "half", P.CONSULTING: "half", P.MEETING: "half",
    P.APPROVED: "way", P.PUBLISHED: "ok", P.FILED: "ok", P.REFUSED: "none", P.REJECTED: "none",
    P.WITHDRAWN: "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One proposal in the board."""

    id: UUID
    kind: str
    item: str
    applicant: str
    state: str
    shape: str
    number: str
    late: bool


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """A question that waits for this seat's answer."""

    id: UUID
    proposal_id: UUID
    item: str
    kind: str
    due_on: date
    late: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The proposals of a seat, one stage of them, a page at a time."""

    rows: tuple[Row, ...]
    stage: str
    stages: tuple[tuple[str, str, int], ...]  # key, words, how many
    page: int
    pages: int
    waiting: tuple[ToAnswer, ...]
    leads: bool
    writes: bool
    serves: bool  # the pack has a form for 公共服务事项


@dataclass(frozen=True, slots=True)
class Asking:
    """One body with its answer, and what this person may do about it."""

    question: Question
    why: str
    stance: str
    way: str
    weighing: WeighForm | None  # None: nothing to weigh now
    paper: PaperAnswerForm | None  # None: no paper is awaited
    link: str
    late: bool
    left: str  # how long there is to answer, in words; empty where nobody is waited for
    remind: tuple[ToCopy, ...]


class Waiting(TypedDict):
    """The parts of `Asking` that only an awaited answer has."""

    link: str
    late: bool
    left: str
    remind: tuple[ToCopy, ...]


NOT_WAITING: Waiting = {"link": "", "late": False, "left": "", "remind": ()}


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """One proposal as it stands."""

    row: Proposal
    kind: str
    shape: str
    rule: str
    said: tuple[tuple[str, str], ...]
    lacks: tuple[str, ...]
    may: frozenset[str]
    lines: tuple[RegisterLine, ...]
    questions: tuple[Asking, ...]
    answered: int
    paper: bool
    mine: Question | None


def proposals_at(request: Request, organization_id: UUID) -> QuerySet[Proposal]:
    """Those of this very seat: led there, filed there, or asked about there."""
    rows = proposals_visible_to(request.actor)
    asked = Question.objects.filter(body_id=organization_id).values("proposal")
    return rows.filter(Q(lead_id=organization_id) | Q(applicant_id=organization_id) | Q(pk__in=asked))


def board(request: Request, organization_id: UUID) -> Board:
    """Gather the board; three statements, however many proposals."""
    every, today = proposals_at(request, organization_id), day_of(request.at)
    counts = dict(every.order_by().values_list("state").annotate(Count("pk")))
    said = request.GET.get("stage", "")
    stage = said if said in STAGES else "open"
    rows = every.filter(state__in=STAGES[stage][1])
    total = sum(counts.get(one.value, 0) for one in STAGES[stage][1])
    pages = max(1, -(-total // PAGE))
    page = min(max(number_in(request.GET.get("page", ""), 1), 1), pages)
    offices = request.actor.offices_at(organization_id)
    found = rows.order_by("-drafted_at", "id")[(page - 1) * PAGE : page * PAGE]
    return Board(
        rows=tuple(_row(one, today) for one in found),
        stage=stage,
        stages=tuple(
            (key, words, sum(counts.get(one.value, 0) for one in states))
            for key, (words, states) in STAGES.items()
        ),
        page=page,
        pages=pages,
        waiting=_to_answer(request, organization_id),
        leads=Office.COUNTY_LEAD in offices,
        writes=bool(offices & {Office.COUNTY_LEAD, Office.DEPARTMENT}),
        serves=takes_services(seat(organization_id).county_code),
    )


def _row(one: Proposal, today: date) -> Row:
    state = ProposalState(one.state)
    return Row(
        one.pk,
        words_of(one),
        one.item_name,
        one.applicant_name,
        one.state,
        SHAPES[state],
        one.number,
        late=bool(state is P.CONSULTING and one.due_on and one.due_on < today),
    )


def _to_answer(request: Request, organization_id: UUID) -> tuple[ToAnswer, ...]:
    rows = questions_visible_to(request.actor).filter(
        body_id=organization_id, state=QuestionState.ASKED, proposal__state=P.CONSULTING
    )
    today = day_of(request.at)
    return tuple(
        ToAnswer(one.pk, one.proposal_id, one.proposal.item_name, words_of(one.proposal), one.due_on,
                 one.due_on < today)
        for one in rows.select_related("proposal").order_by("due_on", "pk")[:PAGE]
    )  # fmt: skip


def proposal_page(request: Request, organization_id: UUID, row: Proposal, sent: Sent) -> ProposalPage:
    """Gather one; the acts themselves decide again. `sent` are the forms that came back."""
    here = request.actor.offices_at(organization_id)
    leads = Office.COUNTY_LEAD in here and row.lead_id == organization_id
    questions = _asked(row, sent, request.at, leads=leads)
    mine = next((one.question for one in questions if one.question.body_id == organization_id), None)
    return ProposalPage(
        row=row,
        kind=words_of(row),
        shape=SHAPES[ProposalState(row.state)],
        rule=Rule(row.rule).words if row.rule else "",
        said=(*item_rows(row, request.at), *said_rows(row)),
        lacks=_lacks(row) if row.state == P.DRAFT else (),
        may=_may(row, organization_id, here),
        lines=tuple(line for line in lines_of(row.pk) if not line.kind.startswith("question.")),
        questions=questions if leads else (),
        answered=sum(one.question.state != QuestionState.ASKED for one in questions),
        paper=row.applicant_id is None,
        mine=mine if not leads else None,
    )


def _lacks(row: Proposal) -> tuple[str, ...]:
    if row.covers == FormCovers.SERVICES:
        return service_faults(row.entry) if row.kind == Kind.ADMIT else ()
    return faults_of(row.entry) if Kind(row.kind) in WITH_AN_ITEM else ()


def _may(row: Proposal, organization_id: UUID, here: Collection[Office]) -> frozenset[str]:
    """What the table lets this seat do: an own draft is the applicant's, filing is for 报备 alone."""
    at_lead = row.lead_id == organization_id
    if not at_lead and row.applicant_id != organization_id:
        return frozenset()
    if at_lead and row.applicant_id is not None and row.state == P.DRAFT:
        return frozenset()
    acts = set(PROPOSAL.possible(ProposalState(row.state), set(here)))
    acts -= {ProposalAct.ACCEPT} if row.kind == Kind.FILE else {ProposalAct.FILE}
    return frozenset(str(act) for act in acts)


def _asked(row: Proposal, sent: Sent, at: datetime, *, leads: bool) -> tuple[Asking, ...]:
    going, today = leads and row.state == P.CONSULTING, day_of(at)
    rows = row.questions.select_related("body").order_by("-state", "why", "body__division_id", "body__name")
    return tuple(
        Asking(
            question=one,
            why=SHORT[Asked(one.why)],
            stance=Stance(one.stance).words if one.stance else "",
            way=Way(one.way).words if one.way else "",
            weighing=_weighing(one, sent) if going and _to_weigh(one) else None,
            paper=_paper(one, sent) if going and one.state == QuestionState.ASKED else None,
            **_waiting(one, at, today) if going and one.state == QuestionState.ASKED else NOT_WAITING,
        )
        for one in rows
    )


def _waiting(one: Question, at: datetime, today: date) -> Waiting:
    """What the lead body does about one that has not answered."""
    left = (one.due_on - today).days
    return {
        "link": link_of(one.pk), "late": left < 0,
        "left": f"过了{-left}天" if left < 0 else f"还剩{left}天" if left else "今天是最后一天",
        "remind": (to_body(str(one.pk), one.body.name, one.due_on, whole_link_of(one.pk), at),),
    }  # fmt: skip


def _to_weigh(one: Question) -> bool:
    return one.state == QuestionState.ANSWERED and one.stance == Stance.OPINION


def _weighing(one: Question, sent: Sent) -> WeighForm:
    """The form of this very question, as it came back where it did."""
    fresh, back = WeighForm(about=one.pk), sent.get("weighing")
    return back if isinstance(back, WeighForm) and back.auto_id == fresh.auto_id else fresh


def _paper(one: Question, sent: Sent) -> PaperAnswerForm:
    fresh, back = PaperAnswerForm(about=one.pk), sent.get("paper")
    return back if isinstance(back, PaperAnswerForm) and back.auto_id == fresh.auto_id else fresh


def seat(organization_id: UUID) -> Organization:
    """The organization whose desk this is."""
    return Organization.objects.get(pk=organization_id)
