"""The page of a case: left the paper as it will look, right how each sentence was verified."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypedDict, Unpack
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from zhengyin.certificates.actions import Revealed
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.case import CasePage, case_page
from zhengyin.certificates.queries.printing import printed
from zhengyin.certificates.queries.shown import PersonShown
from zhengyin.certificates.queries.worklists import DECIDING
from zhengyin.certificates.workflow import IN_FORCE, Act, State
from zhengyin.people.offices import Office
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.committee.case import ROLES, SHAPES, deadline_words, persons_of, reasons_of, receipt_words
from zhengyin.web.committee.paper import PaperShown, case_words, paper_shown
from zhengyin.web.deliberation.card import card_of
from zhengyin.web.desks.head import desk_for
from zhengyin.web.forms import PlainForm, ReasonForm
from zhengyin.web.handler.correcting import ReissueForm
from zhengyin.web.handler.forms import AcceptForm, CheckForm, DeliverForm, RevealForm, check_forms
from zhengyin.web.handler.mandate import MandateForm
from zhengyin.web.handler.materials import Row, material_forms
from zhengyin.web.handler.next_act import NextAct, next_act
from zhengyin.web.handler.pages import PagesForm
from zhengyin.web.handler.refusing import AskForm, CompleteForm, RefuseForm, refuse_form
from zhengyin.web.letters.card import letter_card
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

RETURNED = (State.RETURNED, State.VERIFYING, State.VERIFIED)


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of the page; one that was sent and refused keeps what was typed."""

    accept: AcceptForm
    checks: tuple[CheckForm, ...]
    deliver: DeliverForm
    withdraw: ReasonForm
    ask: AskForm
    complete: CompleteForm
    refuse: RefuseForm
    reveal: RevealForm
    reissue: ReissueForm
    materials: tuple[Row, ...]
    pages: PagesForm
    mandate: MandateForm

    @property
    def sent(self) -> tuple[PlainForm, ...]:
        """Those that have something to say about what was typed."""
        every: tuple[PlainForm, ...] = (
            self.accept, *self.checks, self.deliver, self.withdraw, self.ask, self.complete, self.refuse,
            self.reveal, self.reissue, *self.materials, self.pages, self.mandate,
        )  # fmt: skip
        return tuple(form for form in every if form.is_bound)


class Sent(TypedDict, total=False):
    """Which form came back."""

    accept: AcceptForm
    checks: tuple[CheckForm, ...]
    deliver: DeliverForm
    withdraw: ReasonForm
    ask: AskForm
    complete: CompleteForm
    refuse: RefuseForm
    reveal: RevealForm
    reissue: ReissueForm
    materials: tuple[Row, ...]
    pages: PagesForm
    mandate: MandateForm


@dataclass(frozen=True, slots=True)
class CaseView:
    """What the template gets beside the case itself."""

    id: str
    page: CasePage
    paper: PaperShown
    title: str
    shape: str
    deadline: str
    late: bool
    next: NextAct
    persons: tuple[tuple[str, PersonShown], ...]
    returned: str
    prints: tuple[tuple[str, str], ...]
    may: frozenset[str]
    may_reveal: bool
    sees: bool  # the pictures
    may_photograph: bool  # the other side's form
    receipt: str
    how_long: str
    not_again: tuple[str, ...]
    new_id: str  # of the case that 再开一份 opens


def show_case(
    request: Request,
    certificate: Certificate,
    *,
    status: int = 200,
    refused: Refused | None = None,
    revealed: Sequence[Revealed] = (),
    **sent: Unpack[Sent],
) -> HttpResponse:
    """Render the case as it stands now, with what went wrong above it; `revealed` is shown this once."""
    page = case_page(certificate, request.actor, request.at)
    forms = replace(
        Forms(
            AcceptForm(page),
            check_forms(page.facts), DeliverForm(applicant=page.applicant, proxy=page.collector),
            ReasonForm(), AskForm(), CompleteForm(page), refuse_form(page),
            RevealForm(), ReissueForm(page), material_forms(page), PagesForm(), MandateForm(page),
        ),
        **sent,
    )  # fmt: skip
    here = {
        "desk": desk_for(request, page.organization_id, current="handler-todo"),
        "view": case_view(page, request),
        "forms": forms,
        "revealed": [(ROLES[one.role], one) for one in revealed],
        "card": card_of(certificate, request.at),
        "letter": letter_card(certificate),
        "reasons": reasons_of(refused, page) if refused else (),
    }
    return render(request, "handler/case.html", here, status=status)


def case_view(page: CasePage, request: Request) -> CaseView:
    """Put the case into the order of the page."""
    today = day_of(request.at)
    offices = request.actor.offices_at(page.organization_id)
    return CaseView(
        id=str(page.id),
        page=page,
        paper=paper_shown(page, today),
        title=case_words(page),
        shape=SHAPES[page.state],
        deadline=deadline_words(page.days_left, late=_late(page, request), locked=page.locked),
        late=_late(page, request) or page.days_left == 0,
        next=next_act(page, today),
        persons=persons_of(page),
        returned=page.return_reason if page.state in RETURNED else "",
        prints=prints_of(page, offices),
        may_reveal=Office.HANDLER in offices,
        may_photograph=bool(page.brought_title) and Act.PHOTOGRAPH in page.acts,
        sees=bool(set(DECIDING) & set(offices)),
        may=frozenset(act.value for act in page.acts),
        receipt=receipt_words(page),
        how_long="当场办结" if not page.working_days else f"{page.working_days}个工作日",
        not_again=sentences(page.not_again),
        new_id=str(uuid4()),
    )


def _late(page: CasePage, request: Request) -> bool:
    return page.due_on is not None and page.due_on < day_of(request.at)


def prints_of(page: CasePage, offices: Collection[Office]) -> tuple[tuple[str, str], ...]:
    """What this person may print now: (words, address). Numbers stand on every paper whole."""
    parts = [page.organization_id, page.id]
    if page.ended:
        return ()
    if page.state in IN_FORCE:
        if not {Office.HANDLER, Office.CUSTODIAN} & set(offices):
            return ()
        # of a paper stamped first the original was written by hand: there is only its slip to look at
        slip_seen = ("看应急用印单的照片", reverse("committee-paper", args=parts))
        papers = (slip_seen,) if page.pad_number else papers_of(page)
        slip = ("打印签收单", reverse("committee-slip", args=parts))
        return (*papers, slip) if page.state is State.SEALED else papers
    if page.state is State.REFUSED:
        return (
            (("打印告知单", reverse("committee-notice", args=parts)),) if set(DECIDING) & set(offices) else ()
        )
    return (("打印草稿", reverse("committee-draft", args=parts)),) if set(DECIDING) & set(offices) else ()


def papers_of(page: CasePage) -> tuple[tuple[str, str], ...]:
    """The sealed paper to print; of a brought form the slips."""
    words = f"打印附条{page.copies}条" if page.brought_title else f"打印{page.copies}份"
    if printed(page.id):
        words = "打印过了，再打一次"
    return ((words, reverse("committee-printing", args=[page.organization_id, page.id])),)


def forms_wrong(forms: Sequence[CheckForm]) -> bool:
    """Ask every row, not only up to the first wrong one."""
    return bool([form for form in forms if not form.is_valid()])
