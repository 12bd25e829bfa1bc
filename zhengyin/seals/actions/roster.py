"""After an election: a committee's director and supervision committee of the roster, and its handover begun.

One transaction a committee, so that one that fails stands beside others that succeed; done again it
changes nothing. The custodian of the roster is only named: who keeps the seal, the director entrusts or
the meeting decides, and three people sign.
"""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from zhengyin.people import actions as people
from zhengyin.people.actor import Actor
from zhengyin.people.models import Account, Appointment, Person
from zhengyin.people.offices import Nature, Office
from zhengyin.people.policy.appoint import Paper
from zhengyin.people.queries.terms import in_force
from zhengyin.people.who_appoints import Basis
from zhengyin.regions.models import Committee
from zhengyin.regions.queries.ended import end_in_words
from zhengyin.seals.actions.handover import name_successor, open_handover
from zhengyin.seals.actions.record import gathering
from zhengyin.seals.kinds import HandoverReason, SealKind
from zhengyin.seals.models import Seal
from zhengyin.seals.policy.roster import refusals_to_enter_roster, refusals_to_hand_over_by_roster
from zhengyin.seals.queries.facts import party_secretary
from zhengyin.seals.queries.handovers import keeper_of
from zhengyin.seals.roster import CommitteeRoster, Entry, Post
from zhengyin.seals.workflow import HandoverState, SealState
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal, refuse_if

OFFICES = {Post.DIRECTOR: Office.DIRECTOR, Post.SUPERVISION: Office.SUPERVISION_COMMITTEE}
WHY = "换届"
NO_SEAL = "还没有启用的印章，不用移交；名单里的保管人没有登记，颁发印章以后由村（社区）按本地的办法定"
KEPT_SINCE = "现在的保管人是选举以后定的，印章不用移交"
NOBODY_KEEPS = "印章还没有人保管，不用移交；名单里的保管人没有登记，请由村（社区）按本地的办法定"


@transaction.atomic
def enter_roster(
    *, committee_id: UUID, roster: CommitteeRoster, actor: Actor, at: datetime
) -> tuple[str, ...]:
    """Enter what an election changed; answer in words what was done, nothing where all stood already.

    Refused: committee_appoints_no_more, roster_day_missing, the codes of people's appoint and end and of
    open_handover.
    """
    committee = Committee.objects.select_for_update(of=("self",)).get(pk=committee_id)
    refuse_if(refusals_to_enter_roster(end_in_words(committee)))
    reasons: list[Refusal] = []
    done: list[str] = []
    for post in OFFICES:
        with gathering(reasons):
            done += _elected(committee, post, roster.of(post), actor=actor, at=at)
    with gathering(reasons):
        done += _handed_over(committee, roster, actor=actor, at=at)
    refuse_if(reasons)
    return tuple(done)


def _elected(
    committee: Committee, post: Post, entries: Iterable[Entry], *, actor: Actor, at: datetime
) -> list[str]:
    """Whoever sat there before ends today, whoever is elected begins; a term entered already stays."""
    entries, day = tuple(entries), day_of(at)
    if not entries:
        return []
    wanted, left = {_person(committee, one, at).pk: one for one in entries}, []
    rows = Appointment.objects.filter(
        in_force(day), organization_id=committee.pk, office=OFFICES[post]
    ).exclude(nature=Nature.DELEGATED)
    for row in rows.select_related("person").order_by("valid_from", "id"):
        entry = wanted.get(row.person_id)
        if entry is not None and row.nature == Nature.APPOINTED and row.elected_on == entry.elected_on:
            del wanted[row.person_id]
            continue
        people.end_appointment(appointment_id=row.pk, on=day, reason=WHY, actor=actor, at=at)
        if entry is None:
            left.append(f"原{post.value}{row.person.name}离任")
    for person_id, entry in wanted.items():
        people.appoint(
            person_id=person_id,
            organization_id=committee.pk,
            office=OFFICES[post],
            since=day,
            paper=Paper(Basis.ELECTION, entry.document, entry.elected_on),
            actor=actor,
            at=at,
        )
    begun = [f"登记{post.value}{entry.name}{_without_account(key)}" for key, entry in wanted.items()]
    return [*left, *begun]


def _without_account(person_id: UUID) -> str:
    known = Account.objects.filter(person_id=person_id, is_active=True).exists()
    return "" if known else "（还没有账户，登记以后请开通）"


def _handed_over(committee: Committee, roster: CommitteeRoster, *, actor: Actor, at: datetime) -> list[str]:
    """Begin the handover of the seal, and name who is to take over."""
    seal = Seal.objects.filter(committee_id=committee.pk, kind=SealKind.OFFICIAL, state=SealState.IN_USE)
    kept = seal.first()
    if kept is None or (keeper := keeper_of(kept, day_of(at))) is None:
        return [NOBODY_KEEPS if kept else NO_SEAL] if roster.of(Post.CUSTODIAN) else []
    elected_on = roster.elected_on
    refuse_if(refusals_to_hand_over_by_roster(elected_on))
    assert elected_on is not None
    if keeper.valid_from > elected_on:  # appointed after the election: nothing is to be handed over
        return [KEPT_SINCE]
    return [
        *_begun(kept, elected_on, actor=actor, at=at),
        *_named(committee, kept, roster, actor=actor, at=at),
    ]


def _begun(seal: Seal, elected_on: date, *, actor: Actor, at: datetime) -> list[str]:
    if seal.handovers.filter(state=HandoverState.OPEN).exists():
        return []
    open_handover(seal_id=seal.pk, reason=HandoverReason.ELECTION, changed_on=elected_on, actor=actor, at=at)
    return ["开始移交印章"]


def _named(
    committee: Committee, seal: Seal, roster: CommitteeRoster, *, actor: Actor, at: datetime
) -> list[str]:
    """Nobody is named where the custodian stays: he is appointed anew."""
    entries = roster.of(Post.CUSTODIAN)
    row = seal.handovers.filter(state=HandoverState.OPEN).first()
    keeper = keeper_of(seal, day_of(at))
    if not entries or row is None or keeper is None:
        return []
    person = _person(committee, entries[0], at)
    if person.pk in (row.successor_id, keeper.person_id):
        return []
    name_successor(handover_id=row.pk, person_id=person.pk, actor=actor, at=at)
    return [f"拟由{person.name}接交印章", *_warned(person, committee, at)]


def _warned(person: Person, committee: Committee, at: datetime) -> list[str]:
    """It is no bar (H3.2.4a names none): whoever appoints him will be asked to confirm it."""
    if not party_secretary(person.pk, committee.pk, day_of(at)):
        return []
    return [f"请留意：{person.name}是党组织书记，请另选保管人；确实由他保管的，办移交时要再确认"]


def _person(committee: Committee, entry: Entry, at: datetime) -> Person:
    return people.register_person(
        name=entry.name,
        identity=entry.identity,
        phone=entry.phone,
        county_code=committee.county_code,
        at=at,
    )
