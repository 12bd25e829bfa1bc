"""备案: the list at both desks, several acknowledged at once, one filing with its question and answer."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.people.offices import IN_COMMITTEE, Office
from zhengyin.reminders.queries import Matter, ToCopy, to_committee
from zhengyin.reminders.queries.telling import place_words
from zhengyin.seals import actions
from zhengyin.seals.queries.filings import LineKey, filing_counts_by_committee, term_for
from zhengyin.seals.workflow import FilingAct
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.committee.reminding import texts_for_others
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.filing.forms import AnswerForm, QuestionForm
from zhengyin.web.filing.pages import committees_of, filing_page, filings_page, key_in
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

ANSWERING = (Office.DIRECTOR, Office.CUSTODIAN)
AT_ONCE = 100  # filings acknowledged by one press
LINE = ("book", "year", "no")
NOTHING_TICKED = "还没有勾上一件。请在要签收的每一行前面的方框里打钩，再按“签收勾上的”。"


@door(Office.TOWNSHIP, *IN_COMMITTEE, at="organization_id")
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
    if not request.POST.getlist("filing"):
        failed = [NOTHING_TICKED]
    if failed:
        return show_list(request, organization_id, tuple(failed))
    return redirect("filings", organization_id)


@door(Office.TOWNSHIP, *IN_COMMITTEE, at="organization_id")
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


def reminding(request: Request, organization_id: UUID) -> tuple[ToCopy, ...]:
    """A committee reminds those who answer and its township; a township what it sent back."""
    if not request.actor.has(Office.TOWNSHIP, organization_id):
        return texts_for_others(request, organization_id, Matter.FILING_BACK, Matter.FILING_LATE)
    here = committees_of(request, organization_id)
    county = next((one.county_code for one in here.values()), "")
    counts = filing_counts_by_committee(list(here), term_for(county, request.at)) if county else {}
    back = [(here[key], one.returned) for key, one in counts.items() if one.returned]
    township = place_words(organization_id) if back else ""
    return tuple(
        one
        for row, count in back
        for one in to_committee(row.code, (township, row.short_name), [f"有{count}件备案退回了，等您补正"])
    )


def show_list(request: Request, organization_id: UUID, reasons: tuple[str, ...] = ()) -> HttpResponse:
    """Render the list, with what could not be acknowledged."""
    here = {
        "desk": desk_for(request, organization_id, current="filings"),
        "page": filings_page(request, organization_id),
        "reasons": reasons,
        "remind": reminding(request, organization_id),
    }
    return render(request, "filing/filings.html", here, status=409 if reasons else 200)
