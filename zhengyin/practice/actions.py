"""Setting up a village to practise in: the same acts by the same rules as a real one."""

from datetime import date, datetime, timedelta

from django.db import transaction
from stdnum.cn import ric, uscc

from zhengyin.people import actions as people
from zhengyin.people.actor import Actor
from zhengyin.people.models import Account, Appointment, Person
from zhengyin.people.offices import ADMINISTRATORS, Nature, Office
from zhengyin.people.policy.appoint import Paper
from zhengyin.people.queries import actor_for
from zhengyin.people.who_appoints import Basis, row_for
from zhengyin.practice.queries import newest, township_id
from zhengyin.practice.seats import ADMINISTRATORS as ADMINISTRATOR_NAMES
from zhengyin.practice.seats import KEEPER, LEAD, TOWNSHIP, VILLAGE, Seat
from zhengyin.practice.secrets import app_secret_of, password_of
from zhengyin.regions import actions as regions
from zhengyin.regions.models import Committee, Organization
from zhengyin.regions.names import OrganizationKind, key_of
from zhengyin.regions.packs.settings import CustodianAppointment
from zhengyin.regions.queries import settings_for
from zhengyin.registers.lines import Signature
from zhengyin.seals import actions as seals
from zhengyin.seals.policy.custody import Entrustment, Ground
from zhengyin.seals.policy.resolution import Resolution
from zhengyin.shared.days import day_of

PAPER = "练习用"
BORN = date(1950, 1, 1)  # of the first invented person; each later one a day younger


@transaction.atomic
def open_village(*, township: str, at: datetime, fresh: bool = False) -> Committee:
    """Return the township's village to practise in, set up now when there is none or a `fresh` one is wanted.

    Refused: not_a_practice, practice_villages_used_up.
    """
    office = Organization.objects.select_for_update(of=("self",)).get(pk=township_id(township))
    known = newest(township)
    if known is not None and not fresh:
        return known
    officer = _township_officer(office, at)
    committee = regions.add_practice_village(
        township_id=office.pk, signature=officer.signature(Office.TOWNSHIP), at=at
    )
    _name(committee, officer.signature(Office.TOWNSHIP), at)
    people_by_key = _seat_village(committee, officer, at)
    _give_seal(committee, officer, people_by_key, at)
    return committee


def _township_officer(office: Organization, at: datetime) -> Actor:
    """The township's own officer, from the county's practice lead, from its practice administrators."""
    username = f"lx{office.division_id}.{TOWNSHIP.key}"
    found = Account.objects.select_related("person").filter(username=username).first()
    if found is not None:
        return _actor(found.person, at)
    person = _person(TOWNSHIP.name, office.county_code, at)
    _appoint(person, office, Office.TOWNSHIP, by=_lead(office.county_code, at), at=at)
    _account(person, username, office, at)
    regions.set_counter(
        organization_id=office.pk, telephone="000-0000000", address=PAPER, hours="练习，没有时间", duty="",
        signature=_actor(person, at).signature(Office.TOWNSHIP), signing_for=office.pk, at=at,
    )  # fmt: skip
    return _actor(person, at)


def _lead(county: str, at: datetime) -> Actor:
    lead = Organization.of(key_of(OrganizationKind.COUNTY_LEAD, county))
    held = Appointment.objects.select_related("person").filter(organization=lead, office=Office.COUNTY_LEAD)
    if (first := held.first()) is not None:
        return _actor(first.person, at)
    seat = Organization.of(key_of(OrganizationKind.ADMINISTRATION, county))
    three = {office: _person(name, county, at) for office, name in ADMINISTRATOR_NAMES.items()}
    people.set_up_administrators(
        organization_id=seat.pk,
        people={office: one.pk for office, one in three.items()},
        document=PAPER,
        at=at,
    )
    by, second = (_actor(three[office], at) for office in sorted(ADMINISTRATORS)[:2])
    person = _person(LEAD.name, county, at)
    _appoint(person, lead, Office.COUNTY_LEAD, by=by, second=second, at=at)
    return _actor(person, at)


def _name(committee: Committee, signature: Signature, at: datetime) -> None:
    body = f"54{committee.code[:6]}MLX{committee.code[6:]}"
    regions.confirm_legal_name(
        committee_id=committee.pk, legal_name=f"{committee.township.name}{committee.short_name}村民委员会",
        uscc=body + uscc.calc_check_digit(body), certificate_file=None,
        signature=signature, signing_for=committee.township_id, at=at,
    )  # fmt: skip
    regions.set_counter(
        organization_id=committee.pk, telephone="000-0000000", address=PAPER, hours="练习，没有时间",
        duty="练习经办员", signature=signature, signing_for=committee.township_id, at=at,
    )  # fmt: skip


def _seat_village(committee: Committee, officer: Actor, at: datetime) -> dict[Seat, Person]:
    place = committee.organization
    found: dict[Seat, Person] = {}
    for seat in VILLAGE:
        found[seat] = person = _person(seat.name, committee.county_code, at)
        for office in seat.offices:
            by = officer if _basis(office) is Basis.ELECTION else _actor(found[VILLAGE[0]], at)
            _appoint(person, place, office, by=by, at=at, position=seat.position)
        _account(person, f"lx{committee.code}.{seat.key}", place, at)
    return found


def _give_seal(committee: Committee, officer: Actor, seated: dict[Seat, Person], at: datetime) -> None:
    day, director = day_of(at), seated[VILLAGE[0]]
    seal = seals.order_seal(organization_id=committee.pk, actor=officer, at=at)
    seals.issue_seal(
        seal_id=seal.pk, made_on=day, issued_on=day, received_by=director.name, actor=officer, at=at
    )
    seals.appoint_custodian(
        seal_id=seal.pk, person_id=seated[KEEPER].pk, place=PAPER, since=day,
        ground=_ground(committee.county_code, director.name, day), actor=_actor(director, at), at=at,
    )  # fmt: skip


def _ground(county: str, director: str, day: date) -> Ground:
    """In the way of the place; quorum and majority are invented."""
    if settings_for(county).rules.custodian_appointment is CustodianAppointment.ENTRUSTMENT:
        return Entrustment(day, PAPER)
    return Resolution(
        meeting="村民代表会议（练习）", party_nominated_on=day, committee_nominated_on=day, held_on=day,
        presided_by=director, eligible=30, present=24, votes_for=20, votes_against=0, abstentions=4,
        quorum=20, majority=13, article=PAPER, minutes=PAPER,
    )  # fmt: skip


def _basis(office: Office) -> Basis:
    """On what paper `office` is given."""
    row = row_for(office, Nature.APPOINTED)
    assert row is not None
    return min(row.bases)


def _appoint(
    person: Person, place: Organization, office: Office, *, by: Actor, at: datetime,
    second: Actor | None = None, position: str = PAPER,
) -> None:  # fmt: skip
    basis, day = _basis(office), day_of(at)
    people.appoint(
        person_id=person.pk, organization_id=place.pk, office=office, since=day,
        paper=Paper(basis, PAPER, day if basis is Basis.ELECTION else None), position=position,
        actor=by, second=second, at=at,
    )  # fmt: skip


def _person(name: str, county: str, at: datetime) -> Person:
    """An invented human: sequence 000 is given to nobody."""
    born = BORN + timedelta(days=Person.objects.count())
    body = f"{county[:6]}{born:%Y%m%d}000"
    return people.register_person(
        name=name, identity=body + ric.calc_check_digit(body + "0"), phone="", county_code=county, at=at
    )


def _account(person: Person, username: str, place: Organization, at: datetime) -> None:
    people.open_practice_account(
        person_id=person.pk, username=username, password=password_of(username),
        app_secret=app_secret_of(username), organization_id=place.pk, at=at,
    )  # fmt: skip


def _actor(person: Person, at: datetime) -> Actor:
    return actor_for(Account(person=person), None, at)
