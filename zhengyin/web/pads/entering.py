"""One slip: before its end the entry (补登) or the void, after it the receipt and what was put right."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from zhengyin.catalogue.entries import Form
from zhengyin.certificates import actions
from zhengyin.certificates.models import Slip
from zhengyin.certificates.queries.late import late_form, reasons_before_entry
from zhengyin.certificates.queries.pads import rectified_how, slip_shown
from zhengyin.certificates.queries.worklists import DECIDING, READERS
from zhengyin.certificates.slips import LateGiven, SlipState
from zhengyin.people import queries as people
from zhengyin.people.offices import Office
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused, refuse_if
from zhengyin.web.account.again import hints_for, prove_again
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.handler.counter import CounterPage, Judged, counter_page, judged
from zhengyin.web.pads.forms import LateForm, MomentForm, RectifyForm, SpoilForm, moment_in
from zhengyin.web.pads.pages import SHAPES
from zhengyin.web.pads.reading import slip_or_404
from zhengyin.web.request import Request
from zhengyin.web.words import sentences


@dataclass(frozen=True, slots=True)
class Entering:
    """The entry as far as it has come: when, what, then everything on the slip."""

    happened_at: datetime
    counter: CounterPage
    case: Judged
    item: Form | None  # None while something must still be said


@door(*READERS, at="organization_id")
def slip(request: Request, organization_id: UUID, slip_id: UUID) -> HttpResponse:
    """The slip as it stands."""
    return show_slip(request, slip_or_404(request, organization_id, slip_id))


@door(Office.CUSTODIAN, at="organization_id")
@act_of("pad-slip")
def enter(request: Request, organization_id: UUID, slip_id: UUID) -> HttpResponse:
    """补登. Sent twice, the second shows the receipt of the first."""
    one = slip_or_404(request, organization_id, slip_id)
    if one.state == SlipState.ENTERED:
        return redirect("pad-slip", organization_id, slip_id)
    entering = entering_in(one, request.POST, request.at)
    form = form_for(request, one, entering, sent=True)
    if entering is None or form is None or not form.is_valid():
        return show_slip(request, one, entering=entering, form=form, status=UNFIT)
    question = entering.case.asked.question(day_of(entering.happened_at))
    try:
        entered(request, one, form.late(question, entering.happened_at), form.cleaned_data["code"])
    except Refused as refused:
        one = slip_or_404(request, organization_id, slip_id)
        if one.state != SlipState.ENTERED:
            return show_slip(request, one, entering=entering, form=form, refused=refused, status=409)
    return redirect("pad-slip", organization_id, slip_id)


def entered(request: Request, one: Slip, late: LateGiven, code: str) -> None:
    """Prove again who it is, then enter; what would be refused anyway spends no code. Raises Refused."""
    refuse_if(reasons_before_entry(one, late, request.actor, request.at))
    prove_again(request, code)
    grant = actions.grant_slip(slip_id=one.pk, actor=request.actor, at=request.at)
    actions.record_late(slip_id=one.pk, late=late, grant_id=grant.id, actor=request.actor, at=request.at)


def entering_in(one: Slip, said: QueryDict, at: datetime) -> Entering | None:
    """Read the entry; None while nobody said when the paper was stamped, or it cannot have been then."""
    happened_at = moment_in(said.get("happened", ""))
    if (
        happened_at is None
        or happened_at > at
        or happened_at < one.pad.issued_at.replace(second=0, microsecond=0)
    ):
        return None
    here = reverse("pad-slip", args=[one.organization_id, one.pk])
    start = f"{here}?{urlencode({'happened': said.get('happened', '')})}"
    case = judged(one.organization_id, said, happened_at)
    counter = counter_page(one.organization_id, case, said.get("q", ""), start)
    return Entering(happened_at, counter, case, _item(counter, case))


def _item(counter: CounterPage, case: Judged) -> Form | None:
    """The form, once the answer is settled; also after a no, for what was written all the same."""
    known = case.asked.chosen and case.asked.unit and case.asked.unit_name
    settled = counter.ready or (known and case.answer.outcome.is_no)
    return late_form(case.answer, case.entry, counter.item) if settled else None


def form_for(request: Request, one: Slip, entering: Entering | None, *, sent: bool) -> LateForm | None:
    """The form of the slip, once it is known what was certified to whom."""
    if entering is None or entering.item is None:
        return None
    everybody = people.everybody(one.organization_id)
    if sent:
        day = day_of(entering.happened_at)
        return LateForm(entering.item, day, everybody, request.POST, request.FILES)
    return LateForm(entering.item, day_of(entering.happened_at), everybody)


def show_slip(
    request: Request,
    one: Slip,
    *,
    entering: Entering | None = None,
    form: LateForm | None = None,
    spoil: SpoilForm | None = None,
    rectify: RectifyForm | None = None,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render the slip as it stands now; a form that came back keeps what was typed, an entry its answer."""
    said = request.POST if request.method == "POST" else request.GET
    may_end = one.state == SlipState.ISSUED and request.actor.has(Office.CUSTODIAN, one.organization_id)
    entering = (entering or entering_in(one, said, request.at)) if may_end else None
    shown = slip_shown(one, request.at)
    here = {
        "desk": desk_for(request, one.organization_id, current="pads"),
        "slip": shown,
        "shape": SHAPES[shown.state],
        "pad": one.pad,
        "may_end": may_end,
        "entering": entering,
        "page": entering.counter if entering else None,
        **_when(said, entering, request.at, may_end=may_end),
        "form": form or (form_for(request, one, entering, sent=False) if may_end else None),
        "spoil": spoil or SpoilForm(),
        "rectify": rectify or RectifyForm(),
        "may_rectify": shown.to_rectify and request.actor.has(Office.DIRECTOR, one.organization_id),
        "rectified_how": rectified_how(one),
        "may_see": bool(set(DECIDING) & request.actor.offices_at(one.organization_id)),
        "hints": hints_for(request) if may_end else None,
        "reasons": sentences(refused.refusals) if refused else (),
    }
    return render(request, "pads/slip.html", here, status=status)


def _when(said: QueryDict, entering: Entering | None, at: datetime, *, may_end: bool) -> dict[str, object]:
    """The moment of the stamp as it was typed, and why it cannot be that one."""
    moment = MomentForm(said) if "happened" in said else MomentForm()
    stamped_at = moment_in(said.get("happened", "")) if may_end else None
    to_come = stamped_at is not None and stamped_at > at
    return {
        "moment": moment,
        "to_come": to_come,
        "too_early": "happened" in said and may_end and not to_come and not entering and moment.is_valid(),
        "happened": said.get("happened", "") if entering else "",
    }
