"""Papers around a seal, to print; pictures of its impressions, to look at; what was sealed in doubt."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from zhengyin.certificates.queries.between import sealed_between
from zhengyin.documents.typesetting import typeset
from zhengyin.people.offices import Office
from zhengyin.registers.queries import lines_of
from zhengyin.seals.models import Impression
from zhengyin.seals.queries import doubts_of
from zhengyin.seals.workflow import SealState
from zhengyin.web.committee.pictures import paper_of, stored
from zhengyin.web.committee.prints import pdf
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.keeping.papers import loss_notice
from zhengyin.web.request import Request
from zhengyin.web.township import sealpapers
from zhengyin.web.township.sealacts import seal_or_404
from zhengyin.workuse.queries import between as uses

PAPERS = {
    "receipt": sealpapers.receipt,
    "return": sealpapers.returned,
    "sheet": sealpapers.impression_sheet,
    "notice": loss_notice,
}


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET"])
def paper(
    request: Request, organization_id: UUID, committee_id: UUID, seal_id: UUID, *, what: str
) -> HttpResponse:
    """领取单, 收缴销毁记录, 印模采集纸, 停用公告."""
    seal = seal_or_404(request, organization_id, committee_id, seal_id)
    made = PAPERS[what](seal, request.at)
    if made is None:
        raise Http404(what)
    return pdf(typeset(made, request.at).pdf)


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET"])
def signed_paper(
    request: Request, organization_id: UUID, committee_id: UUID, seal_id: UUID, year: int, no: int
) -> HttpResponse:
    """What was photographed with an act on this seal: 领取单, 收缴单, 销毁记录, 委托书, 移交清单."""
    seal = seal_or_404(request, organization_id, committee_id, seal_id)
    lines = (line for line in lines_of(seal.pk) if (line.year, line.no) == (year, no))
    return paper_of(next(lines, None))


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET"])
def second_script(request: Request, organization_id: UUID, committee_id: UUID, seal_id: UUID) -> HttpResponse:
    """第二种文字的图样 that came with the order; 404 where there was none."""
    seal = seal_or_404(request, organization_id, committee_id, seal_id)
    if seal.second_script is None:
        raise Http404(seal_id)
    return stored(seal.second_script)


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET"])
def picture(
    request: Request, organization_id: UUID, committee_id: UUID, seal_id: UUID, impression_id: UUID
) -> HttpResponse:
    """An impression, cleaned where it could be."""
    seal = seal_or_404(request, organization_id, committee_id, seal_id)
    rows = Impression.objects.select_related("taken", "cleaned")
    shown = get_object_or_404(rows, pk=impression_id, seal=seal)
    return stored(shown.cleaned or shown.taken)


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET"])
def doubted(request: Request, organization_id: UUID, committee_id: UUID, seal_id: UUID) -> HttpResponse:
    """Every paper sealed while the seal may have been gone: certificates and work uses."""
    seal = seal_or_404(request, organization_id, committee_id, seal_id)
    if seal.state == SealState.ENGRAVING:
        raise Http404(seal_id)
    doubts = doubts_of(seal)
    periods = tuple((doubt.since, doubt.until) for doubt in doubts)
    papers = sealed_between(committee_id, periods)
    desk = desk_for(request, organization_id, current="township-home")
    here = {"desk": desk, "seal": seal, "papers": papers, "doubts": doubts}
    here |= {"uses": uses.sealed_between(committee_id, periods)}
    return render(request, "township/doubted.html", here)
