"""Accounts to practise with: their secrets follow from the practice database's key, so they can be shown."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actions.accounts import make
from zhengyin.people.actions.factors import enrol_app
from zhengyin.people.actions.lines import SET_UP, columns_of, write
from zhengyin.people.lines import ACCOUNT_OPENED
from zhengyin.people.models import Account
from zhengyin.regions.models import Organization
from zhengyin.regions.queries import is_practice
from zhengyin.shared.refusal import Refusal, Refused


@transaction.atomic
def open_practice_account(
    *, person_id: UUID, username: str, password: str, app_secret: bytes, organization_id: UUID, at: datetime
) -> Account:
    """Open an account whose secrets others know. Refused: practice_account_outside_practice."""
    if not is_practice():
        raise Refused([Refusal("practice_account_outside_practice")])
    account, _ = make(person_id=person_id, username=username, password=password, demonstration=True, at=at)
    enrol_app(account=account, at=at, secret=app_secret)
    organization = Organization.objects.get(pk=organization_id)
    write(
        kind=ACCOUNT_OPENED, organization=organization, subject=account.id, signature=SET_UP, at=at,
        columns=columns_of(account, organization),
    )  # fmt: skip
    return account
