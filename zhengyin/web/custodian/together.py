"""Several papers with one proof of who it is: chosen, asked one by one, sealed one by one.

Every paper keeps its own transaction and number. What does not succeed stays, with its reason: the
page afterwards is read from the grant, so a reload or a lost connection shows what really happened.
"""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from zhengyin.certificates import actions
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.web.account.again import hints_for, prove_again
from zhengyin.web.acting import act_of
from zhengyin.web.committee.kin import stepped_aside
from zhengyin.web.custodian.forms import CodeForm
from zhengyin.web.custodian.together_pages import (
    Asked,
    answers_of,
    chosen_papers,
    granted_papers,
    how_it_went,
    without_refused,
)
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

STEP = 5  # papers a request: about a second, then the page says how far it is


@door(Office.CUSTODIAN, at="organization_id")
def together(request: Request, organization_id: UUID) -> HttpResponse:
    """The papers ticked in the list: what each says, impressions, the one question of each."""
    asked = chosen_papers(request, organization_id, request.GET)
    return show(request, organization_id, asked, CodeForm())


@door(Office.CUSTODIAN, at="organization_id")
@act_of("custodian-together")
def grant_together(request: Request, organization_id: UUID) -> HttpResponse:
    """Prove again who it is, for exactly these papers; one that would be refused spends no code."""
    asked, code = chosen_papers(request, organization_id, request.POST), CodeForm(request.POST)
    answered = all([code.is_valid(), *(one.form.is_valid() for one in asked.papers)])
    if not answered or not asked.papers:
        return show(request, organization_id, asked, code, status=422)
    for paper in asked.papers:
        stepped_aside(request, paper.row.id, near_relative=paper.form.near_relative)
    left = without_refused(request, asked)
    if left.refused:
        return show(request, organization_id, left, code, status=409)
    try:
        prove_again(request, code.cleaned_data["code"])
        papers = [one.row.id for one in left.papers]
        made = actions.grant(certificate_ids=papers, actor=request.actor, at=request.at)
    except Refused as refused:
        return show(request, organization_id, left, code, reasons=sentences(refused.refusals), status=409)
    return onward("custodian-granted", organization_id, made.id, answers_of(one.form for one in left.papers))


@door(Office.CUSTODIAN, at="organization_id")
def granted(request: Request, organization_id: UUID, grant_id: UUID) -> HttpResponse:
    """Checked: the one button left says what it will do."""
    papers = granted_papers(request, organization_id, grant_id, request.GET)
    if not papers:
        return redirect("custodian-list", organization_id)
    if any(paper.held.used_at for paper in papers):
        return onward("custodian-sealed", organization_id, grant_id, answers_of(one.form for one in papers))
    here = {
        "desk": desk_for(request, organization_id, current="custodian-list"),
        "papers": papers,
        "copies": sum(paper.held.copies for paper in papers),
        "grant_id": grant_id,
    }
    return render(request, "custodian/granted.html", here)


@door(Office.CUSTODIAN, at="organization_id")
@act_of("custodian-list")
def seal_together(request: Request, organization_id: UUID, grant_id: UUID) -> HttpResponse:
    """登记并盖章, the next few; each in its own transaction. Sent again it goes on where it stood."""
    papers = granted_papers(request, organization_id, grant_id, request.POST)
    if not papers:
        return redirect("custodian-list", organization_id)
    went = how_it_went(request, papers)
    for paper in went.to_do[:STEP]:
        try:
            actions.seal(
                certificate_id=paper.held.certificate_id,
                grant_id=grant_id,
                copies=paper.held.copies,
                impressions=paper.form.cleaned_data["impressions"],
                near_relative=paper.form.near_relative,
                where=paper.form.said_where,
                actor=request.actor, at=request.at,
            )  # fmt: skip
        except Refused:
            continue  # it stays, and the page that follows says why
    return onward("custodian-sealed", organization_id, grant_id, answers_of(one.form for one in papers))


@door(Office.CUSTODIAN, at="organization_id")
def sealed(request: Request, organization_id: UUID, grant_id: UUID) -> HttpResponse:
    """How it went: the numbers, and what did not succeed with its reason."""
    papers = granted_papers(request, organization_id, grant_id, request.GET)
    if not papers:
        return redirect("custodian-list", organization_id)
    here = {
        "desk": desk_for(request, organization_id, current="custodian-list"),
        "went": how_it_went(request, papers),
        "grant_id": grant_id,
    }
    return render(request, "custodian/sealed.html", here)


def onward(page: str, organization_id: UUID, grant_id: UUID, answers: str) -> HttpResponse:
    """The next page, with the answers in its address: they are asked once."""
    return redirect(f"{reverse(page, args=[organization_id, grant_id])}?{answers}")


def show(
    request: Request,
    organization_id: UUID,
    asked: Asked,
    code: CodeForm,
    *,
    reasons: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render the papers before the proof, with what was typed."""
    here = {
        "desk": desk_for(request, organization_id, current="custodian-list"),
        "asked": asked,
        "code": code,
        "hints": hints_for(request),
        "reasons": reasons,
    }
    return render(request, "custodian/together.html", here, status=status)
