"""The demonstration cast: persons, accounts and offices as recorded acts, by the same rules.

Loads only into a demonstration database. The custodian's office is not given here: it comes with
the custody of a seal, in the way the pack says.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actions.accounts import make, new_password
from zhengyin.people.actions.appoint import appoint, set_up_administrators
from zhengyin.people.actions.factors import enrol_app
from zhengyin.people.actions.lines import SET_UP, columns_of, write
from zhengyin.people.actions.persons import register_person
from zhengyin.people.actor import Actor
from zhengyin.people.lines import ACCOUNT_OPENED
from zhengyin.people.models import Account, Appointment, Person
from zhengyin.people.offices import ADMINISTRATORS, LABELS, Nature, Office
from zhengyin.people.policy.appoint import Paper
from zhengyin.people.queries.actor import actor_for
from zhengyin.people.who_appoints import Basis, row_for
from zhengyin.regions.models import Organization
from zhengyin.regions.names import organization_id
from zhengyin.regions.packs import Demo
from zhengyin.regions.packs.demo import DemoOffice, DemoPerson
from zhengyin.regions.queries import is_demonstration
from zhengyin.shared.refusal import Refusal, Refused

# Who must be there before whom; within one office the order of the file.
_ORDER = (
    Office.COUNTY_LEAD,
    Office.CITY,
    Office.DEPARTMENT,
    Office.AUDITOR,
    Office.TOWNSHIP,
    Office.DIRECTOR,
    Office.COMMITTEE_MEMBER,
    Office.PARTY_ORGANIZATION,
    Office.SUPERVISION_COMMITTEE,
    Office.HANDLER,
    Office.SECOND_APPROVER,
)


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """One row of the list of demonstration accounts; the only place these secrets are in clear."""

    username: str
    name: str
    password: str = field(repr=False)
    totp_secret: str = field(repr=False)
    offices: tuple[tuple[str, str, str], ...]  # (code, Chinese, organization key)


@transaction.atomic
def load_demo_cast(*, demo: Demo, at: datetime) -> tuple[DemoAccount, ...]:
    """Create the cast and return its secrets; a cast that stands already gives an empty tuple.

    Refused: not_a_demonstration, and whatever appoint refuses.
    """
    if not is_demonstration():
        raise Refused([Refusal("not_a_demonstration")])
    if Account.objects.filter(username__in=[person.login for person in demo.persons]).exists():
        return ()
    cast = _Cast(demo, at)
    cast.enter()
    cast.set_up()
    for office in _ORDER:
        for person, held in cast.holders(office):
            cast.give(person, office, held)
    return tuple(cast.account(person) for person in demo.persons)


class _Cast:
    """The loading of one cast."""

    def __init__(self, demo: Demo, at: datetime) -> None:
        self.demo, self.at = demo, at
        self.people: dict[str, Person] = {}

    def enter(self) -> None:
        """Enter every person."""
        for one in self.demo.persons:
            county = Organization.of(one.offices[0].at).county_code
            phone = "".join(filter(str.isdigit, one.telephone))
            self.people[one.key] = register_person(
                name=one.name, identity=one.identity, phone=phone, county_code=county, at=self.at
            )

    def holders(self, office: Office) -> Iterable[tuple[DemoPerson, DemoOffice]]:
        """Everybody who is to hold `office`."""
        for one in self.demo.persons:
            for held in one.offices:
                if held.office == office.value:
                    yield one, held

    def set_up(self) -> None:
        """Appoint the three administrators of every administration."""
        seats: dict[str, dict[Office, UUID]] = {}
        documents: dict[str, str] = {}
        for office in ADMINISTRATORS:
            for one, held in self.holders(office):
                seats.setdefault(held.at, {})[office] = self.people[one.key].id
                documents[held.at] = held.basis
        for key, people in seats.items():
            set_up_administrators(
                organization_id=organization_id(key), people=people, document=documents[key], at=self.at
            )

    def give(self, one: DemoPerson, office: Office, held: DemoOffice) -> None:
        """Appoint as the file says, by the person it names."""
        row = row_for(office, Nature.APPOINTED)
        assert row is not None
        basis = min(row.bases)
        appoint(
            person_id=self.people[one.key].id,
            organization_id=organization_id(held.at),
            office=office,
            since=held.since,
            paper=Paper(basis, held.basis, held.since if basis is Basis.ELECTION else None),
            position=held.position,
            actor=self._acting(self.people[held.appointed_by]),
            second=self._second(office, held) if row.second else None,
            at=self.at,
        )

    def _second(self, office: Office, held: DemoOffice) -> Actor:
        """An officer already there, else another administrator: the rule for the first one."""
        there = Appointment.objects.filter(organization_id=organization_id(held.at), office=office.value)
        first = there.order_by("recorded_at", "id").first()
        if first is not None:
            return self._acting(first.person)
        others = [one.key for kind in sorted(ADMINISTRATORS) for one, _ in self.holders(kind)]
        return self._acting(self.people[next(key for key in others if key != held.appointed_by)])

    def _acting(self, person: Person) -> Actor:
        return actor_for(Account(person=person), None, self.at)

    def account(self, one: DemoPerson) -> DemoAccount:
        """Open the account with a generated password and authenticator secret."""
        password = new_password()
        person = self.people[one.key]
        account, _ = make(
            person_id=person.id, username=one.login, password=password, demonstration=True, at=self.at
        )
        organization = Organization.of(one.offices[0].at)
        write(
            kind=ACCOUNT_OPENED,
            organization=organization,
            subject=account.id,
            signature=SET_UP,
            at=self.at,
            columns=columns_of(account, organization),
        )
        offices = tuple((held.office, LABELS[Office(held.office)], held.at) for held in one.offices)
        return DemoAccount(one.login, person.name, password, enrol_app(account=account, at=self.at), offices)
