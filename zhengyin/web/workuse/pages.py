"""What the pages of work uses show: the list, one request with what this person may do about it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Case, IntegerField, When
from django.urls import reverse

from zhengyin.documents.pdfpages import page_picture
from zhengyin.documents.uploads import Checked
from zhengyin.people.offices import Office
from zhengyin.registers.queries import lines_of
from zhengyin.seals.policy.whereabouts import Whereabouts
from zhengyin.shared.refusal import Refusal
from zhengyin.web.custodian.pages import whereabouts
from zhengyin.web.deliberation.card import Card, work_card
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request
from zhengyin.web.words import sentences
from zhengyin.web.workuse.pairs import pairs_of
from zhengyin.workuse.kinds import ON_A_LETTER, Kind, Role
from zhengyin.workuse.models import WorkFile, WorkUse
from zhengyin.workuse.policy.decide import refusals_to_approve, refusals_to_countersign
from zhengyin.workuse.queries import READERS, visible_to
from zhengyin.workuse.queries.content import PDF, digest_of, files_of
from zhengyin.workuse.queries.counted import Counted, counted_of
from zhengyin.workuse.queries.facts import concerns_somebody, facts_to_decide, sounds_major, unread_of
from zhengyin.workuse.queries.printing import minutes_open
from zhengyin.workuse.queries.scans import last_of, looked_over, uncounted
from zhengyin.workuse.queries.sealing import reasons_before_grant
from zhengyin.workuse.queries.visible import DECIDING
from zhengyin.workuse.queries.waiting import my_states
from zhengyin.workuse.words import WORDS
from zhengyin.workuse.workflow import WORK_USE, WorkAct, WorkState

SHAPES = {
    WorkState.ASKED: "wait", WorkState.AWAITING_SECOND: "half", WorkState.APPROVED: "way",
    WorkState.RETURNED: "care", WorkState.SEALED: "ok", WorkState.FILED: "ok", WorkState.WITHDRAWN: "none",
    WorkState.VOIDED: "void",
}  # fmt: skip
PAGE = 50
BEFORE_THE_SEAL = (WorkState.ASKED, WorkState.AWAITING_SECOND, WorkState.APPROVED)
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
    miscounted: str = ""  # what was counted, where it is not what was registered


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
    uncounted: int
    counted: Counted | None
    may: frozenset[str]
    cannot: tuple[str, ...]
    returned: str
    seen: str
    asks_kin: bool
    sounds_major: bool
    unfinished: tuple[str, str] | None  # what is left blank, and why it is used all the same
    card: Card
    copies: int
    on_photos: bool
    unread: str
    where: Whereabouts
    may_print: bool
    minutes: int  # in which whoever printed the letter may open it again
    draft: tuple[Shown, ...]  # a letter before its seal, as it will look
    number: str
    sees_receipt: bool


@dataclass(frozen=True, slots=True)
class CountingPage:
    """Each picture with the red round seals the program sees on it, and what it read of the code."""

    pictures: tuple[tuple[Shown, str], ...]
    seen: str
    code: str
    last: int


def list_page(request: Request, organization_id: UUID) -> ListPage:
    """The committee's requests; open ones that wait for this person come first."""
    offices = request.actor.offices_at(organization_id)
    mine = [state.value for state in my_states(request.actor, organization_id)]
    rows = visible_to(request.actor).filter(organization_id=organization_id)
    page, total = max(number_in(request.GET.get("page", ""), 1), 1), rows.count()
    others = Case(When(state__in=mine, then=0), default=1, output_field=IntegerField())
    ordered = rows.alias(others=others).order_by("others", "-asked_at", "id").select_related("asked_by")
    some = ordered[(page - 1) * PAGE : page * PAGE]
    counted = counted_of(one.pk for one in some)
    return ListPage(
        rows=tuple(_row(one, counted.get(one.pk), mine=one.state in mine) for one in some),
        may_ask=Office.HANDLER in offices,
        page=page,
        pages=-(-total // PAGE),
    )


def _row(one: WorkUse, counted: Counted | None, *, mine: bool) -> Row:
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
        miscounted=counted.words if counted and counted.differs else "",
    )


def case_page(request: Request, work_use: WorkUse) -> CasePage:
    """Gather the page; files are shown to whoever handles, decides or seals."""
    offices, state = request.actor.offices_at(work_use.organization_id), WorkState(work_use.state)
    is_letter = work_use.kind == Kind.INTRODUCTION
    may = _may(state, offices, is_letter=is_letter)
    sees = bool(offices & set(DECIDING))
    shown = {role: _shown(work_use, role) if sees else () for role in Role}
    return CasePage(
        id=work_use.id,
        organization_id=work_use.organization_id,
        matter=work_use.matter,
        kind=WORDS[work_use.kind],
        state=state,
        shape=SHAPES[state],
        pairs=pairs_of(work_use, whole=sees),
        files=shown[Role.CONTENT],
        letter=shown[Role.LETTER],
        scans=shown[Role.SCAN],
        uncounted=len(uncounted(work_use)) if WorkAct.COUNT_SEALS in may and shown[Role.SCAN] else 0,
        counted=counted_of([work_use.id]).get(work_use.id),
        may=may,
        cannot=sentences(_in_the_way(request, work_use, may)),
        returned=_returned(work_use) if state is WorkState.RETURNED else "",
        seen=digest_of(work_use),
        asks_kin=concerns_somebody(work_use),
        sounds_major=sounds_major(work_use),
        unfinished=(work_use.unfinished, WORDS[work_use.override]) if work_use.needs_second else None,
        card=work_card(work_use, request.at),
        copies=work_use.copies,
        on_photos=work_use.on_photos,
        unread=unread_of(work_use),
        where=whereabouts(work_use.organization_id, request.at),
        may_print=is_letter and WorkAct.PRINT in may and work_use.printed_at is None,
        minutes=minutes_open(work_use, request.actor, request.at),
        draft=_draft(work_use) if is_letter and sees and state in BEFORE_THE_SEAL else (),
        number=work_use.number,
        sees_receipt=bool(offices & {Office.HANDLER, Office.CUSTODIAN}),
    )


def counting_page(work_use: WorkUse) -> CountingPage:
    """Look at the pictures nobody counted yet: some tens of milliseconds each."""
    scans = uncounted(work_use)
    seen = looked_over(work_use, scans)
    shown = tuple(
        (found, "PDF里的章系统不数，请打开数" if seals is None else f"电脑看到{seals}枚")
        for one, seals in zip(scans, seen.seals, strict=True)
        for found in _pages(work_use, one)
    )
    return CountingPage(shown, seen.said, WORDS[seen.code], last_of(scans))


def least_impressions(work_use: WorkUse) -> int:
    """What the form before the seal begins with: one a copy, of a letter two."""
    return work_use.copies * (ON_A_LETTER if work_use.kind == Kind.INTRODUCTION else 1)


def _may(state: WorkState, offices: Collection[Office], *, is_letter: bool) -> frozenset[str]:
    """What the table lets these offices do; what is filed lies in the box, save a letter."""
    stays = state is WorkState.FILED and not is_letter
    acts = WORK_USE.possible(state, offices)
    return frozenset(str(act) for act in acts if not (stays and act is WorkAct.VOID))


def _in_the_way(request: Request, work_use: WorkUse, may: frozenset[str]) -> tuple[Refusal, ...]:
    """Why this person cannot agree, or seal, before anything is answered."""
    if WorkAct.COUNTERSIGN in may:
        return tuple(refusals_to_countersign(facts_to_decide(work_use, request.actor, request.at)))
    if WorkAct.APPROVE in may:
        return tuple(refusals_to_approve(facts_to_decide(work_use, request.actor, request.at)))
    if WorkAct.SEAL in may:
        where = whereabouts(work_use.organization_id, request.at).where
        return reasons_before_grant(
            work_use, request.actor, request.at, impressions=least_impressions(work_use),
            near_relative=False, checked=True, where=where, digest=digest_of,
        )  # fmt: skip
    return ()


def _returned(work_use: WorkUse) -> str:
    backs = [line for line in lines_of(work_use.id) if line.kind in BACK]
    return (backs[-1].personal or {}).get("reason", "") if backs else ""


def _shown(work_use: WorkUse, role: Role) -> tuple[Shown, ...]:
    return tuple(shown for one in files_of(work_use, role) for shown in _pages(work_use, one))


def _draft(work_use: WorkUse) -> tuple[Shown, ...]:
    here = [work_use.organization_id, work_use.id]
    return (
        Shown(
            "还没有用印的样子", reverse("work-letter-picture", args=here), reverse("work-letter", args=here)
        ),
    )


def _pages(work_use: WorkUse, one: WorkFile) -> tuple[Shown, ...]:
    here = [work_use.organization_id, work_use.id, one.id]
    whole = reverse("work-file", args=here)
    if one.file.content_type != PDF:
        return (Shown(f"第{one.position}张照片", whole, ""),)
    return tuple(
        Shown(f"第{at}页", reverse("work-file-page", args=[*here, at]), whole if at == 1 else "")
        for at in range(1, one.pages + 1)
    )


def picture_of(whole: bytes, content_type: str, number: int) -> Checked:
    """One page of a PDF as a picture; a photograph is its own."""
    return page_picture(whole, number) if content_type == PDF else Checked(whole, content_type)


assert set(DECIDING) <= set(READERS)
