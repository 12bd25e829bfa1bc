"""Making a log-in anew for somebody else: a line, shown to its owner, and a block."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actions import sessions
from zhengyin.people.actions.accounts import new_password
from zhengyin.people.actions.blocking import record_reset
from zhengyin.people.actions.codesheet import new_sheet
from zhengyin.people.actions.lines import columns_of, write
from zhengyin.people.actor import Actor
from zhengyin.people.lines import RESET_CONFIRMED
from zhengyin.people.models import Account, DevicePin, FactorLock, Reset, SmsCode, Totp
from zhengyin.people.policy.above import confirming_office, office_above
from zhengyin.people.policy.reset import CHOICES, RESET_LABELS, refusals_to_confirm, refusals_to_reset
from zhengyin.people.policy.reset import Reset as What
from zhengyin.people.queries.facts import facts_for_owner
from zhengyin.regions.models import Organization
from zhengyin.shared.refusal import refuse_if


@dataclass(frozen=True, slots=True)
class Handed:
    """What the second person hands to the owner on paper, once."""

    reset: Reset
    password: str = field(default="", repr=False)
    codes: tuple[str, ...] = field(default=(), repr=False)


@transaction.atomic
def reset_login(
    *, account_id: UUID, organization_id: UUID, what: What, reason: str, actor: Actor, at: datetime
) -> Handed:
    """Reset a password, the PINs or the second factor of somebody below.

    Ends the owner's sessions and every PIN; blocks what policy.reset names for 24 hours or until
    confirmed. Refused: the codes of policy.reset. Raises ValueError for what is no choice.
    """
    if what not in CHOICES:
        raise ValueError(what)
    account = Account.objects.select_for_update(of=("self",)).select_related("person").get(pk=account_id)
    facts = facts_for_owner(account.person_id, actor_id=actor.person_id, at=at)
    refuse_if(refusals_to_reset(facts, actor, reason))
    office = office_above(facts, actor)
    assert office is not None
    organization = Organization.objects.get(pk=organization_id)
    row = record_reset(account, organization, what, reason, actor.signature(office), at)
    password, codes = _make_anew(account, what, at)
    sessions.close_all(account=account, because="reset", at=at)
    return Handed(row, password, codes)


def _make_anew(account: Account, what: What, at: datetime) -> tuple[str, tuple[str, ...]]:
    DevicePin.objects.filter(account=account).delete()  # a PIN alone logs in
    if what is What.PASSWORD:
        password = new_password()
        account.set_password(password)
        account.must_change_password = True
        account.save(update_fields=("password", "must_change_password"))
        return password, ()
    if what is What.PIN:
        return "", ()
    SmsCode.objects.filter(account=account, used_at=None).update(used_at=at)
    Totp.objects.filter(account=account).delete()
    FactorLock.objects.filter(account=account).delete()
    return "", new_sheet(account=account, at=at)


@transaction.atomic
def confirm_reset(*, reset_id: UUID, actor: Actor, at: datetime) -> Reset:
    """Let the township (or above) lift the block early. Refused: the codes of refusals_to_confirm."""
    row = Reset.objects.select_for_update(of=("self",)).select_related("account__person").get(pk=reset_id)
    facts = facts_for_owner(row.person_id, actor_id=actor.person_id, at=at)
    confirmed = row.confirmed_at is not None
    refuse_if(refusals_to_confirm(facts, actor, row.reset_by_id, confirmed=confirmed))
    office = confirming_office(facts, actor)
    assert office is not None
    row.confirmed_by_id, row.confirmed_at = actor.person_id, at
    row.save(update_fields=("confirmed_by", "confirmed_at"))
    organization = Organization.objects.get(pk=row.organization_id)
    write(
        kind=RESET_CONFIRMED,
        organization=organization,
        subject=row.id,
        signature=actor.signature(office),
        at=at,
        columns={**columns_of(row.account, organization), "what": RESET_LABELS[What(row.what)]},
    )
    return row


def see_resets(*, account: Account, at: datetime) -> None:
    """Note that the owner has been told of every reset so far."""
    Reset.objects.filter(account=account, seen_at=None).update(seen_at=at)
