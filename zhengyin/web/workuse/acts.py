"""One POST an act on a work use."""

from collections.abc import Callable
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from zhengyin.documents import files
from zhengyin.people.offices import Office
from zhengyin.registers import queries as registers
from zhengyin.shared.refusal import Refused, refuse_if
from zhengyin.web.account.again import prove_again
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.committee.prints import pdf
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.forms import ReasonForm
from zhengyin.web.request import Request
from zhengyin.web.workuse.forms import FilingForm, ScanForm, WorkAgreeForm, WorkSealForm, WorkVoidForm
from zhengyin.web.workuse.views import TAB, seal_form, show, work_or_404
from zhengyin.workuse import actions
from zhengyin.workuse.kinds import Kind
from zhengyin.workuse.models import WorkGrant, WorkUse
from zhengyin.workuse.queries.facts import concerns_somebody
from zhengyin.workuse.queries.printing import minutes_open
from zhengyin.workuse.queries.sealing import reasons_before_grant
from zhengyin.workuse.workflow import ONCE_SEALED

PAGE, RECEIPT = "work-case", "work-receipt"
AFTERWARDS = (Office.HANDLER, Office.CUSTODIAN)


def carried_out(
    request: Request, work_use: WorkUse, act: Callable[[], object], to: str = PAGE, **forms: object
) -> HttpResponse:
    """Do it and show the page `to`, or the request with what was typed and every reason."""
    try:
        act()
    except Refused as refused:
        work_use.refresh_from_db()
        return show(request, work_use, refused=refused, status=409, **forms)
    return redirect(to, work_use.organization_id, work_use.id)


@door(Office.DIRECTOR, at="organization_id")
@act_of(PAGE)
def approve(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """同意用印."""
    return _agreed(request, work_or_404(request, organization_id, case_id), actions.approve)


@door(Office.SECOND_APPROVER, at="organization_id")
@act_of(PAGE)
def countersign(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """复核同意用印."""
    return _agreed(request, work_or_404(request, organization_id, case_id), actions.countersign)


def _agreed(request: Request, work_use: WorkUse, act: Callable[..., object]) -> HttpResponse:
    kin = WorkAgreeForm(request.POST, introduces=work_use.kind == Kind.INTRODUCTION)
    kin.is_valid()
    return carried_out(
        request, work_use,
        lambda: stepped_aside(request, work_use.id, near_relative=kin.near_relative) or act(
            work_use_id=work_use.id, near_relative=kin.near_relative,
            not_major=kin.cleaned_data["not_major"], seen=request.POST.get("seen", ""),
            actor=request.actor, at=request.at,
        ),
        kin=kin,
    )  # fmt: skip


def stepped_aside(request: Request, case_id: UUID, *, near_relative: bool | None) -> bool:
    """是近亲属，换人办: written down, and no later answer of the same person undoes it. Raises Refused."""
    if near_relative:
        actions.recuse(work_use_id=case_id, actor=request.actor, at=request.at)
    return bool(near_relative)


@door(Office.DIRECTOR, Office.SECOND_APPROVER, at="organization_id")
@act_of(PAGE)
def send_back(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """退回."""
    return _with_reason(request, work_or_404(request, organization_id, case_id), actions.send_back)


@door(Office.DIRECTOR, Office.CUSTODIAN, at="organization_id")
@act_of(PAGE)
def take_back(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """收回签批."""
    return _with_reason(request, work_or_404(request, organization_id, case_id), actions.take_back)


@door(Office.HANDLER, at="organization_id")
@act_of(PAGE)
def withdraw(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """撤回."""
    return _with_reason(request, work_or_404(request, organization_id, case_id), actions.withdraw)


def _with_reason(request: Request, work_use: WorkUse, act: Callable[..., object]) -> HttpResponse:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return show(request, work_use, reason=form, status=UNFIT)
    return carried_out(
        request, work_use,
        lambda: act(
            work_use_id=work_use.id, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at
        ),
        reason=form,
    )  # fmt: skip


@door(Office.CUSTODIAN, at="organization_id")
@act_of(PAGE)
def grant(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """Prove again who it is, for exactly this paper; what would be refused anyway spends no code."""
    work_use = work_or_404(request, organization_id, case_id)
    form = seal_form(work_use, request.POST)
    if not form.is_valid():
        return show(request, work_use, seal=form, status=UNFIT)
    try:
        stepped_aside(request, case_id, near_relative=form.near_relative)
        refuse_if(
            reasons_before_grant(
                work_use, request.actor, request.at, impressions=form.cleaned_data["impressions"],
                near_relative=form.near_relative, checked=form.looked, where=form.said_where,
            )
        )  # fmt: skip
        prove_again(request, form.cleaned_data["code"])
        made = actions.grant(work_use_id=case_id, actor=request.actor, at=request.at)
    except Refused as refused:
        work_use.refresh_from_db()
        return show(request, work_use, seal=form, refused=refused, status=409)
    there = reverse("work-confirm", args=[organization_id, case_id, made.id])
    return redirect(f"{there}?{urlencode(form.answers)}")


@door(Office.CUSTODIAN, at="organization_id")
def confirm(request: Request, organization_id: UUID, case_id: UUID, grant_id: UUID) -> HttpResponse:
    """Checked: the one button left says what it will do."""
    work_use = work_or_404(request, organization_id, case_id)
    own = WorkGrant.objects.filter(person_id=request.actor.person_id, work_use_id=case_id)
    held = get_object_or_404(own, pk=grant_id)
    if work_use.state in ONCE_SEALED:
        return redirect(RECEIPT, organization_id, case_id)
    form = _answers(work_use, request.GET)
    if not form.is_valid():
        raise Http404(grant_id)
    here = {
        "desk": desk_for(request, organization_id, current=TAB),
        "work": work_use,
        "held": held,
        "form": form,
    }
    return render(request, "workuse/confirm.html", here)


@door(Office.CUSTODIAN, at="organization_id")
@act_of(PAGE)
def seal(request: Request, organization_id: UUID, case_id: UUID, grant_id: UUID) -> HttpResponse:
    """登记并用印. The grant is the key: the same request again leads to the same number."""
    work_use = work_or_404(request, organization_id, case_id)
    form = _answers(work_use, request.POST)
    if not form.is_valid():
        return show(request, work_use, seal=seal_form(work_use, request.POST), status=UNFIT)
    return carried_out(
        request, work_use,
        lambda: actions.seal(
            work_use_id=case_id, grant_id=grant_id, copies=work_use.copies,
            impressions=form.cleaned_data["impressions"], near_relative=form.near_relative,
            checked=form.looked, where=form.said_where, actor=request.actor, at=request.at,
        ),
        to=RECEIPT,
    )  # fmt: skip


def _answers(work_use: WorkUse, said: object) -> WorkSealForm:
    return WorkSealForm(
        said, on_photos=work_use.on_photos, concerns=concerns_somebody(work_use),
        introduces=work_use.kind == Kind.INTRODUCTION,
    )  # fmt: skip


@door(*AFTERWARDS, at="organization_id")
@act_of(PAGE)
def print_letter(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """打印介绍信: once; the file opens for whoever said so."""
    work_use = work_or_404(request, organization_id, case_id)
    try:
        actions.print_copies(work_use_id=case_id, actor=request.actor, at=request.at)
    except Refused as refused:
        return show(request, work_use, refused=refused, status=409)
    return redirect("work-paper", organization_id, case_id)


@door(*AFTERWARDS, at="organization_id")
def paper(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """The sealed letter, byte for byte, for whoever has just said that they print it."""
    work_use = work_or_404(request, organization_id, case_id)
    said = registers.written_at(case_id, "work.printed", request.actor.person_id)
    if work_use.document is None or not said:
        raise Http404(case_id)
    if not minutes_open(work_use, request.actor, request.at):
        return redirect(PAGE, organization_id, case_id)
    return pdf(files.plain_of(work_use.document))


@door(*AFTERWARDS, at="organization_id")
@act_of(PAGE)
def attach_scan(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """存盖章件; whoever keeps the seal goes on to count."""
    work_use, form = work_or_404(request, organization_id, case_id), ScanForm(request.POST, request.FILES)
    if not form.is_valid():
        return show(request, work_use, scan=form, status=UNFIT)
    counts = request.actor.has(Office.CUSTODIAN, organization_id)
    return carried_out(
        request, work_use,
        lambda: actions.attach_scan(
            work_use_id=case_id, pictures=form.given, actor=request.actor, at=request.at
        ),
        to="work-counting" if counts else PAGE,
        scan=form,
    )  # fmt: skip


@door(*AFTERWARDS, at="organization_id")
@act_of(PAGE)
def file(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """归档."""
    work_use, form = work_or_404(request, organization_id, case_id), FilingForm(request.POST)
    if not form.is_valid():
        return show(request, work_use, filing=form, status=UNFIT)
    return carried_out(
        request, work_use,
        lambda: actions.file(
            work_use_id=case_id, place=form.cleaned_data["place"], actor=request.actor, at=request.at
        ),
        filing=form,
    )  # fmt: skip


@door(Office.DIRECTOR, at="organization_id")
@act_of(PAGE)
def void(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """作废."""
    work_use, form = work_or_404(request, organization_id, case_id), WorkVoidForm(request.POST)
    if not form.is_valid():
        return show(request, work_use, voiding=form, status=UNFIT)
    why, back = form.said
    return carried_out(
        request, work_use,
        lambda: actions.void(work_use_id=case_id, why=why, back=back, actor=request.actor, at=request.at),
        voiding=form,
    )  # fmt: skip
