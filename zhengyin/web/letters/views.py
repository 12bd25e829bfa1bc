"""告知函 of one case: the page, the page again with every reason, the print."""

from collections.abc import Callable
from typing import TypedDict, Unpack
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.letters import LetterPage, letter_page, visible_to
from zhengyin.certificates.queries.papers import letter_pdf
from zhengyin.certificates.queries.worklists import DECIDING, READERS
from zhengyin.certificates.workflow import LetterState, State
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT
from zhengyin.web.committee.prints import pdf
from zhengyin.web.committee.reading import case_or_404
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.letters.card import SHAPES
from zhengyin.web.letters.forms import BasisForm, DraftForm, DroppedForm, LetterForm, ReturnForm, SendForm
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

PAGE = "letters-case"


class Sent(TypedDict, total=False):
    """Which form came back."""

    draft: DraftForm
    give_back: ReturnForm
    send: SendForm
    take_back: ReturnForm
    basis: BasisForm
    dropped: DroppedForm


@door(*READERS, at="organization_id")
def page(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """The letter as it stands, and what comes next."""
    return show(request, refused_case(request, organization_id, case_id))


@door(*DECIDING, at="organization_id")
def paper(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """The letter to be signed by hand, from the moment it was let go."""
    letter = get_object_or_404(
        visible_to(request.actor).select_related("drafted_by"),
        certificate_id=case_id, organization_id=organization_id, approved_at__isnull=False,
    )  # fmt: skip
    return pdf(letter_pdf(letter, request.at))


def refused_case(request: Request, organization_id: UUID, case_id: UUID) -> Certificate:
    """A case that was refused; about any other there is no letter."""
    certificate = case_or_404(request, organization_id, case_id)
    if certificate.state != State.REFUSED:
        raise Http404(case_id)
    return certificate


def show(
    request: Request,
    certificate: Certificate,
    *,
    reasons: tuple[str, ...] = (),
    status: int = 200,
    **sent: Unpack[Sent],
) -> HttpResponse:
    """Render it as it stands now."""
    found = letter_page(certificate, request.actor, request.at)
    forms: Sent = {
        "draft": DraftForm.of(found), "give_back": ReturnForm(), "send": SendForm(),
        "take_back": ReturnForm(), "basis": BasisForm(), "dropped": DroppedForm(), **sent,
    }  # fmt: skip
    here = {
        "desk": desk_for(request, certificate.organization_id, current=tab_of(request, certificate)),
        "page": found,
        "shape": SHAPES[found.state] if found.state else "",
        "forms": forms,
        "sent": [form for form in forms.values() if isinstance(form, LetterForm) and form.is_bound],
        "may": {act.value for act in found.acts},
        "cannot": sentences(found.cannot),
        "too_late": sentences(found.too_late),
        "again": again(certificate, found),
        "reasons": reasons,
    }
    return render(request, "letters/page.html", here, status=status)


def tab_of(request: Request, certificate: Certificate) -> str:
    """The director comes from his list, everybody else from a case."""
    director = request.actor.has(Office.DIRECTOR, certificate.organization_id)
    return "director-list" if director else "handler-todo"


def again(certificate: Certificate, page: LetterPage) -> str:
    """Where the demand is applied for anew with the unit's basis; empty while there is none."""
    if page.state is not LetterState.BASIS_GIVEN or page.letter is None:
        return ""
    asked = certificate.question
    said = {
        "item": asked["entry_code"],
        "for": "" if asked["entry_code"] else asked["asked_for"],
        "unit": asked["unit_class"],
        "unit_name": asked["demanding_unit"],
        "basis": "yes",
        "basis_words": page.letter.basis_words,
    }
    parts = [(name, words) for name, words in said.items() if words]
    parts += [("tie", tie) for tie in asked["ties"]]
    return f"{reverse('handler-new', args=[certificate.organization_id])}?{urlencode(parts)}"


def carried_out(
    request: Request, certificate: Certificate, form: LetterForm | None, act: Callable[[], object], name: str
) -> HttpResponse:
    """Do it and show the page, or show it with what was typed and every reason."""
    sent: Sent = {name: form} if form is not None else {}  # type: ignore[misc]
    if form is not None and not form.is_valid():
        return show(request, certificate, status=UNFIT, **sent)
    try:
        act()
    except Refused as refused:
        return show(request, certificate, reasons=sentences(refused.refusals), status=409, **sent)
    return redirect(PAGE, certificate.organization_id, certificate.id)
