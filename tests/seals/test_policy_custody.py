"""Who may keep a seal, in which way: one changed fact, one refusal; the near misses beside it."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from tests.people.values import LI, MA, SEATS_OF_VILLAGE, VILLAGE, WANG, actor
from tests.seals.cast import ENTRUSTMENT, RESOLUTION
from zhengyin.people.actor import Actor
from zhengyin.people.offices import Nature, Office, Standing
from zhengyin.people.policy.appoint import AppointFacts, Paper
from zhengyin.people.policy.end import EndFacts
from zhengyin.people.policy.terms import Term
from zhengyin.people.who_appoints import Basis
from zhengyin.regions.packs.settings import CustodianAppointment as Mode
from zhengyin.seals.policy.custody import (
    CustodyFacts,
    EndCustodyFacts,
    refusals_to_appoint_custodian,
    refusals_to_end_custody,
)
from zhengyin.seals.workflow import SealState

TODAY = date(2026, 11, 20)
SINCE = date(2026, 3, 10)
DIRECTOR = actor(LI, (Office.DIRECTOR, VILLAGE))
SECRETARY = actor(WANG, (Office.PARTY_ORGANIZATION, VILLAGE))


def term(office: Office, person: UUID = MA, **change: object) -> Term:
    whole = Term(person, VILLAGE, office, Nature.APPOINTED, Standing.REGULAR, date(2026, 1, 5), None)
    return replace(whole, **change)  # type: ignore[arg-type]


WANTED = term(Office.CUSTODIAN, since=SINCE)
APPOINTMENT = AppointFacts(
    wanted=WANTED,
    organization_kind="committee",
    seats=SEATS_OF_VILLAGE,
    paper=Paper(Basis.DIRECTOR, ENTRUSTMENT.document),
    held=(term(Office.HANDLER),),
    first_officer=True,
)
GOOD = CustodyFacts(
    seal_name="李家湾村村民委员会",
    seal_state=SealState.IN_USE,
    issued_on=date(2026, 3, 2),
    mode=Mode.ENTRUSTMENT,
    ground=ENTRUSTMENT,
    place="办公室保险柜",
    since=SINCE,
    kept_by="",
    appointment=APPOINTMENT,
    party_secretary="",
    party_secretary_confirmed=False,
)
VOTED = replace(
    GOOD,
    mode=Mode.NOMINATION_AND_VOTE,
    ground=RESOLUTION,
    appointment=replace(APPOINTMENT, paper=Paper(Basis.MEETING, RESOLUTION.minutes)),
)


def codes(facts: CustodyFacts, by: Actor = DIRECTOR) -> list[str]:
    return [refusal.code for refusal in refusals_to_appoint_custodian(facts, by, TODAY)]


@pytest.mark.clause("H3.2.4a", "O2.3b")
@pytest.mark.parametrize("facts, by", [(GOOD, DIRECTOR), (VOTED, DIRECTOR), (VOTED, SECRETARY)])
def test_both_ways_can_pass(facts: CustodyFacts, by: Actor) -> None:
    assert codes(facts, by) == []


@pytest.mark.clause("H3.2.4a")
@pytest.mark.parametrize(
    "change, refusal",
    [
        ({"seal_state": SealState.ENGRAVING, "issued_on": None}, ["seal_not_in_use"]),
        ({"seal_state": SealState.STOPPED}, ["seal_not_in_use"]),
        ({"issued_on": SINCE}, []),
        ({"issued_on": SINCE + timedelta(days=1)}, ["custody_before_issue"]),
        ({"since": TODAY}, []),
        ({"since": TODAY + timedelta(days=1)}, ["custody_begins_ahead"]),
        ({"mode": Mode.NOMINATION_AND_VOTE}, ["meeting_decides_here"]),
        ({"ground": replace(ENTRUSTMENT, entrusted_on=None)}, ["entrustment_day_missing"]),
        ({"ground": replace(ENTRUSTMENT, entrusted_on=SINCE)}, []),
        (
            {"ground": replace(ENTRUSTMENT, entrusted_on=SINCE + timedelta(days=1))},
            ["entrusted_after_custody"],
        ),
        ({"ground": replace(ENTRUSTMENT, document=" ")}, ["entrustment_paper_missing"]),
        ({"place": " "}, ["place_missing"]),
        ({"until": SINCE}, ["term_is_empty"]),  # the first day after it
        ({"until": SINCE + timedelta(days=1)}, []),
        ({"place": "保险柜，钥匙找13800000117"}, ["words_tell_a_number"]),
        ({"place": "2号楼1203室保险柜"}, []),
        ({"kept_by": "张建平"}, ["another_custodian"]),
        ({"party_secretary": "赵永红"}, ["custodian_is_party_secretary"]),
        ({"party_secretary": "赵永红", "party_secretary_confirmed": True}, []),
    ],
)
def test_one_changed_fact_is_one_refusal(change: dict[str, object], refusal: list[str]) -> None:
    assert codes(replace(GOOD, **change)) == refusal  # type: ignore[arg-type]


WATCHING = term(Office.SUPERVISION_COMMITTEE)


@pytest.mark.parametrize(
    "held, refusal",
    [
        (WATCHING, ["who_watches_only_watches"]),
        (replace(WATCHING, organization_id=uuid4()), []),  # of another village
        (replace(WATCHING, person_id=uuid4()), []),  # somebody else
        (replace(WATCHING, until=SINCE), []),  # over by then
        (term(Office.COMMITTEE_MEMBER), []),
    ],
)
def test_who_watches_the_seal_does_not_keep_it(held: Term, refusal: list[str]) -> None:
    for facts in (GOOD, VOTED):
        changed = replace(facts, appointment=replace(facts.appointment, held=(held,)))
        assert codes(changed, DIRECTOR) == refusal


@pytest.mark.clause("O2.3b")
def test_the_other_way_is_refused_in_both_places() -> None:
    assert codes(replace(VOTED, mode=Mode.ENTRUSTMENT)) == ["director_entrusts_here"]
    assert codes(replace(VOTED, ground=replace(RESOLUTION, minutes=""))) == ["resolution_piece_missing"]


@pytest.mark.clause("H3.2.4c", "O2.3c")
@pytest.mark.parametrize("facts", [GOOD, VOTED], ids=["entrusted", "voted"])
@pytest.mark.parametrize(
    "held, refusal",
    [
        (term(Office.DIRECTOR), ["approver_may_not_keep"]),
        (term(Office.SECOND_APPROVER), ["approver_may_not_keep"]),
        (term(Office.DIRECTOR, nature=Nature.PRESIDING), ["approver_may_not_keep"]),
        # a delegate for some days within the custody
        (
            term(Office.DIRECTOR, nature=Nature.DELEGATED, since=date(2026, 5, 1), until=date(2026, 5, 9)),
            ["approver_may_not_keep"],
        ),
        # no longer on the first day of the custody; in another committee; a member who approves nothing
        (term(Office.DIRECTOR, until=SINCE), []),
        (term(Office.DIRECTOR, until=SINCE + timedelta(days=1)), ["approver_may_not_keep"]),
        (term(Office.DIRECTOR, organization_id=UUID(int=2)), []),
        (term(Office.COMMITTEE_MEMBER), []),
        # somebody else's office
        (term(Office.DIRECTOR, person=WANG), []),
    ],
)
def test_whoever_can_approve_keeps_no_seal(facts: CustodyFacts, held: Term, refusal: list[str]) -> None:
    changed = replace(facts, appointment=replace(facts.appointment, held=(held,)))
    assert codes(changed) == refusal


@pytest.mark.clause("H3.2.4c", "O2.3c")
@pytest.mark.parametrize("standing", [one for one in Standing if one is not Standing.REGULAR])
def test_temporary_people_keep_no_seal(standing: Standing) -> None:
    wanted = replace(WANTED, standing=standing)
    changed = replace(GOOD, appointment=replace(APPOINTMENT, wanted=wanted))
    assert codes(changed) == ["never_approves_nor_keeps"]


TOMORROW = TODAY + timedelta(days=1)
END = EndCustodyFacts(
    closed=False,
    office_over=False,
    since=WANTED.since,
    office=EndFacts(WANTED, SEATS_OF_VILLAGE, None, TODAY, "换届", with_custody=True),
)


@pytest.mark.parametrize(
    "facts, by, refusal",
    [
        (END, DIRECTOR, []),
        (END, SECRETARY, []),
        (replace(END, closed=True), DIRECTOR, ["custody_ended_already"]),
        (replace(END, office=replace(END.office, reason=" ")), DIRECTOR, ["reason_missing"]),
        (
            replace(END, office=replace(END.office, on=TODAY - timedelta(days=1))),
            DIRECTOR,
            ["past_is_not_taken_back"],
        ),
        # ended is ended: not of a day ahead, unless it has not begun
        (
            replace(END, office=replace(END.office, on=TODAY + timedelta(days=1))),
            DIRECTOR,
            ["custody_ends_today"],
        ),
        (
            replace(END, since=TOMORROW, office=replace(END.office, on=TODAY + timedelta(days=1))),
            DIRECTOR,
            [],
        ),
        (
            replace(END, since=TOMORROW, office=replace(END.office, on=TODAY + timedelta(days=2))),
            DIRECTOR,
            ["custody_ends_today"],
        ),
        (END, actor(WANG, (Office.HANDLER, VILLAGE)), ["not_yours_to_end"]),
        # the office ended by itself: the custody only follows
        (
            replace(END, office_over=True, office=replace(END.office, term=replace(WANTED, until=TODAY))),
            DIRECTOR,
            [],
        ),
        # it was his own: who acted, and was elected director since
        (
            replace(END, office_over=True, office=replace(END.office, term=replace(WANTED, until=TODAY))),
            actor(MA, (Office.DIRECTOR, VILLAGE)),
            [],
        ),
        (END, actor(MA, (Office.DIRECTOR, VILLAGE)), ["not_yours_to_end"]),
        (
            replace(END, office=replace(END.office, term=replace(WANTED, until=TODAY))),
            DIRECTOR,
            ["office_ends_sooner"],
        ),
    ],
)
def test_end_custody(facts: EndCustodyFacts, by: Actor, refusal: list[str]) -> None:
    assert [one.code for one in refusals_to_end_custody(facts, by, TODAY)] == refusal
