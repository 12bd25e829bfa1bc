"""下班核对 that did not agree, told where it is looked into: custodian, director, township."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from zhengyin.regions.models import Committee
from zhengyin.supervision.queries.differing import Differing, open_differences


@dataclass(frozen=True, slots=True)
class DifferingRow:
    """One of them with the page that shows it. `whose` is empty at its own committee."""

    one: Differing
    whose: str
    href: str


def differing_at(organization_id: UUID) -> tuple[DifferingRow, ...]:
    """Of one committee, for its director and its custodian."""
    here = reverse("custodian-day", args=[organization_id]) + "#differing"
    return tuple(DifferingRow(one, "", here) for one in open_differences([organization_id]))


def differing_below(township_id: UUID) -> tuple[DifferingRow, ...]:
    """Of a township's committees."""
    rows = Committee.objects.filter(township_id=township_id, issuer=True).order_by("code")
    names: Mapping[UUID, str] = {row.pk: row.short_name for row in rows}
    return tuple(
        DifferingRow(one, names[one.organization_id], _above(township_id, one.organization_id))
        for one in open_differences(names)
    )


def _above(township_id: UUID, committee_id: UUID) -> str:
    return reverse("oversight-days", args=[township_id, committee_id])
