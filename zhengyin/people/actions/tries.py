"""Wrong tries in a row: one lock an account for every proof of who it is, counted for good."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from django.db import transaction

from zhengyin.people.models import Account, FactorLock
from zhengyin.people.policy.factors import LOCKED_FOR, TRIES, refusals_to_try
from zhengyin.shared.refusal import Refusal

T = TypeVar("T")


@transaction.atomic(durable=True)
def tried(
    *, account: Account, at: datetime, proof: Callable[[], T | None], wrong: str
) -> tuple[T | None, tuple[Refusal, ...]]:
    """Ask for `proof` under the account's lock; None from it is a wrong try, refused as `wrong`.

    The refusals are returned, not raised: raised in here they would roll back the count.
    RuntimeError inside another transaction. Refused besides: second_factor_locked.
    """
    FactorLock.objects.get_or_create(account=account)
    lock = FactorLock.objects.select_for_update().get(account=account)
    if locked := tuple(refusals_to_try(lock.locked_until, at)):
        return None, locked
    found = proof()
    lock.failures = 0 if found else lock.failures + 1
    lock.locked_until = at + LOCKED_FOR if lock.failures >= TRIES else None
    lock.failures = lock.failures % TRIES
    lock.save()
    return found, () if found else (Refusal(wrong),)
