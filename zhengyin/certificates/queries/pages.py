"""The pages of a brought form that count: in their order, with the digests that are approved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from zhengyin.certificates.facts.applying import PagesFacts
from zhengyin.certificates.models import Certificate, FormPage
from zhengyin.certificates.policy.pages import refusals_of_a_page
from zhengyin.documents import files
from zhengyin.documents.sheet import Sheet
from zhengyin.documents.uploads import Checked
from zhengyin.shared.refusal import refuse_if


@dataclass(frozen=True, slots=True)
class PageShown:
    """One page to look at."""

    id: UUID
    position: int
    flattened: bool
    added_by: str
    added_at: datetime


def pages_of(certificate: Certificate) -> QuerySet[FormPage]:
    """The pages in their order; what was taken away no longer counts."""
    rows = FormPage.objects.filter(certificate=certificate, removed_at__isnull=True)
    return rows.select_related("shown", "taken", "added_by").order_by("position")


def not_taken_yet(certificate: Certificate, pictures: Sequence[Checked]) -> list[Checked]:
    """The pictures that are no page that counts: a second click sends the same ones."""
    there = {page.taken.sha256 for page in pages_of(certificate)}
    return [one for one in pictures if files.digest_of(one.data) not in there]


def digests_of(certificate: Certificate) -> tuple[str, ...]:
    """SHA-256 of each page as it is shown now; nothing is asked for a paper of our own."""
    if not certificate.brought_title:
        return ()
    return tuple(page.shown.sha256 for page in pages_of(certificate))


def pages_shown(certificate: Certificate) -> tuple[PageShown, ...]:
    """For the screen."""
    if not certificate.brought_title:
        return ()
    return tuple(
        PageShown(page.id, page.position, page.flattened, page.added_by.name, page.added_at)
        for page in pages_of(certificate)
    )


def page_of(certificate: Certificate, page_id: UUID) -> FormPage:
    """One page of this case that counts; raises Refused."""
    found = pages_of(certificate).filter(pk=page_id).first()
    refuse_if(refusals_of_a_page(there=found is not None))
    assert found is not None
    return found


def free_places(certificate: Certificate, wanted: int) -> list[int]:
    """The lowest places that are free: a page taken anew comes where the dropped one was."""
    taken = set(pages_of(certificate).values_list("position", flat=True))
    free = [place for place in range(1, len(taken) + wanted + 1) if place not in taken]
    return free[:wanted]


def facts_for_photograph(certificate: Certificate, sheets: list[Sheet], places: list[int]) -> PagesFacts:
    """What the pages would be with these."""
    return PagesFacts(
        brought=bool(certificate.brought_title),
        new=tuple((place, sheet.ink) for place, sheet in zip(places, sheets, strict=True)),
        pages=pages_of(certificate).count() + len(sheets),
    )
