"""For the pages of appointments: which offices an actor gives somewhere, and who sits there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from zhengyin.people.actor import Actor
from zhengyin.people.models import Account, Appointment
from zhengyin.people.offices import LABELS, NATURE_LABELS, Nature, Office
from zhengyin.people.policy.appoint import office_of
from zhengyin.people.queries.facts import seats_of
from zhengyin.people.who_appoints import TABLE, Row
from zhengyin.regions.models import Organization
from zhengyin.regions.names import pinyin_of


@dataclass(frozen=True, slots=True)
class Seated:
    """One period in office that runs or will begin; `username` is empty without a live account."""

    appointment_id: UUID
    person_id: UUID
    name: str
    office: Office
    office_label: str
    position: str
    nature: Nature
    nature_label: str
    since: date
    until: date | None
    lent_by: UUID | None
    username: str


def offices_to_give(actor: Actor, organization: Organization) -> tuple[Row, ...]:
    """The rows of the table by which this actor may give an office in this organization."""
    seats = seats_of(organization)
    rows = (row for row in TABLE if organization.kind in row.seats_in)
    return tuple(row for row in rows if office_of(row.by, seats, actor) is not None)


def seated(organization_ids: Iterable[UUID], day: date) -> dict[UUID, tuple[Seated, ...]]:
    """Everybody who holds an office there on `day` or later, by organization; two queries."""
    wanted = list(organization_ids)
    rows = Appointment.objects.filter(Q(valid_until=None) | Q(valid_until__gt=day), organization__in=wanted)
    found = list(rows.select_related("person", "lent_from").order_by("valid_from", "person__name", "id"))
    accounts = Account.objects.filter(person_id__in={row.person_id for row in found}, is_active=True)
    names = dict(accounts.order_by("-username").values_list("person_id", "username"))
    order = list(Office)
    found.sort(key=lambda row: order.index(Office(row.office)))
    return {
        one: tuple(_seated(row, names.get(row.person_id, "")) for row in found if row.organization_id == one)
        for one in wanted
    }


def free_username(name: str) -> str:
    """A log-in name nobody has, from the person's name in pinyin."""
    letters = (letter for letter in pinyin_of(name) if letter.isascii() and letter.isalnum())
    stem = "".join(letters)[:30] or "user"
    taken = set(Account.objects.filter(username__startswith=stem).values_list("username", flat=True))
    numbered = (f"{stem}{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (stem, *numbered) if one not in taken)


def _seated(row: Appointment, username: str) -> Seated:
    office, nature = Office(row.office), Nature(row.nature)
    return Seated(
        appointment_id=row.id,
        person_id=row.person_id,
        name=row.person.name,
        office=office,
        office_label=LABELS[office],
        position=row.position,
        nature=nature,
        nature_label=NATURE_LABELS[nature],
        since=row.valid_from,
        until=row.valid_until,
        lent_by=row.lent_from.person_id if row.lent_from else None,
        username=username,
    )
