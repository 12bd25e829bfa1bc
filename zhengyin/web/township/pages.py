"""One committee as its township sees it: name, counter, people, seal, certificate."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from zhengyin.archive.policy import refusals_to_close_registers
from zhengyin.archive.queries.ended import ended_registers_of, facts_for_closing
from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee, Organization
from zhengyin.regions.queries import CommitteeCard
from zhengyin.seals import queries as seals
from zhengyin.seals.policy.certificates import soon_over
from zhengyin.seals.queries import SealCard
from zhengyin.seals.queries.signing import KeyShown, keys_of, valid_certificates
from zhengyin.shared.days import day_of
from zhengyin.web.keeping.turning import Turning, turning_of
from zhengyin.web.offices.ground import ground_or_404
from zhengyin.web.offices.pages import OfficesPage, offices_page
from zhengyin.web.request import Request
from zhengyin.web.words import sentences


@dataclass(frozen=True, slots=True)
class Signing:
    """The certificate that signs the committee's papers today."""

    id: UUID
    serial: str
    valid_until: datetime
    soon_over: bool


@dataclass(frozen=True, slots=True)
class Closed:
    """The registers of a committee that ended, once closed."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class CommitteePage:
    """Everything the township looks after in one committee."""

    card: CommitteeCard
    place: Organization
    people: OfficesPage
    seal: SealCard | None
    may_order: bool
    signing: Signing | None
    keys: tuple[KeyShown, ...]
    turning: Turning | None
    registers: Closed | None
    not_closing: tuple[str, ...]  # why they cannot be closed yet


def committee_or_404(request: Request, township_id: UUID, committee_id: UUID) -> Committee:
    """A committee of this very township; a neighbour's, and a 虚拟社区, is not found."""
    if not request.actor.has(Office.TOWNSHIP, township_id):
        raise Http404(committee_id)
    rows = Committee.objects.filter(township_id=township_id, issuer=True).select_related("organization")
    return get_object_or_404(rows, pk=committee_id)


def committee_page(request: Request, township_id: UUID, committee: Committee) -> CommitteePage:
    """Gather the page."""
    day = day_of(request.at)
    seal = seals.seal_of(committee.pk, day)
    return CommitteePage(
        card=regions.committee(committee.pk),
        place=committee.organization,
        people=offices_page(request, ground_or_404(request, township_id, committee.pk)),
        seal=seal,
        may_order=committee.ended_on is None
        and (seal is None or seal.state in ("stopped", "seal_collected", "seal_destroyed")),
        signing=_signing(committee.pk, request.at),
        keys=keys_of(committee.pk, request.at),
        turning=turning_of(seal),
        registers=_closed(committee.pk),
        not_closing=sentences(tuple(refusals_to_close_registers(facts_for_closing(committee), day))),
    )


def _closed(committee_id: UUID) -> Closed | None:
    row = ended_registers_of(committee_id)
    return Closed(row.closed_at, row.closed_by.name) if row else None


def _signing(committee_id: UUID, at: datetime) -> Signing | None:
    row = valid_certificates(committee_id, at).first()
    return Signing(row.pk, row.serial, row.valid_until, soon_over(row.valid_until, at)) if row else None
