"""印章带出: the register, one take-out, and its acts; each act is one POST under the take-out's page."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.people.offices import IN_COMMITTEE, Office
from zhengyin.reminders.queries import Matter
from zhengyin.seals import actions
from zhengyin.seals.models import TakeOut
from zhengyin.seals.queries import take_outs_visible_to
from zhengyin.seals.workflow import TakeOutAct
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.committee.reminding import texts_for_others
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.forms import PlainForm
from zhengyin.web.keeping.take_out_forms import AskForm, ExtendForm, ReturnForm, WhyForm
from zhengyin.web.keeping.take_out_pages import ASKING, take_out_page, take_outs_page
from zhengyin.web.keeping.views import seal_or_404
from zhengyin.web.numbers import number_in
from zhengyin.web.refused import at_fields, status_of
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

BACK = (Office.CUSTODIAN, Office.DIRECTOR, Office.SUPERVISION_COMMITTEE)
PAGE = "keeping-take-out"
Act = Callable[[], object]
Sent = Mapping[str, PlainForm]  # the one form that came, by its name in the template
NOTHING: Sent = MappingProxyType({})


@door(*IN_COMMITTEE, at="organization_id")
@require_http_methods(["GET"])
def register(request: Request, organization_id: UUID) -> HttpResponse:
    """印章携带外出登记, newest first."""
    begin = number_in(request.GET.get("from", ""))
    remind = texts_for_others(request, organization_id, Matter.TAKE_OUT, Matter.TAKE_BACK)
    here = {"page": take_outs_page(request, organization_id, begin), "remind": remind}
    return head(request, organization_id, "keeping/take_outs.html", here)


@door(*ASKING, at="organization_id")
@require_http_methods(["GET", "POST"])
def ask(request: Request, organization_id: UUID, seal_id: UUID) -> HttpResponse:
    """申请带出; the custodian of that day carries it."""
    seal = seal_or_404(request, organization_id, seal_id)
    form = AskForm(request.POST) if request.method == "POST" else AskForm.for_now(request.at)
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.ask_take_out(
                seal_id=seal_id, **form.cleaned_data, actor=request.actor, at=request.at
            )
            return redirect(PAGE, organization_id, made.pk)
        except Refused as refused:
            reasons = at_fields(form, refused)
    here = {"seal": seal, "form": form, "reasons": reasons}
    return head(request, organization_id, "keeping/ask_out.html", here)


@door(*IN_COMMITTEE, at="organization_id")
@require_http_methods(["GET"])
def page(request: Request, organization_id: UUID, take_out_id: UUID) -> HttpResponse:
    """One take-out."""
    return show(request, take_out_or_404(request, organization_id, take_out_id))


@door(Office.DIRECTOR, at="organization_id")
@act_of(PAGE, "take_out_id")
def approve(request: Request, organization_id: UUID, take_out_id: UUID) -> HttpResponse:
    """同意带出."""
    row = take_out_or_404(request, organization_id, take_out_id)
    return done(
        request, row,
        lambda: actions.approve_take_out(take_out_id=take_out_id, actor=request.actor, at=request.at),
    )  # fmt: skip


@door(Office.DIRECTOR, at="organization_id")
@act_of(PAGE, "take_out_id")
def decline(request: Request, organization_id: UUID, take_out_id: UUID) -> HttpResponse:
    """不同意带出."""
    row, form = take_out_or_404(request, organization_id, take_out_id), WhyForm(request.POST)
    return done(
        request, row,
        lambda: actions.decline_take_out(
            take_out_id=take_out_id, why=form.cleaned_data["reason"], actor=request.actor, at=request.at
        ),
        {"decline": form},
    )  # fmt: skip


@door(*ASKING, Office.DIRECTOR, at="organization_id")
@act_of(PAGE, "take_out_id")
def withdraw(request: Request, organization_id: UUID, take_out_id: UUID) -> HttpResponse:
    """撤回，不带出了."""
    row, form = take_out_or_404(request, organization_id, take_out_id), WhyForm(request.POST)
    return done(
        request, row,
        lambda: actions.withdraw_take_out(
            take_out_id=take_out_id, why=form.cleaned_data["reason"], actor=request.actor, at=request.at
        ),
        {"withdraw": form},
    )  # fmt: skip


@door(Office.CUSTODIAN, at="organization_id")
@act_of(PAGE, "take_out_id")
def leave(request: Request, organization_id: UUID, take_out_id: UUID) -> HttpResponse:
    """现在带出."""
    row = take_out_or_404(request, organization_id, take_out_id)
    return done(
        request, row,
        lambda: actions.leave_with_seal(take_out_id=take_out_id, actor=request.actor, at=request.at),
    )  # fmt: skip


@door(Office.DIRECTOR, at="organization_id")
@act_of(PAGE, "take_out_id")
def extend(request: Request, organization_id: UUID, take_out_id: UUID) -> HttpResponse:
    """延长."""
    row, form = take_out_or_404(request, organization_id, take_out_id), ExtendForm(request.POST)
    return done(
        request, row,
        lambda: actions.extend_take_out(
            take_out_id=take_out_id, **form.cleaned_data, actor=request.actor, at=request.at
        ),
        {"extend": form},
    )  # fmt: skip


@door(*BACK, at="organization_id")
@act_of(PAGE, "take_out_id")
def bring_back(request: Request, organization_id: UUID, take_out_id: UUID) -> HttpResponse:
    """归还."""
    row, form = take_out_or_404(request, organization_id, take_out_id), ReturnForm(request.POST)
    return done(
        request, row,
        lambda: actions.bring_back(
            take_out_id=take_out_id, back_at=form.moment(request.at), actor=request.actor, at=request.at
        ),
        {"back": form},
    )  # fmt: skip


def done(request: Request, row: TakeOut, act: Act, sent: Sent = NOTHING) -> HttpResponse:
    """Act, unless the one form has something to mend; refused, show the page with what was typed."""
    if not all(one.is_valid() for one in sent.values()):
        return show(request, row, sent=sent, status=UNFIT)
    try:
        act()
    except Refused as refused:
        again = take_out_or_404(request, row.seal.committee_id, row.pk)
        form = next(iter(sent.values()), None)
        reasons = at_fields(form, refused) if form else sentences(refused.refusals)
        return show(request, again, sent=sent, reasons=reasons, status=409)
    return redirect(PAGE, row.seal.committee_id, row.pk)


def show(
    request: Request,
    row: TakeOut,
    *,
    sent: Sent = NOTHING,
    reasons: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render one take-out as it stands now."""
    page = take_out_page(request, row)
    here = {
        "page": page,
        "may": {act.name.lower(): page.may(act) for act in TakeOutAct},
        "reasons": reasons,
        "sent": tuple(sent.values()),
        "decline": sent.get("decline") or WhyForm(auto_id="decline-%s"),
        "withdraw": sent.get("withdraw") or WhyForm(auto_id="withdraw-%s"),
        "extend": sent.get("extend") or ExtendForm(auto_id="extend-%s"),
        "back": sent.get("back") or ReturnForm.for_now(request.at),
    }
    return head(request, row.seal.committee_id, "keeping/take_out.html", here, status)


def take_out_or_404(request: Request, organization_id: UUID, take_out_id: UUID) -> TakeOut:
    """A take-out of this very committee's seal."""
    rows = take_outs_visible_to(request.actor).select_related("seal__committee", "carrier")
    return get_object_or_404(rows, pk=take_out_id, seal__committee_id=organization_id)


def head(
    request: Request, organization_id: UUID, template: str, here: Mapping[str, object], status: int = 0
) -> HttpResponse:
    """Render under the tab of take-outs; refused acts answer 409."""
    desk = desk_for(request, organization_id, current="keeping-take-outs")
    return render(request, template, {"desk": desk, **here}, status=status or status_of(here))
