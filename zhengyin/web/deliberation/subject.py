"""What is deliberated on at this desk: a certificate's case, or a major matter of the committee's work."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from zhengyin.catalogue.kinds import Lock
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.queries.facts import names_in as typed_names
from zhengyin.certificates.queries.wording import parties_of
from zhengyin.certificates.queries.worklists import visible_to
from zhengyin.web.deliberation.card import Card, card_of, lock_of, work_card
from zhengyin.web.request import Request
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.queries import visible_to as work_visible_to
from zhengyin.workuse.queries.facts import concerned_in


@dataclass(frozen=True, slots=True)
class Subject:
    """`names` stay off the wall; `back` is the page it belongs to; `matter` is what a form begins with."""

    id: UUID
    organization_id: UUID
    county_code: str
    title: str
    back: str
    names: frozenset[str]
    lock: Lock
    card: Card
    matter: str = ""


def subject_or_404(request: Request, organization_id: UUID, case_id: UUID) -> Subject:
    """The one or the other, if this person may read it and it lies in this committee."""
    here = {"pk": case_id, "organization_id": organization_id}
    if certificate := visible_to(request.actor).filter(**here).first():
        return _of_certificate(request, certificate)
    if work_use := work_visible_to(request.actor).filter(**here).first():
        return _of_work(request, work_use)
    raise Http404(case_id)


def _of_certificate(request: Request, case: Certificate) -> Subject:
    lock = lock_of(case, request.at)
    return Subject(
        id=case.id,
        organization_id=case.organization_id,
        county_code=case.county_code,
        title=case.title,
        back=reverse("handler-case", args=[case.organization_id, case.id]),
        names=frozenset(party.name for party in parties_of(case)) | typed_names(case),
        lock=lock,
        card=card_of(case, request.at, lock),
    )


def _of_work(request: Request, work_use: WorkUse) -> Subject:
    return Subject(
        id=work_use.id,
        organization_id=work_use.organization_id,
        county_code=work_use.county_code,
        title=work_use.matter,
        back=reverse("work-case", args=[work_use.organization_id, work_use.id]),
        names=concerned_in(work_use).names_without_number,
        lock=Lock(work_use.lock),
        card=work_card(work_use, request.at),
        matter=work_use.matter,
    )
