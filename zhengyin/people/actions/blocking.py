"""The row and the line of every log-in made anew: shown to its owner, and a block while it is fresh."""

from datetime import datetime

from zhengyin.people.actions.lines import columns_of, write
from zhengyin.people.lines import RESET
from zhengyin.people.models import Account, Reset
from zhengyin.people.policy.reset import RESET_LABELS
from zhengyin.people.policy.reset import Reset as What
from zhengyin.regions.models import Organization
from zhengyin.registers.lines import Signature


def record_reset(
    account: Account, organization: Organization, what: What, reason: str, signature: Signature, at: datetime
) -> Reset:
    """Insert the reset and write its line; the caller asked the rules and makes the thing anew."""
    row = Reset.objects.create(
        account=account,
        person=account.person,
        what=what.value,
        reason=reason,
        organization=organization,
        reset_by_id=signature.person_id,
        reset_at=at,
        county_code=organization.county_code,
    )
    write(
        kind=RESET,
        organization=organization,
        subject=row.id,
        signature=signature,
        at=at,
        columns={**columns_of(account, organization), "what": RESET_LABELS[what], "reason": reason},
    )
    return row
