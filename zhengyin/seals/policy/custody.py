"""May this person keep the seal, appointed in this way? May the custody end?

Who may hold the office at all (whoever can approve, 第一书记, 临聘人员 …) is asked of the rules of
people, so that the two rooms cannot disagree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.people.actor import Actor
from zhengyin.people.offices import Nature, Office, Standing
from zhengyin.people.policy.appoint import AppointFacts, refusals_to_appoint
from zhengyin.people.policy.end import EndFacts, refusals_to_end
from zhengyin.people.policy.terms import Term
from zhengyin.regions.packs.settings import CustodianAppointment
from zhengyin.seals.policy.plain import refusals_of_plain
from zhengyin.seals.policy.resolution import Resolution, refusals_to_resolution
from zhengyin.seals.workflow import CustodyAct, SealState
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Entrustment:
    """The director's dated entrustment (委托书): its day and its number or words."""

    entrusted_on: date | None
    document: str
    scan: UUID | None = None  # the paper's picture, as stored


Ground = Entrustment | Resolution
_OF_AN_OFFICE = ("office_ends_sooner", "not_yours_to_end")  # what ending asks of one that is not over


@dataclass(frozen=True, slots=True)
class Wanted:
    """A person who is to keep a seal from `since` on; `until` is the first day after the agreed term.

    `gone` says why the custodian before is not there: acting custody, which ends hard on `until`.
    """

    person_id: UUID
    ground: Ground
    place: str
    since: date
    until: date | None = None
    standing: Standing = Standing.REGULAR
    party_secretary_confirmed: bool = False
    handing_over: bool = False
    gone: str = ""

    @property
    def nature(self) -> Nature:
        """How the office is held."""
        return Nature.ACTING if self.gone else Nature.APPOINTED

    def office_in(self, committee_id: UUID) -> Term:
        """The office it needs: an appointed custodian's goes on until the handover is done."""
        ends = self.until if self.gone else None
        return Term(
            self.person_id, committee_id, Office.CUSTODIAN, self.nature, self.standing, self.since, ends
        )

    @property
    def act(self) -> CustodyAct:
        """The row of the table."""
        if self.gone:
            return CustodyAct.ACT
        return CustodyAct.ENTRUST if isinstance(self.ground, Entrustment) else CustodyAct.DECIDE


@dataclass(frozen=True, slots=True)
class CustodyFacts:
    """All that the rule looks at. `kept_by` names who keeps the seal on a day of this custody."""

    seal_name: str
    seal_state: SealState
    issued_on: date | None
    mode: CustodianAppointment  # the pack's
    ground: Ground
    place: str
    since: date
    kept_by: str
    appointment: AppointFacts
    party_secretary: str  # the name of the person where he is party secretary, else empty
    party_secretary_confirmed: bool
    until: date | None = None  # the first day after the agreed term
    kept_before: bool = False  # somebody kept this seal before
    holds_office: bool = False  # of custodian here already, for another seal, in this nature and time
    handing_over: bool = False  # the act is the end of a handover, or acting custody in one


@dataclass(frozen=True, slots=True)
class EndCustodyFacts:
    """`closed` says that this custody was ended before; `office` is the term it rests on.

    `since` is the custody's own first day: its office may have begun earlier, for another seal.
    """

    closed: bool
    office_over: bool
    since: date
    office: EndFacts


def mode_of(ground: Ground) -> CustodianAppointment:
    """Return the way of appointing a ground belongs to."""
    if isinstance(ground, Entrustment):
        return CustodianAppointment.ENTRUSTMENT
    return CustodianAppointment.NOMINATION_AND_VOTE


def refusals_to_appoint_custodian(facts: CustodyFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when the way is this place's, every piece is there, and the person may keep a seal."""
    if facts.seal_state is not SealState.IN_USE:
        yield Refusal("seal_not_in_use", facts.seal_name)
    elif facts.issued_on is not None and facts.since < facts.issued_on:
        yield Refusal("custody_before_issue", facts.seal_name)
    if facts.since > day and not facts.handing_over:  # which passes on today
        yield Refusal("custody_begins_ahead", in_words(day))
    if mode_of(facts.ground) is not facts.mode:
        yield from _other_mode(facts.mode)
    elif isinstance(facts.ground, Entrustment):
        yield from _entrustment(facts.ground, facts.since, day)
    else:
        yield from refusals_to_resolution(facts.ground, facts.since, day)
    if not facts.place.strip():
        yield Refusal("place_missing")
    yield from refusals_of_plain(facts.place)
    if facts.until is not None and facts.until <= facts.since:
        yield Refusal("term_is_empty")
    if facts.kept_by:
        yield Refusal("another_custodian", facts.kept_by)
    elif facts.kept_before and not facts.handing_over:
        yield Refusal("handover_first", facts.seal_name, "H3.2.4e")
    if facts.party_secretary and not facts.party_secretary_confirmed:
        yield Refusal("custodian_is_party_secretary", facts.party_secretary)
    for refusal in refusals_to_appoint(facts.appointment, actor, None, day):
        if not (facts.holds_office and refusal.code == "office_already_held"):
            yield refusal


def refusals_to_end_custody(facts: EndCustodyFacts, actor: Actor, day: date) -> Iterator[Refusal]:
    """Empty when the office may be ended by this person; an office already over only follows, whose it was.

    Who acted and was elected director since closes the keeping by himself: nothing is ended by it.

    Ended is ended: nobody would keep the seal until a day ahead. One that has not begun, as older programs
    let it be entered, is taken back whole, on its own first day.
    """
    if facts.closed:
        yield Refusal("custody_ended_already")
    if facts.office.on > max(day, facts.since):
        yield Refusal("custody_ends_today", clause="H3.2.4a")
    for refusal in refusals_to_end(facts.office, actor, day):
        if not (facts.office_over and refusal.code in _OF_AN_OFFICE):
            yield refusal


def _other_mode(mode: CustodianAppointment) -> Iterator[Refusal]:
    if mode is CustodianAppointment.ENTRUSTMENT:
        yield Refusal("director_entrusts_here", clause="H3.2.4a")
    else:
        yield Refusal("meeting_decides_here", clause="O2.3b")


def _entrustment(ground: Entrustment, since: date, day: date) -> Iterator[Refusal]:
    if ground.entrusted_on is None:
        yield Refusal("entrustment_day_missing", clause="H3.2.4a")
    elif ground.entrusted_on > min(since, day):
        yield Refusal("entrusted_after_custody", clause="H3.2.4a")
    if not ground.document.strip():
        yield Refusal("entrustment_paper_missing", clause="H3.2.4a")
