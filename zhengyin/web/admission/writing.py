"""The form of a proposal: begun, and typed anew while it is a draft."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.admission import actions
from zhengyin.admission.kinds import Kind
from zhengyin.admission.models import Proposal
from zhengyin.admission.queries.facts import adjustable, stands
from zhengyin.admission.queries.services import services_in, takes_services
from zhengyin.admission.workflow import ProposalState
from zhengyin.catalogue.queries import own_items
from zhengyin.people.offices import Office
from zhengyin.regions.names import OrganizationKind
from zhengyin.regions.packs.settings import FormCovers
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT
from zhengyin.web.admission.adjusting import AdjustForm
from zhengyin.web.admission.forms import BASES, AdmitForm, ExitForm, ProposalForm, ServiceForm, typed_before
from zhengyin.web.admission.pages import seat
from zhengyin.web.admission.views import TAB, proposal_or_404
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

SERVICES = ("service", "service-exit")
SLUGS = {
    **{kind.value: (kind, FormCovers.CERTIFICATES) for kind in Kind},
    "service": (Kind.ADMIT, FormCovers.SERVICES), "service-exit": (Kind.EXIT, FormCovers.SERVICES),
}  # fmt: skip
WRITING = (Office.COUNTY_LEAD, Office.DEPARTMENT)


@door(*WRITING, at="organization_id")
@require_http_methods(["GET", "POST"])
def new(request: Request, organization_id: UUID, kind: str) -> HttpResponse:
    """A form of this kind, not kept before it is sent."""
    here = seat(organization_id)
    if kind not in SLUGS or (kind in SERVICES and not takes_services(here.county_code)):
        raise Http404(kind)
    of, covers = SLUGS[kind]
    item, today = request.GET.get("item", ""), day_of(request.at)
    if of is Kind.ADJUST and item not in adjustable(here.county_code, today):
        return choose(request, organization_id, here.county_code)
    own = here.kind == OrganizationKind.DEPARTMENT
    form = form_for(request, of, here.county_code, own=own, covers=covers)
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.draft(
                county_code=here.county_code, applicant_id=here.pk if own else None, kind=of,
                typed=form.typed(), actor=request.actor, at=request.at, covers=covers,
            )  # fmt: skip
            return redirect("admission", organization_id, row.pk)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    return shown(request, organization_id, of, form, reasons)


@door(*WRITING, at="organization_id")
@require_http_methods(["GET", "POST"])
def change(request: Request, organization_id: UUID, proposal_id: UUID) -> HttpResponse:
    """The form again, as it stands."""
    row = proposal_or_404(request, organization_id, proposal_id)
    if row.state != ProposalState.DRAFT:
        return redirect("admission", organization_id, proposal_id)
    kind = Kind(row.kind)
    if kind is Kind.ADJUST and not stands(row, day_of(request.at)):  # it ended meanwhile: its page says so
        return redirect("admission", organization_id, proposal_id)
    form = form_for(
        request,
        kind,
        row.county_code,
        own=row.applicant_id is not None,
        row=row,
        covers=FormCovers(row.covers),
    )
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            actions.change(proposal_id=row.pk, typed=form.typed(), actor=request.actor, at=request.at)
            return redirect("admission", organization_id, row.pk)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    return shown(request, organization_id, kind, form, reasons, row)


def choose(request: Request, organization_id: UUID, county_code: str) -> HttpResponse:
    """Which of the county's own items is to be changed."""
    items = [(code, one["name"]) for code, one in adjustable(county_code, day_of(request.at)).items()]
    here = {"desk": desk_for(request, organization_id, current=TAB), "items": items}
    return render(request, "admission/choose.html", here)


def form_for(
    request: Request, kind: Kind, county_code: str, *, own: bool, row: Proposal | None = None,
    covers: FormCovers = FormCovers.CERTIFICATES,
) -> ProposalForm:  # fmt: skip
    """The form of this kind, as sent, as it stands on the draft, or as the address begins it."""
    data = request.POST if request.method == "POST" else None
    initial = typed_before(row) if row else request.GET.dict()
    if kind is Kind.EXIT:
        items = items_to_end(county_code, covers, day_of(request.at))
        return ExitForm(data, items=items, own=own, initial=initial, covers=covers)
    if covers is FormCovers.SERVICES:
        return ServiceForm(data, own=own, initial=initial)
    if kind is Kind.ADJUST:
        code = row.item_code if row else request.GET["item"]
        standing = adjustable(county_code, day_of(request.at))[code]
        return AdjustForm(data, standing=standing, own=own, initial=initial if row else None)
    if kind is Kind.ADMIT:
        return AdmitForm(data, own=own, initial=initial)
    return ProposalForm(data, kind=kind, own=own, initial=initial)


def items_to_end(county_code: str, covers: FormCovers, day: date) -> tuple[tuple[str, str], ...]:
    """What an exit may be asked for: (code, name)."""
    if covers is FormCovers.CERTIFICATES:
        return own_items(county_code, day)
    return tuple(services_in(county_code, day).values_list("code", "name"))


def shown(
    request: Request,
    organization_id: UUID,
    kind: Kind,
    form: ProposalForm,
    reasons: tuple[str, ...],
    row: Proposal | None = None,
) -> HttpResponse:
    """The page of the form."""
    here = {
        "desk": desk_for(request, organization_id, current=TAB), "kind": kind, "form": form, "row": row,
        "reasons": reasons, "admits": isinstance(form, AdmitForm), "exits": kind is Kind.EXIT,
        "serves": "what" in form.fields,
        **parts_of(form),
    }  # fmt: skip
    status = 409 if reasons else UNFIT if form.is_bound and form.errors else 200
    return render(request, "admission/form.html", here, status=status)


def parts_of(form: ProposalForm) -> dict[str, object]:
    """The rows of the bases and the headings of the guide, where the form has them."""
    numbers = range(1, BASES + 1) if "basis_1" in form.fields else ()
    return {
        "bases": [tuple(form[f"{name}_{no}"] for name in ("basis", "number", "article")) for no in numbers],
        "guide": [form[name] for name in form.fields if name.startswith("guide_")],
    }
