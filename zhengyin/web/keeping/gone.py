"""What stands first on every home page: a seal or signing key that is gone, since when, one click to it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from zhengyin.regions.models import Organization
from zhengyin.regions.names import OrganizationKind
from zhengyin.seals.queries import Gone, seals_gone
from zhengyin.seals.queries.signing import KeyGone, keys_gone
from zhengyin.web.inventory.page import Part
from zhengyin.web.keeping.above import below


@dataclass(frozen=True, slots=True)
class GoneRow:
    """What is gone, with the page of its case. `whose` is empty at its own committee."""

    seal: Gone | KeyGone
    whose: str
    href: str

    @property
    def key(self) -> bool:
        """It is the key by which papers are signed, no seal."""
        return isinstance(self.seal, KeyGone)


def gone_at(organization_id: UUID, at: datetime) -> tuple[GoneRow, ...]:
    """Of one committee, for its own desks."""
    here = reverse("committee-seal", args=[organization_id])
    found = _gone(Q(seal__committee_id=organization_id), Q(committee_id=organization_id), at)
    return tuple(GoneRow(one, "", here) for one in found)


def gone_below(seat: Organization, at: datetime) -> tuple[GoneRow, ...]:
    """Of a township's committees, or of a county's, which goes by the list of seals that are gone."""
    found = _gone(below(seat), below(seat, "committee__"), at)
    if seat.kind != OrganizationKind.TOWNSHIP:
        lost = f"{reverse('seal-inventory', args=[seat.pk])}?part={Part.LOST}"
        return tuple(GoneRow(one, f"{one.township}{one.committee}", lost) for one in found)
    return tuple(GoneRow(one, one.committee, _case(seat, one)) for one in found)


def _gone(seals: Q, keys: Q, at: datetime) -> tuple[Gone | KeyGone, ...]:
    return (*seals_gone(seals, at), *keys_gone(keys))


def _case(seat: Organization, one: Gone | KeyGone) -> str:
    """The page of the seal; of a key the committee's, where another is issued."""
    if isinstance(one, KeyGone):
        return reverse("township-committee", args=[seat.pk, one.committee_id])
    return reverse("township-seal", args=[seat.pk, one.committee_id, one.seal_id])
