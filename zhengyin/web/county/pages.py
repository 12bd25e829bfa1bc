"""The bodies of a county with who works there."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from zhengyin.people import queries as people
from zhengyin.people.queries import Seated
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Organization
from zhengyin.regions.names import OrganizationKind
from zhengyin.seals import queries as seals
from zhengyin.seals.queries import HandoverRow


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A township, a department or the audit."""

    name: str
    href: str
    officers: str
    no_account: int
    telephone: str


@dataclass(frozen=True, slots=True)
class CountyPage:
    """The county's home: townships without an officer first."""

    townships: tuple[BodyRow, ...]
    empty: int
    departments: tuple[BodyRow, ...]
    auditors: tuple[BodyRow, ...]
    own: tuple[Seated, ...]
    unsettled: int
    turning: tuple[tuple[HandoverRow, str], ...]  # the seals handed over too late, and by how many days


def county_page(organization: Organization, today: date) -> CountyPage:
    """A fixed number of queries, however many townships."""
    kinds = (OrganizationKind.TOWNSHIP, OrganizationKind.DEPARTMENT, OrganizationKind.AUDIT)
    rows = Organization.objects.filter(county_code=organization.county_code, kind__in=kinds)
    found = list(rows.order_by("division_id", "name"))
    held = people.seated([*(row.pk for row in found), organization.pk], today)

    def bodies(kind: OrganizationKind) -> tuple[BodyRow, ...]:
        made = [_row(organization.pk, row, held[row.pk]) for row in found if row.kind == kind]
        return tuple(sorted(made, key=lambda row: bool(row.officers)))

    townships = bodies(OrganizationKind.TOWNSHIP)
    late = [row for row in seals.handovers_in(organization.county_code, today) if row.period.over]
    return CountyPage(
        townships=townships,
        empty=sum(not row.officers for row in townships),
        departments=bodies(OrganizationKind.DEPARTMENT),
        auditors=bodies(OrganizationKind.AUDIT),
        own=held[organization.pk],
        unsettled=len(regions.unsettled_names(organization.county_code)),
        turning=tuple((row, f"超期{-row.period.days}天") for row in late),
    )


def _row(county_id: UUID, row: Organization, held: tuple[Seated, ...]) -> BodyRow:
    return BodyRow(
        name=row.name,
        href=reverse("offices-page", args=[county_id, row.pk]),
        officers="、".join(dict.fromkeys(one.name for one in held)),
        no_account=len({one.person_id for one in held if not one.username}),
        telephone=row.telephone,
    )
