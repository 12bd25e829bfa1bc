"""The handler's pages: 待办, 新申请, one case."""

from uuid import UUID

from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from zhengyin.certificates import actions
from zhengyin.certificates.queries.repeats import Earlier
from zhengyin.certificates.queries.worklists import READERS, Slice, work_page
from zhengyin.people import queries as people
from zhengyin.people.offices import Office
from zhengyin.reminders.queries import Matter
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.committee.reading import case_or_404
from zhengyin.web.committee.reminding import texts_for_others
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.handler import last
from zhengyin.web.handler.application import ApplicationForm
from zhengyin.web.handler.case import show_case
from zhengyin.web.handler.counter import (
    ASK,
    Judged,
    carried_in,
    counter_page,
    demand_form,
    earlier_for,
    form_for,
    judged,
)
from zhengyin.web.handler.handing import hand_out
from zhengyin.web.handler.refusing import DemandForm
from zhengyin.web.handler.todo import TodoPage, todo_page
from zhengyin.web.keeping.gone import gone_at
from zhengyin.web.letters.card import letters_to_do
from zhengyin.web.numbers import id_in, number_in
from zhengyin.web.request import Request
from zhengyin.web.search import sent_on, typed_in
from zhengyin.web.words import sentences
from zhengyin.web.workuse.todo import work_to_do

LONGEST = 40  # characters of a search
WAITED_FOR = (Matter.APPROVE, Matter.COUNTERSIGN, Matter.SEAL, Matter.WORK_APPROVE, Matter.WORK_SEAL)


@door(Office.HANDLER, at="organization_id")
def todo(request: Request, organization_id: UUID) -> HttpResponse:
    """待办: overdue first; what is chosen stands in the address, a name in it encrypted."""
    if going := sent_on(request):
        return going
    said = typed_in(request)
    part = said.get("part", "")
    chosen = Slice(part) if part in tuple(Slice) else Slice.ALL
    text = said.get("q", "").strip()[:LONGEST]
    found = work_page(
        request.actor, organization_id, request.at,
        part=chosen, text=text, page=number_in(said.get("page", ""), 1),
    )  # fmt: skip
    officials = people.officials(organization_id, day_of(request.at))
    page: TodoPage = todo_page(organization_id, found, chosen, text, officials)
    desk = desk_for(request, organization_id, current="handler-todo")
    letters = letters_to_do(request.actor, organization_id, request.at)
    here = {
        "desk": desk,
        "page": page,
        "letters": letters,
        "work": work_to_do(request.actor, organization_id),
        "remind": texts_for_others(request, organization_id, *WAITED_FOR),
        "gone": gone_at(organization_id, request.at),
    }
    return render(request, "handler/todo.html", here)


@door(Office.HANDLER, at="organization_id")
def new(request: Request, organization_id: UUID) -> HttpResponse:
    """新申请: find the item, answer the procedure, then the item's own form, all on one page."""
    return show_counter(request, organization_id, judged(organization_id, request.GET, request.at))


@door(Office.HANDLER, at="organization_id")
@act_of("handler-new")
def register(request: Request, organization_id: UUID) -> HttpResponse:
    """Take the application. Sent twice, the second one shows the case of the first."""
    case = judged(organization_id, request.POST, request.at)
    form, case_id = form_for(case, request.POST), id_in(request.POST.get("case_id", ""))
    if ASK in request.POST or (form is not None and "more" in request.POST):
        return show_counter(request, organization_id, case, form=form)
    if form is None or case_id is None or not form.is_valid():
        return show_counter(request, organization_id, case, form=form, status=UNFIT)
    application = form.application(case.asked.question(day_of(request.at)))
    if "again" not in request.POST and (
        earlier := earlier_for(organization_id, case, application, request.at)
    ):
        return show_counter(request, organization_id, case, form=form, earlier=earlier)
    try:
        applied = actions.apply(
            organization_id=organization_id,
            application=application,
            actor=request.actor, at=request.at, as_id=case_id,
        )  # fmt: skip
    except Refused as refused:
        said = form.refused(refused)
        return show_counter(request, organization_id, case, form=form, refused=said, status=409)
    except IntegrityError:
        case_or_404(request, organization_id, case_id)
        return redirect("handler-case", organization_id, case_id)
    last.keep(request, organization_id, case.asked, form)
    hand_out(request, applied)
    return redirect("handler-case", organization_id, applied.certificate_id)


@door(Office.HANDLER, at="organization_id")
@act_of("handler-new")
def refuse_demand(request: Request, organization_id: UUID) -> HttpResponse:
    """登记并出告知单: what somebody was sent for and the lists do not let through."""
    case = judged(organization_id, request.POST, request.at)
    form, case_id = demand_form(case, request.POST), id_in(request.POST.get("case_id", ""))
    if form is None or case_id is None or not form.is_valid():
        return show_counter(request, organization_id, case, demand=form, status=UNFIT)
    try:
        actions.refuse_demand(
            organization_id=organization_id,
            application=form.application(case.asked.question(day_of(request.at))),
            given=form.given,
            actor=request.actor, at=request.at, as_id=case_id,
        )  # fmt: skip
    except Refused as refused:
        return show_counter(request, organization_id, case, demand=form, refused=refused, status=409)
    except IntegrityError:
        case_or_404(request, organization_id, case_id)
    return redirect("handler-case", organization_id, case_id)


@door(*READERS, at="organization_id")
def case(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """One case on one page; what may be done depends on the office."""
    return show_case(request, case_or_404(request, organization_id, case_id))


def show_counter(
    request: Request,
    organization_id: UUID,
    case: Judged,
    *,
    form: ApplicationForm | None = None,
    demand: DemandForm | None = None,
    earlier: Earlier | None = None,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render the counter; a form that came back keeps what was typed."""
    said = request.POST if request.method == "POST" else request.GET
    page = counter_page(organization_id, case, said.get("q", ""))
    form = form or (form_for(case) if page.ready else None)
    if form is not None and (not form.said or ASK in said):
        form.begin(last.purpose_of(request, organization_id, said))
    here = {
        "desk": desk_for(request, organization_id, current="handler-new"),
        "page": page,
        "last": last.offered(request, organization_id, case.asked, page.again),
        "taken": said.get(last.TAKEN) == "1",
        "form": form,
        "carried": carried_in(request.POST) if form is None and demand is None else (),
        "demand": demand or demand_form(case),
        "earlier": earlier,
        "case_id": id_in(said.get("case_id", "")) or page.case_id,
        "reasons": sentences(refused.refusals) if refused else (),
    }
    return render(request, "handler/new.html", here, status=status)
