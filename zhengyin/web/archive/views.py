"""A committee's years: which are over, one year, and what is printed of it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from zhengyin.archive.models import YearEnd
from zhengyin.archive.packing import filing
from zhengyin.archive.queries import filing_of, visible_to
from zhengyin.certificates.queries.worklists import READERS
from zhengyin.documents.typesetting import typeset
from zhengyin.regions import queries as regions
from zhengyin.reminders.queries import Matter
from zhengyin.web.archive.forms import CountForm, ReturnForm
from zhengyin.web.archive.pages import Sent, list_of, packed_of, view_of, year_in
from zhengyin.web.committee.prints import pdf
from zhengyin.web.committee.reminding import texts_for_others
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request

WAITED_FOR = (Matter.YEAR_COUNT, Matter.YEAR_SIGN, Matter.YEAR_CLOSE, Matter.YEAR_PACK)


@door(*READERS, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def years(request: Request, organization_id: UUID) -> HttpResponse:
    """年终归档: the years that are over."""
    desk = desk_for(request, organization_id, current="archive-years")
    remind = texts_for_others(request, organization_id, *WAITED_FOR)
    here = {"desk": desk, "rows": list_of(request, organization_id), "remind": remind}
    return render(request, "archive/years.html", here)


@door(*READERS, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def year(request: Request, organization_id: UUID, year: int) -> HttpResponse:
    """One year: how far it is, what stands open, what comes next."""
    return show(request, organization_id, year)


@door(*READERS, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def label(request: Request, organization_id: UUID, year: int) -> HttpResponse:
    """盒签."""
    row = row_or_404(request, organization_id, year)
    packed = packed_of(request, row)
    if packed is None:
        raise Http404(year)
    return pdf(typeset(filing.label(filing.filed(row), packed.digest, packed.key), request.at).pdf)


@door(*READERS, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def receipt(request: Request, organization_id: UUID, year: int) -> HttpResponse:
    """回执, to be signed by both; with its number once the township gave one."""
    return receipt_of(request, row_or_404(request, organization_id, year))


def receipt_of(request: Request, row: YearEnd) -> HttpResponse:
    """The same for whoever may see the year."""
    packed = packed_of(request, row)
    if packed is None:
        raise Http404(row.year)
    card = regions.committee(row.organization_id)
    paper = filing.receipt(
        filing.filed(row), number=row.receipt_number, township=card.township_name, files=packed.files,
        size=packed.size, digest=packed.digest, key=packed.key,
    )  # fmt: skip
    return pdf(typeset(paper, request.at).pdf)


def row_or_404(request: Request, organization_id: UUID, year: int) -> YearEnd:
    """A year somebody has counted up; a neighbour's is not found."""
    return get_object_or_404(visible_to(request.actor), organization_id=organization_id, year=year_in(year))


def show(
    request: Request,
    organization_id: UUID,
    year: int,
    *,
    sent: Sent | None = None,
    making: bool = False,
    reasons: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render one year as it stands, with why an act was refused. `making`: the package goes on by itself."""
    here = {
        "desk": desk_for(request, organization_id, current="archive-years"),
        "view": view_of(request, organization_id, year),
        "forms": sent or Sent(CountForm.beginning_with(filing_of(organization_id, year)), ReturnForm()),
        "making": making or "making" in request.GET,
        "reasons": reasons,
    }
    return render(request, "archive/year.html", here, status=status)
