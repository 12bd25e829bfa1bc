"""The table, one document, what is to be reviewed."""

from types import MappingProxyType
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.catalogue.bases import actions
from zhengyin.catalogue.bases.models import BasisChange
from zhengyin.catalogue.bases.queries import BasisShown, basis_in
from zhengyin.documents import files
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT
from zhengyin.web.bases.forms import BasisForm, ChangeForm, ReviewForm
from zhengyin.web.bases.pages import basis_page, table_page
from zhengyin.web.bases.reviewing import review_list, review_page
from zhengyin.web.committee.prints import kept_by_nobody
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

TAB = "bases"
NOTHING: MappingProxyType[str, forms.Form] = MappingProxyType({})


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def table(request: Request, organization_id: UUID) -> HttpResponse:
    """Every law and document that binds the county."""
    page = table_page(county_of(organization_id), day_of(request.at), request.GET)
    here = {"desk": desk_for(request, organization_id, current=TAB), "page": page}
    return render(request, "bases/table.html", here)


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "POST"])
def new(request: Request, organization_id: UUID) -> HttpResponse:
    """A document of the county's own."""
    form = BasisForm(request.POST if request.method == "POST" else None)
    reasons: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            row = actions.add_basis(
                county_code=county_of(organization_id), typed=form.typed(), actor=request.actor, at=request.at
            )
            return redirect("basis", organization_id, row.pk)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {"desk": desk_for(request, organization_id, current=TAB), "form": form, "reasons": reasons}
    return render(request, "bases/new.html", here, status=status_of(form, reasons))


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def basis(request: Request, organization_id: UUID, basis_id: UUID) -> HttpResponse:
    """One document."""
    return show(request, organization_id, basis_or_404(request, organization_id, basis_id))


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def scan(request: Request, organization_id: UUID, basis_id: UUID, change_id: UUID) -> HttpResponse:
    """The document a change was recorded by, as it was handed in."""
    rows = BasisChange.objects.filter(county_code=county_of(organization_id)).exclude(scan=None)
    row = rows.filter(pk=change_id).select_related("scan").first()
    if row is None or row.scan is None:
        raise Http404(change_id)
    return kept_by_nobody(files.get(row.scan.pk), row.scan.content_type)


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def reviews(request: Request, organization_id: UUID) -> HttpResponse:
    """What is to be reviewed, is proposed for exit, was reviewed."""
    page = review_list(county_of(organization_id), day_of(request.at), request.GET)
    here = {"desk": desk_for(request, organization_id, current=TAB), "page": page}
    return render(request, "bases/reviews.html", here)


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "POST"])
def review(request: Request, organization_id: UUID, cause_id: UUID, item: str) -> HttpResponse:
    """One entry: it stays, with the reason, or goes the way of admission."""
    county = county_of(organization_id)
    reasons: tuple[str, ...] = ()
    form = ReviewForm(request.POST if request.method == "POST" else None)
    page = review_page(county, day_of(request.at), cause_id, item, organization_id)
    if page is None:
        raise Http404(item)
    if form.is_bound and form.is_valid():
        try:
            actions.review(
                county_code=county, cause=cause_id, code=item, reason=form.cleaned_data["reason"],
                rests_on=form.cleaned_data["rests_on"], actor=request.actor, at=request.at,
            )  # fmt: skip
            return redirect("basis-reviews", organization_id)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    desk = desk_for(request, organization_id, current=TAB)
    here = {"desk": desk, "page": page, "form": form, "reasons": reasons}
    return render(request, "bases/review.html", here, status=status_of(form, reasons))


def show(
    request: Request,
    organization_id: UUID,
    shown: BasisShown,
    sent: MappingProxyType[str, forms.Form] | dict[str, forms.Form] = NOTHING,
    *,
    reasons: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render it as it stands now; `sent` are the forms that came back, by their name in the template."""
    here = {
        "desk": desk_for(request, organization_id, current=TAB),
        "page": basis_page(county_of(organization_id), day_of(request.at), shown, sent),
        "reasons": reasons, "sent": tuple(sent.values()), "change": sent.get("change") or ChangeForm(),
    }  # fmt: skip
    return render(request, "bases/basis.html", here, status=status)


def basis_or_404(request: Request, organization_id: UUID, basis_id: UUID) -> BasisShown:
    """One of the county's table today."""
    found = basis_in(county_of(organization_id), basis_id, day_of(request.at))
    if found is None:
        raise Http404(basis_id)
    return found


def county_of(organization_id: UUID) -> str:
    """The county whose lead body this is."""
    return Organization.objects.values_list("county_code", flat=True).get(pk=organization_id)


def status_of(form: forms.Form, reasons: tuple[str, ...]) -> int:
    """What a form that is shown is answered with."""
    return 409 if reasons else UNFIT if form.is_bound and form.errors else 200
