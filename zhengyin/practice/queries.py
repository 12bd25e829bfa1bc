"""The township's village of practice, and who can log in there."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zhengyin.people.models import Account
from zhengyin.people.offices import LABELS, Office
from zhengyin.people.queries import actor_for
from zhengyin.practice.seats import TOWNSHIP, VILLAGE
from zhengyin.practice.secrets import code_of, password_of
from zhengyin.regions.models import Committee
from zhengyin.regions.names import OrganizationKind, key_of, organization_id


@dataclass(frozen=True, slots=True)
class PracticeAccount:
    """What is shown to whoever practises."""

    offices: str
    username: str
    password: str
    code: str


@dataclass(frozen=True, slots=True)
class PracticeVillage:
    """The newest village of a township, with everybody who works in it."""

    code: str
    name: str
    accounts: tuple[PracticeAccount, ...]


def township_id(township: str) -> UUID:
    """The organization behind the twelve digits."""
    return organization_id(key_of(OrganizationKind.TOWNSHIP, township))


def newest(township: str) -> Committee | None:
    """The village in use: villages are numbered from behind, so the lowest number is the newest."""
    rows = Committee.objects.filter(township_id=township_id(township), name__startswith="练习")
    return rows.order_by("code").first()


def village(township: str, at: datetime) -> PracticeVillage | None:
    """The village and its log-ins, or None before it was set up."""
    row = newest(township)
    if row is None:
        return None
    names = [f"lx{row.code}.{seat.key}" for seat in VILLAGE] + [f"lx{township}.{TOWNSHIP.key}"]
    found = {one.username: one for one in Account.objects.select_related("person").filter(username__in=names)}
    accounts = tuple(_shown(found[name], at) for name in names if name in found)
    return PracticeVillage(row.code, row.short_name, accounts)


def _shown(account: Account, at: datetime) -> PracticeAccount:
    held = {one.office for one in actor_for(account, None, at).holds}
    return PracticeAccount(
        offices="、".join(LABELS[office] for office in Office if office in held),
        username=account.username,
        password=password_of(account.username),
        code=code_of(account.username, at),
    )
