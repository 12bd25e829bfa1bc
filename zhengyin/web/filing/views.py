"""备案: the list at both desks, several acknowledged at once, one filing with its question and answer."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.people.offices import Office
from zhengyin.seals import actions
from zhengyin.seals.queries.filings import LineKey
from zhengyin.seals.workflow import FilingAct
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.filing.forms import AnswerForm, QuestionForm
from zhengyin.web.filing.pages import committees_of, filing_page, filings_page, key_in
from zhengyin.web.keeping.take_outs import READERS
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

ANSWERING = (Office.DIRECTOR, Office.CUSTODIAN)
AT_ONCE = 100  # filings acknowledged by one press
LINE = ("book", "year", "no")


@door(Office.TOWNSHIP, *READERS, at="organization_id")
@require_http_methods(["GET"])
def listing(request: Request, organization_id: UUID) -> HttpResponse:
    """What waits first; part and village stand in the address."""
    return show_list(request, organization_id)


@door(Office.TOWNSHIP, at="organization_id")
@act_of("filings")
def acknowledge_ticked(request: Request, organization_id: UUID) -> HttpResponse:
    """签收勾上的; each in its own transaction, what fails stays and says why."""
    here, failed = committees_of(request, organization_id), []
    for text in request.POST.getlist("filing")[:AT_ONCE]:
        key = key_in(text)
        if key is None or key.committee_id not in here:
            continue
        try:
            actions.acknowledge_filing(key=key, actor=request.actor, at=request.at)
        except Refused as refused:
            name = here[key.committee_id].short_name
            failed += [f"{name}〔{key.year}〕{key.no}号：{why}" for why in sentences(refused.refusals)]
    if failed:
        return show_list(request, organization_id, tuple(failed))
    return redirect("filings", organization_id)


@door(Office.TOWNSHIP, *READERS, at="organization_id")
@require_http_methods(["GET"])
def page(
    request: Request, organization_id: UUID, committee_id: UUID, book: str, year: int, no: int
) -> HttpResponse:
    """One filing."""
    return show(request, organization_id, LineKey(committee_id, book, year, no))


@door(Office.TOWNSHIP, at="organization_id")
@act_of("filing", "committee_id", *LINE)
def acknowledge(
    request: Request, organization_id: UUID, committee_id: UUID, book: str, year: int, no: int
) -> HttpResponse:
    """签收."""
    key = LineKey(committee_id, book, year, no)
    return done(
        request, organization_id, key,
        lambda: actions.acknowledge_filing(key=key, actor=request.actor, at=request.at),
    )  # fmt: skip


@door(Office.TOWNSHIP, at="organization_id")
@act_of("filing", "committee_id", *LINE)
def send_back(
    request: Request, organization_id: UUID, committee_id: UUID, book: str, year: int, no: int
) -> HttpResponse:
    """退回补正."""
    key, form = LineKey(committee_id, book, year, no), QuestionForm(request.POST)
    return done(
        request, organization_id, key,
        lambda: actions.return_filing(key=key, **form.cleaned_data, actor=request.actor, at=request.at),
        form,
    )  # fmt: skip


@door(*ANSWERING, at="organization_id")
@act_of("filing", "committee_id", *LINE)
def answer(
    request: Request, organization_id: UUID, committee_id: UUID, book: str, year: int, no: int
) -> HttpResponse:
    """补正."""
    key, form = LineKey(committee_id, book, year, no), AnswerForm(request.POST)
    return done(
        request, organization_id, key,
        lambda: actions.answer_filing(key=key, **form.cleaned_data, actor=request.actor, at=request.at),
        form,
    )  # fmt: skip


def done(
    request: Request,
    organization_id: UUID,
    key: LineKey,
    act: Callable[[], object],
    form: QuestionForm | AnswerForm | None = None,
) -> HttpResponse:
    """Act on a filing seen from this seat; what cannot be done shows the page with what was typed."""
    filing_page(request, organization_id, key)  # 404 for what is not this seat's
    if form is not None and not form.is_valid():
        return show(request, organization_id, key, form=form, status=UNFIT)
    try:
        act()
    except Refused as refused:
        reasons = sentences(refused.refusals)
        return show(request, organization_id, key, form=form, reasons=reasons, status=409)
    return redirect("filing", organization_id, key.committee_id, key.book, key.year, key.no)


def show(
    request: Request,
    organization_id: UUID,
    key: LineKey,
    *,
    form: QuestionForm | AnswerForm | None = None,
    reasons: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render one filing as it stands now."""
    page = filing_page(request, organization_id, key)
    here = {
        "desk": desk_for(request, organization_id, current="filings"),
        "page": page,
        "key": key,
        "may": {act.name.lower(): act in page.acts for act in FilingAct},
        "sent": [form] if form else [],
        "question": form if isinstance(form, QuestionForm) else QuestionForm(),
        "answer": form if isinstance(form, AnswerForm) else AnswerForm(),
        "reasons": reasons,
    }
    return render(request, "filing/filing.html", here, status=status)


def show_list(request: Request, organization_id: UUID, reasons: tuple[str, ...] = ()) -> HttpResponse:
    """Render the list, with what could not be acknowledged."""
    here = {
        "desk": desk_for(request, organization_id, current="filings"),
        "page": filings_page(request, organization_id),
        "reasons": reasons,
    }
    return render(request, "filing/filings.html", here, status=409 if reasons else 200)
