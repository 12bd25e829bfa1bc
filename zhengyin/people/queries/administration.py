"""What the three administrators look after: accounts and computers, resets and locks, sessions.

Nothing here leads to a case. Sessions are a log, newest first: nobody is counted or compared.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from zhengyin.people.models import Account, Appointment, Device, DevicePin, FactorLock, Reset, Session
from zhengyin.people.offices import LABELS, Office
from zhengyin.people.policy.factors import FACTOR_LABELS, Factor
from zhengyin.people.policy.reset import BLOCKED_FOR, RESET_LABELS
from zhengyin.people.policy.reset import Reset as What
from zhengyin.people.queries.terms import in_force
from zhengyin.shared.days import day_of

PAGE = 50
LOOKS_BACK = timedelta(days=90)
CLOSED_BECAUSE: dict[str, str] = {
    "": "",
    "logged_out": "退出",
    "another_person": "换人",
    "reset": "登录被重置",
    "account_closed": "账户停用",
    "office_ended": "离任",
    "second_done": "第二人确认完毕",
}


@dataclass(frozen=True, slots=True)
class AccountShown:
    """One account with the offices held today."""

    username: str
    name: str
    offices: tuple[str, ...]
    active: bool
    first_password: bool


@dataclass(frozen=True, slots=True)
class DeviceOfCounty:
    """A registered computer."""

    name: str
    organization: str
    registered_by: str
    registered_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class ResetOfCounty:
    """A log-in somebody made anew."""

    name: str
    username: str
    what: str
    by: str
    at: datetime
    reason: str
    confirmed_by: str
    blocks_until: datetime | None


@dataclass(frozen=True, slots=True)
class Lock:
    """A second step or a PIN that is shut after wrong tries; `until` None means until it is set anew."""

    name: str
    username: str
    what: str
    until: datetime | None


@dataclass(frozen=True, slots=True)
class SessionShown:
    """Who sat at which computer from when until when."""

    name: str
    username: str
    factor: str
    opened_at: datetime
    closed_at: datetime | None
    because: str
    device: str
    address_prefix: str


@dataclass(frozen=True, slots=True)
class Paged:
    """Which page of how many, counting from 1."""

    page: int
    pages: int


def accounts_of(
    county_code: str, text: str, page: int, at: datetime
) -> tuple[tuple[AccountShown, ...], Paged]:
    """Accounts of everybody appointed in the county, by log-in name."""
    rows = Account.objects.filter(person_id__in=_people(county_code))
    if text:
        rows = rows.filter(Q(person__name__contains=text) | Q(username__contains=text.lower()))
    paged = _paged(rows.count(), page)
    found = list(rows.select_related("person").order_by("username")[_slice(paged)])
    offices = _offices((row.person_id for row in found), at)
    shown = tuple(
        AccountShown(
            row.username,
            row.person.name,
            offices.get(row.person_id, ()),
            row.is_active,
            row.must_change_password,
        )
        for row in found
    )
    return shown, paged


def devices_of(county_code: str, page: int) -> tuple[tuple[DeviceOfCounty, ...], Paged]:
    """Registered computers, the live ones first."""
    rows = Device.objects.filter(county_code=county_code).select_related("organization", "registered_by")
    paged = _paged(rows.count(), page)
    found = rows.order_by("-revoked_at", "organization__name", "name", "id")[_slice(paged)]
    return tuple(
        DeviceOfCounty(
            row.name, row.organization.name, row.registered_by.name, row.registered_at, row.revoked_at
        )
        for row in found
    ), paged


def resets_of(county_code: str, at: datetime) -> tuple[ResetOfCounty, ...]:
    """Resets of the last 90 days, newest first."""
    rows = Reset.objects.filter(county_code=county_code, reset_at__gt=at - LOOKS_BACK)
    return tuple(
        ResetOfCounty(
            name=row.person.name,
            username=row.account.username,
            what=RESET_LABELS[What(row.what)],
            by=row.reset_by.name,
            at=row.reset_at,
            reason=row.reason,
            confirmed_by=row.confirmed_by.name if row.confirmed_by else "",
            blocks_until=None if row.confirmed_at or row.reset_at + BLOCKED_FOR <= at
            else row.reset_at + BLOCKED_FOR,
        )
        for row in rows.select_related("person", "account", "reset_by", "confirmed_by").order_by("-reset_at")
    )  # fmt: skip


def locks_of(county_code: str, at: datetime) -> tuple[Lock, ...]:
    """Second steps shut for a while, PINs shut until they are set anew."""
    people = _people(county_code)
    steps = FactorLock.objects.filter(account__person_id__in=people, locked_until__gt=at)
    pins = DevicePin.objects.filter(account__person_id__in=people, locked_at__isnull=False)
    found = [
        Lock(row.account.person.name, row.account.username, "登录第二步", row.locked_until)
        for row in steps.select_related("account__person").order_by("account__username")
    ]
    for pin in pins.select_related("account__person", "device").order_by("account__username", "id"):
        found.append(Lock(pin.account.person.name, pin.account.username, f"{pin.device.name}的口令", None))
    return tuple(found)


def sessions_in(county_code: str, text: str, page: int) -> tuple[tuple[SessionShown, ...], Paged]:
    """Log-ins of the county's officials, newest first."""
    rows = Session.objects.filter(person_id__in=_people(county_code))
    if text:
        rows = rows.filter(Q(person__name__contains=text) | Q(account__username__contains=text.lower()))
    paged = _paged(rows.count(), page)
    found = rows.select_related("person", "account", "device").order_by("-opened_at", "id")
    return tuple(
        SessionShown(
            name=row.person.name,
            username=row.account.username,
            factor=FACTOR_LABELS[Factor(row.factor)],
            opened_at=row.opened_at,
            closed_at=row.closed_at,
            because=CLOSED_BECAUSE.get(row.closed_because, ""),
            device=row.device.name if row.device else "",
            address_prefix=row.address_prefix,
        )
        for row in found[_slice(paged)]
    ), paged


def _people(county_code: str) -> QuerySet[Appointment, UUID]:
    return Appointment.objects.filter(county_code=county_code).values_list("person_id", flat=True)


def _offices(person_ids: Iterable[UUID], at: datetime) -> dict[UUID, tuple[str, ...]]:
    terms = Appointment.objects.filter(in_force(day_of(at)), person_id__in=list(person_ids))
    found: dict[UUID, tuple[str, ...]] = {}
    for term in terms.select_related("organization").order_by("recorded_at", "id"):
        words = f"{term.organization.name} {LABELS[Office(term.office)]}"
        found[term.person_id] = (*found.get(term.person_id, ()), words)
    return found


def _paged(count: int, page: int) -> Paged:
    pages = max(1, -(-count // PAGE))
    return Paged(min(max(page, 1), pages), pages)


def _slice(paged: Paged) -> slice:
    return slice((paged.page - 1) * PAGE, paged.page * PAGE)
