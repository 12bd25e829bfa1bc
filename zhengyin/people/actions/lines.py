"""Writing this room's lines: the owner of the book is the organization concerned."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from zhengyin.people.models import Account
from zhengyin.regions.models import Organization
from zhengyin.regions.queries import full_name
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature

# Who signs what set-up records: no person, for nobody appoints himself.
SET_UP = Signature(UUID(int=0), "系统开通设置", "set_up", None)


def write(
    *,
    kind: str,
    organization: Organization,
    subject: UUID,
    signature: Signature,
    at: datetime,
    columns: Mapping[str, str],
) -> None:
    """Write one line into the organization's book of appointments."""
    registers.write(
        kind=kind,
        owner=organization.id,
        county_code=organization.county_code,
        subject=subject,
        happened_at=at,
        signature=signature,
        columns=columns,
    )


def columns_of(account: Account, organization: Organization) -> dict[str, str]:
    """What every line about an account names."""
    return {
        "name": account.person.name,
        "username": account.username,
        "organization": full_name(organization),
    }
