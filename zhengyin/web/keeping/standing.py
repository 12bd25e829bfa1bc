"""What stands beside the seal in use: old seals, the notice of a loss, papers in doubt, the key."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from zhengyin.certificates.queries.between import sealed_between
from zhengyin.documents.typesetting import typeset
from zhengyin.people.offices import IN_COMMITTEE, Office
from zhengyin.seals.kinds import SealKind
from zhengyin.seals.models import Seal, SigningCertificate
from zhengyin.seals.queries import Doubt, SealRow, doubts_of, doubts_of_keys, seals_of, visible_to
from zhengyin.seals.queries.handovers import broken_off
from zhengyin.seals.queries.returned import Destroyed
from zhengyin.seals.queries.signing import valid_certificates
from zhengyin.shared.days import day_of
from zhengyin.web.committee.prints import pdf
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.keeping.keys import lose_key
from zhengyin.web.keeping.papers import loss_notice
from zhengyin.web.request import Request
from zhengyin.workuse.queries import between as uses

SEES = (Office.DIRECTOR, Office.CUSTODIAN, Office.PARTY_ORGANIZATION)
ANSWERING = (Office.DIRECTOR, Office.CUSTODIAN)


@dataclass(frozen=True, slots=True)
class Standing:
    """`others` are all seals but the one the page is about; `key_id` the certificate that signs today."""

    others: tuple[SealRow, ...]
    key_id: UUID | None
    keys_doubted: bool
    destroyed: Destroyed | None  # of the one the page is about
    broken_off: str  # the number of its last handover, where that ended with its use

    @property
    def special(self) -> bool:
        """A special seal is at hand: what is stamped with it is not recorded here, and the page says so."""
        return any(row.kind is SealKind.SPECIAL and not row.over for row in self.others)


def standing(request: Request, organization_id: UUID, shown: UUID | None) -> Standing:
    """Gather it."""
    rows = seals_of(organization_id, day_of(request.at))
    missing = bool(request.actor.offices_at(organization_id) & set(IN_COMMITTEE))
    key = valid_certificates(organization_id, request.at).values_list("pk", flat=True).first()
    return Standing(
        others=tuple(row for row in rows if row.id != shown),
        key_id=key if missing else None,
        keys_doubted=bool(doubts_of_keys(organization_id)),
        destroyed=next((row.destroyed for row in rows if row.id == shown), None),
        broken_off=broken_off(shown) if shown else "",
    )


@door(*SEES, at="organization_id")
@require_http_methods(["GET"])
def notice(request: Request, organization_id: UUID, seal_id: UUID) -> HttpResponse:
    """停用公告, to print and hang up."""
    made = loss_notice(_own(request, organization_id, seal_id), request.at)
    if made is None:
        raise Http404(seal_id)
    return pdf(typeset(made, request.at).pdf)


@door(*SEES, at="organization_id")
@require_http_methods(["GET"])
def doubted(request: Request, organization_id: UUID, seal_id: UUID) -> HttpResponse:
    """Every paper sealed while the seal may have been gone."""
    doubts = doubts_of(_own(request, organization_id, seal_id))
    periods = tuple((doubt.since, doubt.until) for doubt in doubts)
    return _doubted(request, organization_id, doubts, uses.sealed_between(organization_id, periods))


@door(*SEES, at="organization_id")
@require_http_methods(["GET"])
def keys_doubted(request: Request, organization_id: UUID) -> HttpResponse:
    """The same of a signing key that was reported lost; no paper of a work use is signed with it."""
    return _doubted(request, organization_id, doubts_of_keys(organization_id))


@door(*IN_COMMITTEE, at="organization_id")
@require_http_methods(["GET", "POST"])
def key_loss(request: Request, organization_id: UUID, certificate_id: UUID) -> HttpResponse:
    """校验证书挂失."""
    get_object_or_404(SigningCertificate, pk=certificate_id, committee_id=organization_id)
    return lose_key(
        request,
        certificate_id,
        back=reverse("committee-seal", args=[organization_id]),
        desk=desk_for(request, organization_id, current="committee-seal"),
    )


def _doubted(
    request: Request,
    organization_id: UUID,
    doubts: tuple[Doubt, ...],
    stamped: tuple[uses.UseSealed, ...] = (),
) -> HttpResponse:
    papers = sealed_between(organization_id, ((doubt.since, doubt.until) for doubt in doubts))
    desk = desk_for(request, organization_id, current="committee-seal")
    here = {"desk": desk, "papers": papers, "uses": stamped, "doubts": doubts}
    here["reads_uses"] = bool(request.actor.offices_at(organization_id) & set(ANSWERING))  # opens the links
    return render(request, "keeping/doubted.html", here)


def _own(request: Request, organization_id: UUID, seal_id: UUID) -> Seal:
    """A seal of this very committee, once issued."""
    rows = visible_to(request.actor).exclude(issued_at=None)
    return get_object_or_404(rows, pk=seal_id, committee_id=organization_id)
