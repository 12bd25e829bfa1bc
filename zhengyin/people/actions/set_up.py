"""The first three administrators of a county, with the accounts they begin with. From the server only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actions.accounts import make, new_password
from zhengyin.people.actions.appoint import set_up_administrators
from zhengyin.people.actions.factors import enrol_app
from zhengyin.people.actions.lines import SET_UP, columns_of, write
from zhengyin.people.actions.persons import register_person
from zhengyin.people.lines import ACCOUNT_OPENED
from zhengyin.people.models import Account
from zhengyin.people.offices import Office
from zhengyin.regions.models import Organization
from zhengyin.regions.names import OrganizationKind, key_of


@dataclass(frozen=True, slots=True)
class Administrator:
    """Who is to be one, as on the identity card; `phone` may be empty."""

    name: str
    identity: str
    phone: str
    username: str


@dataclass(frozen=True, slots=True)
class FirstAccount:
    """What is handed over once: nothing of it can be read again."""

    office: Office
    name: str
    username: str
    password: str = field(repr=False)
    totp_secret: str = field(repr=False)


@transaction.atomic
def open_administration(
    *, county_code: str, people: Mapping[Office, Administrator], document: str, at: datetime
) -> tuple[FirstAccount, ...]:
    """Enter three people, appoint them administrators and open their accounts: all or nothing.

    Everything after this is an act of a person with an account. Raises Organization.DoesNotExist
    for a county no pack was loaded for. Refused: set_up_already, three_administrators_needed,
    administrators_are_three_people, and the codes of register_person and of an account's name.
    """
    seat = Organization.of(key_of(OrganizationKind.ADMINISTRATION, county_code))
    entered: dict[Office, UUID] = {}
    for office, one in people.items():
        person = register_person(
            name=one.name, identity=one.identity, phone=one.phone, county_code=county_code, at=at
        )
        entered[office] = person.pk
    set_up_administrators(organization_id=seat.pk, people=entered, document=document, at=at)
    return tuple(_open(office, one, entered[office], seat, at) for office, one in people.items())


def _open(
    office: Office, one: Administrator, person_id: UUID, seat: Organization, at: datetime
) -> FirstAccount:
    account, password = make(
        person_id=person_id, username=one.username, password=new_password(), demonstration=False, at=at
    )
    Account.objects.filter(pk=account.pk).update(must_change_password=True)
    columns = columns_of(account, seat)
    write(
        kind=ACCOUNT_OPENED, organization=seat, subject=account.id, signature=SET_UP, at=at, columns=columns
    )
    return FirstAccount(
        office, account.person.name, account.username, password, enrol_app(account=account, at=at)
    )
