"""Seals of the demonstration, as recorded acts by the cast: the same rules, nothing slipped in."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people.actor import Actor
from zhengyin.people.models import Account, Appointment, Person
from zhengyin.people.offices import Office
from zhengyin.people.queries import actor_for
from zhengyin.people.queries.terms import in_force
from zhengyin.regions.models import Committee
from zhengyin.regions.names import OrganizationKind, key_of, organization_id
from zhengyin.regions.packs import Demo
from zhengyin.regions.packs.demo import DemoCommittee, DemoEntrustment, DemoVote
from zhengyin.regions.queries import is_demonstration
from zhengyin.seals.actions.authority import make_county_authority
from zhengyin.seals.actions.custody import appoint_custodian
from zhengyin.seals.actions.issue import issue_seal
from zhengyin.seals.actions.order import order_seal
from zhengyin.seals.models import CountyAuthority, Seal
from zhengyin.seals.policy.custody import Entrustment, Ground
from zhengyin.seals.policy.resolution import Resolution
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal, Refused


@transaction.atomic
def load_demo_seals(*, demo: Demo, at: datetime) -> int:
    """Order, issue and give into custody the seal of every committee of the cast; return how many.

    Needs the cast of people. A committee that has a seal is left as it is, so loading twice does
    nothing. Refused: not_a_demonstration, and whatever the acts refuse.
    """
    if not is_demonstration():
        raise Refused([Refusal("not_a_demonstration")])
    return sum(_load(demo, one, at) for one in demo.committees)


def _load(demo: Demo, one: DemoCommittee, at: datetime) -> bool:
    committee = Committee.objects.get(pk=organization_id(key_of(OrganizationKind.COMMITTEE, one.code)))
    if Seal.objects.filter(committee=committee).exists():
        return False
    if not CountyAuthority.objects.filter(county_code=committee.county_code, retired_at=None).exists():
        make_county_authority(county_code=committee.county_code, at=at)
    person, acting, ground, since = _ground(demo, one)
    township = _officer(committee.township_id, at)
    seal = order_seal(organization_id=committee.pk, actor=township, at=at)
    issue_seal(
        seal_id=seal.pk, made_on=since, issued_on=since, received_by=acting.name, actor=township, at=at
    )
    appoint_custodian(
        seal_id=seal.pk,
        person_id=person.pk,
        ground=ground,
        place=one.seal_kept_at,
        since=since,
        actor=_actor(acting, at),
        at=at,
    )
    return True


def _ground(demo: Demo, one: DemoCommittee) -> tuple[Person, Person, Ground, date]:
    """Who keeps the seal, who records it, on what ground and from when."""
    if (entrustment := one.custodian_by_entrustment) is not None:
        return (
            _person(demo, entrustment.person),
            _person(demo, entrustment.entrusted_by),
            _entrustment(entrustment),
            entrustment.entrusted_on,
        )
    vote = one.custodian_by_vote
    assert vote is not None  # the pack's check lets a committee have one of both
    director = _person(demo, vote.nominated_by_committee)
    return _person(demo, vote.person), director, _resolution(vote, director.name), vote.held_on


def _entrustment(said: DemoEntrustment) -> Entrustment:
    return Entrustment(said.entrusted_on, "主任委托书（示例）")


def _resolution(said: DemoVote, presided_by: str) -> Resolution:
    """Quorum and majority are example numbers, as the presiding person would enter them."""
    return Resolution(
        meeting=said.meeting,
        party_nominated_on=said.held_on,
        committee_nominated_on=said.held_on,
        held_on=said.held_on,
        presided_by=presided_by,
        eligible=said.eligible,
        present=said.present,
        votes_for=said.in_favour,
        votes_against=0,
        abstentions=said.present - said.in_favour,
        quorum=(2 * said.eligible + 2) // 3,
        majority=said.present // 2 + 1,
        article="本村（社区）议事规则（示例，条款待核）",
        minutes=f"{said.meeting}会议记录（示例）",
    )


def _person(demo: Demo, key: str) -> Person:
    return Account.objects.select_related("person").get(username=demo.person(key).login).person


def _officer(township_id: UUID, at: datetime) -> Actor:
    """The township's officer of longest standing."""
    terms = Appointment.objects.filter(
        in_force(day_of(at)), organization_id=township_id, office=Office.TOWNSHIP
    )
    return _actor(terms.select_related("person").earliest("valid_from", "recorded_at", "id").person, at)


def _actor(person: Person, at: datetime) -> Actor:
    return actor_for(Account(person=person), None, at)
