"""Log-ins as their owners see them, and what a reset blocks."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from zhengyin.people.lines import OWN
from zhengyin.people.models import (
    Account,
    CodeSheet,
    Device,
    DevicePin,
    Person,
    Reset,
    Session,
    SheetCode,
    Totp,
)
from zhengyin.people.policy.factors import Factor, pin_proves_again
from zhengyin.people.policy.reset import BLOCKED_FOR, RESET_LABELS
from zhengyin.people.policy.reset import Reset as What
from zhengyin.registers import queries as registers

OWN_SHOWN = 5


def blocked_from_approving(person_id: UUID, at: datetime) -> bool:
    """True for 24 hours after a reset of any of the person's log-ins, unless it was confirmed.

    Approve and seal ask this; every account of the person counts, for it is one person. A reset
    made after `at` counts too: the act may have waited for a lock while somebody made it.
    """
    recent = Reset.objects.filter(person_id=person_id, reset_at__gt=at - BLOCKED_FOR)
    return recent.filter(confirmed_at=None).exists()


def phone_of(person: Person) -> str:
    """The telephone number in full; empty when none is known."""
    stored = bytes(person.phone_encrypted)
    return settings.DATA_KEY.decrypt(stored, b"person.phone:" + person.id.bytes).decode() if stored else ""


def device_of(token: str) -> Device | None:
    """The registered computer whose cookie holds `token`, or None."""
    if not token:
        return None
    digest = settings.INDEX_KEY.blind_index(f"device:{token}")
    return Device.objects.filter(token_digest=digest, revoked_at=None).first()


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who can take over on this computer with a PIN."""

    account_id: UUID
    name: str
    locked: bool


def colleagues_on_device(device: Device) -> tuple[Colleague, ...]:
    """Everybody with a PIN on this computer, by name."""
    pins = DevicePin.objects.filter(device=device, account__is_active=True).select_related("account__person")
    return tuple(
        Colleague(pin.account_id, pin.account.person.name, pin.locked_at is not None)
        for pin in pins.order_by("account__person__name", "id")
    )


@dataclass(frozen=True, slots=True)
class FactorHints:
    """What the second step can ask this account for."""

    app: bool
    sheet_position: int  # the next number on the sheet, 0 without a sheet
    phone_tail: str
    pin: bool


def factor_hints(account: Account, device_token: str) -> FactorHints:
    """Say which second factors the account has, here and now."""
    codes = SheetCode.objects.filter(sheet__account=account, sheet__ended_at=None, used_at=None)
    following = codes.order_by("position").values_list("position", flat=True).first()
    device = device_of(device_token)
    pins = DevicePin.objects.filter(account=account, device=device, locked_at=None)
    return FactorHints(
        app=Totp.objects.filter(account=account).exists(),
        sheet_position=following or 0,
        phone_tail=account.person.phone_tail,
        pin=device is not None and pins.exists(),
    )


def hints_again(account: Account, device_token: str, session_id: UUID) -> FactorHints:
    """Which of them count for whoever is asked once more within a session."""
    opened_by = Factor(Session.objects.values_list("factor", flat=True).get(pk=session_id))
    hints = factor_hints(account, device_token)
    return replace(hints, pin=hints.pin and pin_proves_again(opened_by))


@dataclass(frozen=True, slots=True)
class ResetShown:
    """A reset, as its owner is told of it."""

    id: UUID
    what: str
    by: str
    at: datetime
    reason: str
    blocks_until: datetime
    confirmed: bool


@dataclass(frozen=True, slots=True)
class OwnAct:
    """What the owner did to the own log-in; `device` only for a PIN."""

    at: datetime
    title: str
    device: str


@dataclass(frozen=True, slots=True)
class DeviceShown:
    """A computer with the owner's PIN."""

    id: UUID
    name: str
    registered_at: datetime
    locked: bool


@dataclass(frozen=True, slots=True)
class LoginPage:
    """The page 我的账户."""

    username: str
    name: str
    has_app: bool
    codes_left: int
    sheet_made_at: datetime | None
    phone_tail: str
    devices: tuple[DeviceShown, ...]
    resets: tuple[ResetShown, ...]
    blocked: bool
    own: tuple[OwnAct, ...]  # the latest first


def login_page(account: Account, at: datetime) -> LoginPage:
    """Everything the owner should know about the own log-in; resets of the last 90 days."""
    sheet = CodeSheet.objects.filter(account=account, ended_at=None).first()
    return LoginPage(
        username=account.username,
        name=account.person.name,
        has_app=Totp.objects.filter(account=account).exists(),
        codes_left=sheet.codes.filter(used_at=None).count() if sheet else 0,
        sheet_made_at=sheet.made_at if sheet else None,
        phone_tail=account.person.phone_tail,
        devices=_devices(account),
        resets=_resets(account, at),
        blocked=blocked_from_approving(account.person_id, at),
        own=_own(account),
    )


def _own(account: Account) -> tuple[OwnAct, ...]:
    found = [line for line in registers.lines_of(account.pk) if line.kind in OWN]
    return tuple(
        OwnAct(line.recorded_at, line.title, line.columns.get("device", ""))
        for line in reversed(found[-OWN_SHOWN:])
    )


def _devices(account: Account) -> tuple[DeviceShown, ...]:
    pins = DevicePin.objects.filter(account=account, device__revoked_at=None).select_related("device")
    return tuple(
        DeviceShown(pin.device_id, pin.device.name, pin.device.registered_at, pin.locked_at is not None)
        for pin in pins.order_by("device__registered_at", "id")
    )


def _resets(account: Account, at: datetime) -> tuple[ResetShown, ...]:
    recent = Reset.objects.filter(person_id=account.person_id, reset_at__gt=at - timedelta(days=90))
    return tuple(
        ResetShown(
            row.id,
            RESET_LABELS[What(row.what)],
            row.reset_by.name,
            row.reset_at,
            row.reason,
            row.reset_at + BLOCKED_FOR,
            row.confirmed_at is not None,
        )
        for row in recent.select_related("reset_by").order_by("-reset_at", "id")
    )
