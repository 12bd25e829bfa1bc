"""Computers at the counter, and the PINs that work on them alone."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from zhengyin.people.actions.lines import columns_of, write
from zhengyin.people.actions.own import refuse_others
from zhengyin.people.actor import Actor
from zhengyin.people.lines import DEVICE_REGISTERED, DEVICE_REVOKED, PIN_SET
from zhengyin.people.models import Account, Device, DevicePin
from zhengyin.people.offices import Office
from zhengyin.people.policy.entry import pin_problem
from zhengyin.people.queries.logins import device_of
from zhengyin.regions.models import Organization
from zhengyin.regions.queries import full_name
from zhengyin.shared.codes import new_token
from zhengyin.shared.refusal import Refusal, Refused


@dataclass(frozen=True, slots=True)
class RegisteredDevice:
    """The computer and the secret for its cookie, which is nowhere else in clear."""

    device: Device
    token: str = field(repr=False)


@transaction.atomic
def register_device(*, organization_id: UUID, name: str, actor: Actor, at: datetime) -> RegisteredDevice:
    """Register the computer an official sits at. Refused: not_your_organization, name_missing."""
    office = _office(actor, organization_id)
    if not name.strip():
        raise Refused([Refusal("device_name_missing")])
    organization = Organization.objects.get(pk=organization_id)
    token = new_token()
    device = Device.objects.create(
        organization=organization,
        name=name.strip()[:40],
        token_digest=settings.INDEX_KEY.blind_index(f"device:{token}"),
        registered_by_id=actor.person_id,
        registered_at=at,
        county_code=organization.county_code,
    )
    write(
        kind=DEVICE_REGISTERED,
        organization=organization,
        subject=device.id,
        signature=actor.signature(office),
        at=at,
        columns={"device": device.name, "organization": full_name(organization)},
    )
    return RegisteredDevice(device, token)


@transaction.atomic
def revoke_device(*, device_id: UUID, reason: str, actor: Actor, at: datetime) -> None:
    """Strike a computer off; no PIN works on it any more. Refused: not_your_organization, reason_missing."""
    device = Device.objects.select_for_update(of=("self",)).select_related("organization").get(pk=device_id)
    office = _office(actor, device.organization_id)
    if not reason.strip():
        raise Refused([Refusal("reason_missing")])
    if device.revoked_at is not None:
        return
    device.revoked_at = at
    device.save(update_fields=("revoked_at",))
    write(
        kind=DEVICE_REVOKED,
        organization=device.organization,
        subject=device.id,
        signature=actor.signature(office),
        at=at,
        columns={"device": device.name, "organization": full_name(device.organization), "reason": reason},
    )


@transaction.atomic
def set_pin(*, account: Account, device: Device, pin: str, actor: Actor, at: datetime) -> None:
    """Let the owner set a PIN for this computer, after a full log-in.

    Refused: pin_is_weak, not_your_log_in, not_your_organization.
    """
    refuse_others(account, actor)
    office = _office(actor, device.organization_id)
    if problem := pin_problem(pin):
        raise Refused([Refusal("pin_is_weak", problem)])
    DevicePin.objects.update_or_create(
        device=device,
        account=account,
        defaults={"pin_hash": make_password(pin), "set_at": at, "failures": 0, "locked_at": None},
    )
    write(
        kind=PIN_SET,
        organization=device.organization,
        subject=account.id,
        signature=actor.signature(office),
        at=at,
        columns={**columns_of(account, device.organization), "device": device.name},
    )


@transaction.atomic
def give_pin(
    *,
    account: Account,
    device_token: str,
    organization_id: UUID,
    name: str,
    pin: str,
    actor: Actor,
    at: datetime,
) -> str:
    """Set the owner's PIN on the computer with this token, registering it first if it is unknown.

    Returns the token for its cookie. Refused: as register_device and set_pin.
    """
    device, token = device_of(device_token), device_token
    if device is None:
        made = register_device(organization_id=organization_id, name=name, actor=actor, at=at)
        device, token = made.device, made.token
    set_pin(account=account, device=device, pin=pin, actor=actor, at=at)
    return token


def _office(actor: Actor, organization_id: UUID) -> Office:
    offices = actor.offices_at(organization_id)
    if not offices:
        raise Refused([Refusal("not_your_organization")])
    return next(office for office in Office if office in offices)
