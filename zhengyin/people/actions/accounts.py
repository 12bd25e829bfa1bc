"""Opening and closing accounts."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actions import sessions
from zhengyin.people.actions.blocking import record_reset
from zhengyin.people.actions.codesheet import new_sheet
from zhengyin.people.actions.lines import columns_of, write
from zhengyin.people.actor import Actor
from zhengyin.people.lines import ACCOUNT_CLOSED, ACCOUNT_OPENED
from zhengyin.people.models import Account, Person
from zhengyin.people.policy.above import office_above
from zhengyin.people.policy.reset import Reset, refusals_to_manage, refusals_to_open
from zhengyin.people.queries.facts import facts_for_owner
from zhengyin.regions.models import Organization
from zhengyin.shared.codes import TYPED_LETTERS
from zhengyin.shared.refusal import Refusal, Refused, refuse_if

OPENED_AGAIN = "原来的账户已停用，另开一个"


@dataclass(frozen=True, slots=True)
class OpenedAccount:
    """What is handed over on paper, once: nothing of it can be read again."""

    account: Account
    password: str = field(repr=False)
    codes: tuple[str, ...] = field(repr=False)


def new_password() -> str:
    """Twelve letters that are easy to copy from paper: 60 random bits."""
    return "".join(secrets.choice(TYPED_LETTERS) for _ in range(12))


@transaction.atomic
def open_account(
    *, person_id: UUID, username: str, organization_id: UUID, actor: Actor, at: datetime
) -> OpenedAccount:
    """Open an account for an official with a first password and a code sheet.

    Whoever had an account before gets a new log-in by it: shown to the owner and blocked like a reset.
    Refused: account_there_already, nobody_resets_himself, not_above_the_owner, recently_reset,
    approver_may_not_open_keeper, username_is_wrong, username_is_taken.
    """
    person = Person.objects.select_for_update().get(pk=person_id)  # one account at a time
    facts = facts_for_owner(person_id, actor_id=actor.person_id, at=at)
    refuse_if(refusals_to_open(facts, actor))
    office = office_above(facts, actor)
    assert office is not None
    again = Account.objects.filter(person=person).exists()
    made = make(person_id=person_id, username=username, password=new_password(), demonstration=False, at=at)
    account, password = made
    Account.objects.filter(pk=account.pk).update(must_change_password=True)
    organization = Organization.objects.get(pk=organization_id)
    signature = actor.signature(office)
    write(
        kind=ACCOUNT_OPENED,
        organization=organization,
        subject=account.id,
        signature=signature,
        at=at,
        columns=columns_of(account, organization),
    )
    if again:
        record_reset(account, organization, Reset.ACCOUNT, OPENED_AGAIN, signature, at)
    return OpenedAccount(account, password, new_sheet(account=account, at=at))


def make(
    *, person_id: UUID, username: str, password: str, demonstration: bool, at: datetime
) -> tuple[Account, str]:
    """Make the row of an account; the caller writes the line."""
    username = username.strip().lower()
    if not (2 <= len(username) <= 40 and "@" not in username and " " not in username):
        raise Refused([Refusal("username_is_wrong", "登录名2到40个字符，不含空格")])
    if Account.objects.filter(username=username).exists():
        raise Refused([Refusal("username_is_taken", username)])
    account = Account(
        person=Person.objects.get(pk=person_id),
        username=username,
        demonstration=demonstration,
        created_at=at,
    )
    account.set_password(password)
    account.save(force_insert=True)
    return account, password


@transaction.atomic
def close_account(
    *, account_id: UUID, organization_id: UUID, reason: str, actor: Actor, at: datetime
) -> None:
    """Close an account for good and end its sessions. Refused as opening, and reason_missing."""
    account = Account.objects.select_for_update(of=("self",)).select_related("person").get(pk=account_id)
    facts = facts_for_owner(account.person_id, actor_id=actor.person_id, at=at)
    refuse_if(refusals_to_manage(facts, actor))
    office = office_above(facts, actor)
    if office is None or not reason.strip():
        raise Refused([Refusal("reason_missing")])
    Account.objects.filter(pk=account.pk).update(is_active=False)
    sessions.close_all(account=account, because="account_closed", at=at)
    organization = Organization.objects.get(pk=organization_id)
    write(
        kind=ACCOUNT_CLOSED,
        organization=organization,
        subject=account.id,
        signature=actor.signature(office),
        at=at,
        columns={**columns_of(account, organization), "reason": reason},
    )
