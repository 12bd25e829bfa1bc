"""What the pages of work uses show: the list, one request with what this person may do about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Case, IntegerField, When
from django.urls import reverse

from zhengyin.documents.pdfpages import page_picture
from zhengyin.documents.uploads import Checked
from zhengyin.people.models import Person
from zhengyin.people.offices import Office
from zhengyin.regions.packs.settings import USE_CLASS_LABELS, UseClass
from zhengyin.registers.queries import lines_of
from zhengyin.seals.policy.whereabouts import Whereabouts
from zhengyin.shared.masking import mask_name
from zhengyin.shared.refusal import Refusal
from zhengyin.web.custodian.pages import whereabouts
from zhengyin.web.deliberation.card import Card, work_card
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request
from zhengyin.web.words import sentences
from zhengyin.workuse.kinds import Kind, Role
from zhengyin.workuse.models import WorkFile, WorkUse
from zhengyin.workuse.policy.decide import refusals_to_approve, refusals_to_countersign
from zhengyin.workuse.queries import READERS, visible_to
from zhengyin.workuse.queries.content import PDF, digest_of, files_of
from zhengyin.workuse.queries.facts import concerns_somebody, facts_to_decide
from zhengyin.workuse.queries.visible import DECIDING
from zhengyin.workuse.queries.waiting import my_states
from zhengyin.workuse.secrets import opened_personal
from zhengyin.workuse.words import WORDS
from zhengyin.workuse.workflow import WORK_USE, WorkAct, WorkState

SHAPES = {
    WorkState.ASKED: "wait", WorkState.AWAITING_SECOND: "half", WorkState.APPROVED: "way",
    WorkState.RETURNED: "care", WorkState.SEALED: "ok", WorkState.FILED: "ok", WorkState.WITHDRAWN: "none",
}  # fmt: skip
PAGE = 50
BACK = ("work.returned", "work.taken_back")


@dataclass(frozen=True, slots=True)
class Row:
    """One request of the list; `mine`: it waits for this person."""

    href: str
    matter: str
    kind: str
    state: str
    shape: str
    copies: int
    asked_by: str
    asked_at: datetime
    number: str
    mine: bool


@dataclass(frozen=True, slots=True)
class ListPage:
    """First what waits for this person, then the others, newest first."""

    rows: tuple[Row, ...]
    may_ask: bool
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Shown:
    """One page of a file as a picture; a whole PDF opens beside it."""

    title: str
    picture: str
    whole: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """One request, as this person sees it."""

    id: UUID
    organization_id: UUID
    matter: str
    kind: str
    state: WorkState
    shape: str
    pairs: tuple[tuple[str, str], ...]
    files: tuple[Shown, ...]
    letter: tuple[Shown, ...]
    scans: tuple[Shown, ...]
    may: frozenset[str]
    cannot: tuple[str, ...]
    returned: str
    seen: str
    asks_kin: bool
    card: Card
    copies: int
    on_photos: bool
    where: Whereabouts
    may_print: bool
    letter_pdf: str
    number: str


def list_page(request: Request, organization_id: UUID) -> ListPage:
    """The committee's requests; open ones that wait for this person come first."""
    offices = request.actor.offices_at(organization_id)
    mine = [state.value for state in my_states(request.actor, organization_id)]
    rows = visible_to(request.actor).filter(organization_id=organization_id)
    page, total = max(number_in(request.GET.get("page", ""), 1), 1), rows.count()
    others = Case(When(state__in=mine, then=0), default=1, output_field=IntegerField())
    ordered = rows.alias(others=others).order_by("others", "-asked_at", "id").select_related("asked_by")
    some = ordered[(page - 1) * PAGE : page * PAGE]
    return ListPage(
        rows=tuple(_row(one, mine=one.state in mine) for one in some),
        may_ask=Office.HANDLER in offices,
        page=page,
        pages=-(-total // PAGE),
    )


def _row(one: WorkUse, *, mine: bool) -> Row:
    state = WorkState(one.state)
    return Row(
        href=reverse("work-case", args=[one.organization_id, one.id]),
        matter=one.matter,
        kind=WORDS[one.kind],
        state=WORDS[state],
        shape=SHAPES[state],
        copies=one.copies,
        asked_by=one.asked_by.name,
        asked_at=one.asked_at,
        number=one.number,
        mine=mine,
    )


def case_page(request: Request, work_use: WorkUse) -> CasePage:
    """Gather the page; files are shown to whoever handles, decides or seals."""
    offices = request.actor.offices_at(work_use.organization_id)
    state = WorkState(work_use.state)
    may = frozenset(str(act) for act in WORK_USE.possible(state, offices))
    sees = bool(offices & set(DECIDING))
    shown = {role: _shown(work_use, role) if sees else () for role in Role}
    is_letter = work_use.kind == Kind.INTRODUCTION
    return CasePage(
        id=work_use.id,
        organization_id=work_use.organization_id,
        matter=work_use.matter,
        kind=WORDS[work_use.kind],
        state=state,
        shape=SHAPES[state],
        pairs=_pairs(work_use, whole=sees),
        files=shown[Role.CONTENT],
        letter=shown[Role.LETTER],
        scans=shown[Role.SCAN],
        may=may,
        cannot=sentences(_in_the_way(request, work_use, may)),
        returned=_returned(work_use) if state is WorkState.RETURNED else "",
        seen=digest_of(work_use),
        asks_kin=concerns_somebody(work_use),
        card=work_card(work_use, request.at),
        copies=work_use.copies,
        on_photos=work_use.on_photos,
        where=whereabouts(work_use.organization_id, request.at),
        may_print=is_letter and WorkAct.PRINT in may and work_use.printed_at is None,
        letter_pdf=reverse("work-letter", args=[work_use.organization_id, work_use.id])
        if is_letter and sees and state in (WorkState.ASKED, WorkState.AWAITING_SECOND, WorkState.APPROVED)
        else "",
        number=work_use.number,
    )


def _in_the_way(request: Request, work_use: WorkUse, may: frozenset[str]) -> tuple[Refusal, ...]:
    """Why this person cannot agree, before anything is answered."""
    if WorkAct.COUNTERSIGN in may:
        return tuple(refusals_to_countersign(facts_to_decide(work_use, request.actor, request.at)))
    if WorkAct.APPROVE in may:
        return tuple(refusals_to_approve(facts_to_decide(work_use, request.actor, request.at)))
    return ()


def _returned(work_use: WorkUse) -> str:
    backs = [line for line in lines_of(work_use.id) if line.kind in BACK]
    return (backs[-1].personal or {}).get("reason", "") if backs else ""


def _shown(work_use: WorkUse, role: Role) -> tuple[Shown, ...]:
    return tuple(shown for one in files_of(work_use, role) for shown in _pages(work_use, one))


def _pages(work_use: WorkUse, one: WorkFile) -> tuple[Shown, ...]:
    here = [work_use.organization_id, work_use.id, one.id]
    whole = reverse("work-file", args=here)
    if one.file.content_type != PDF:
        return (Shown(f"第{one.position}张照片", whole, ""),)
    return tuple(
        Shown(f"第{at}页", reverse("work-file-page", args=[*here, at]), whole if at == 1 else "")
        for at in range(1, one.pages + 1)
    )


def _pairs(work_use: WorkUse, *, whole: bool) -> tuple[tuple[str, str], ...]:
    """What is said of it; the numbers of officers and what they want to know only to whoever handles it."""
    said = (
        ("编号", work_use.number),
        ("哪一种", WORDS[work_use.kind]),
        ("用印类别", USE_CLASS_LABELS[UseClass(work_use.scope_class)]),
        ("用印范围", work_use.scope_name),
        ("重大事项", work_use.major_name),
        ("份数", f"{work_use.copies}份"),
        ("枚数", f"{work_use.impressions}枚" if work_use.impressions else ""),
        *_typed(work_use, whole=whole),
        ("没有填完的地方", work_use.unfinished),
        ("为什么照用", WORDS[work_use.override] if work_use.override else ""),
        *_who(work_use),
        ("归档", work_use.filed_as),
    )
    return tuple((label, words) for label, words in said if words)


def _typed(work_use: WorkUse, *, whole: bool) -> Iterator[tuple[str, str]]:
    told, details = opened_personal(work_use.id, work_use.personal_encrypted), work_use.details
    concerned, bearers = told.get("concerned", ""), told.get("bearers", "")
    yield "给谁办的", concerned if whole or not concerned else mask_name(concerned)
    if bearers:
        yield "介绍到哪里", details["to"]
        yield "介绍谁", f"{bearers if whole else mask_name(bearers)}，共{details['persons']}人"
        yield "有效几天", f"{details['valid_days']}天"
    if "unit" in details:
        yield "来函单位", details["unit"]
        yield "函号", f"{details['letter_number']}，{details['letter_on']}"
    if "officer" in told and whole:
        yield "办案人员", f"{told['officer']}（{told['officer_certificate']}）"
        yield "办案人员", f"{told['second_officer']}（{told['second_certificate']}）"
        yield "要了解什么", told["wanted"]


def _who(work_use: WorkUse) -> Iterator[tuple[str, str]]:
    approvers = (work_use.approved_by_id, work_use.countersigned_by_id)
    asked = (work_use.asked_by_id, *approvers, work_use.sealed_by_id)
    names = dict(Person.objects.filter(pk__in=[one for one in asked if one]).values_list("pk", "name"))
    yield "经办人", names[work_use.asked_by_id]
    yield "签批人", "、".join(names[one] for one in approvers if one)
    yield "盖章人", names[work_use.sealed_by_id] if work_use.sealed_by_id else ""


def picture_of(whole: bytes, content_type: str, number: int) -> Checked:
    """One page of a PDF as a picture; a photograph is its own."""
    return page_picture(whole, number) if content_type == PDF else Checked(whole, content_type)


assert set(DECIDING) <= set(READERS)
