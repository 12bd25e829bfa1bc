"""From the opening of a round to the day its entries end; every step by whom it is for, as its line says."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.admission import paper
from tests.admission.cast import LIJIAWAN, decide, item, listed
from tests.cleanup.cast import (
    AT,
    CHANGED,
    DECISION,
    DUE,
    ENDED,
    ENDS,
    HUINING,
    KEPT,
    LATE,
    LEAD,
    NONE,
    POLICE,
    TODAY,
    TOWNSHIP,
    answered,
    by_link,
    closed,
    give,
    given,
    opened,
    review_of,
    scan,
    settled,
)
from tests.seals.cast import Cast, refused
from zhengyin.admission import actions as admission
from zhengyin.admission.kinds import Kind
from zhengyin.admission.models import Proposal
from zhengyin.catalogue import queries as catalogue
from zhengyin.catalogue.kinds import Tie
from zhengyin.catalogue.policy import Question
from zhengyin.catalogue.policy.answer import Outcome
from zhengyin.catalogue.policy.change import Change
from zhengyin.cleanup import actions
from zhengyin.cleanup.actions import Said
from zhengyin.cleanup.kinds import Way
from zhengyin.cleanup.models import Review, Round
from zhengyin.cleanup.queries import reviews_visible_to, rounds_visible_to
from zhengyin.cleanup.queries.results import closed_rounds, result_of
from zhengyin.cleanup.workflow import REVIEW, ROUND
from zhengyin.registers.queries import lines_of

DAY = timedelta(days=1)
ONE, TWO, THREE = "ISS-ZQ-01", "ISS-XY-07", "ISS-XY-01"


def kinds(row: Round | Review) -> list[str]:
    return [line.kind for line in lines_of(row.pk)]


@pytest.mark.clause("H2.1b", "O1a", "O3.2a", "H2.1c")
def test_what_has_no_basis_ends_on_the_rounds_day_and_leaves_a_way(cast: Cast) -> None:
    row = answered(cast, ISS_ZQ_01=NONE, ISS_XY_07=ENDED, ISS_XY_01=CHANGED)
    closed(cast, row)
    row.refresh_from_db()
    assert (row.state, ROUND.replay(kinds(row))) == ("round_closed", "round_closed")
    for code in (ONE, TWO):
        assert listed(code, ENDS - DAY) and not listed(code, ENDS) and not listed(code, ENDS + DAY)
        assert REVIEW.replay(kinds(review_of(row, code))) == "review_ended"
    assert listed(THREE, ENDS) and listed("ISS-XY-02", ENDS)
    way = catalogue.entry(LIJIAWAN, "RT-TC-01", ENDS)
    assert way is not None and way.entry.routes[0].do == ENDED.instead
    assert not listed("RT-TC-01", ENDS - DAY) and listed("RT-TC-02", ENDS)
    assert outcome(ONE, ENDS - DAY) is Outcome.YES_POSITIVE_LIST
    assert outcome("RT-TC-01", ENDS) is Outcome.NO_NOT_ON_LIST
    result = result_of(row)
    assert (result.kept, result.changed, result.ended) == (row.reviews.count() - 3, 1, 2)
    assert closed_rounds(HUINING) == ((row.pk, row.title),) and result.decision == (
        "关于取消证明事项的决定（示例）（会民发〔2026〕60号（示例））"
    )
    (line,) = [line for line in lines_of(row.pk) if line.kind == "cleanup.closed"]
    assert (line.columns["changed"], line.columns["ended"]) == ("1", "2")


def outcome(code: str, day: date) -> Outcome:
    """As a government office asks for it."""
    asked = Question(
        day=day, entry_code=code, confirmed=True, unit_class="government", ties_asked=True,
        ties=frozenset({Tie.REGISTERED}),
    )  # fmt: skip
    return catalogue.answer_to(LIJIAWAN, asked).outcome


FILLED_IN = {"liaison": "王主任", "telephone": "0943-0000900"}


@pytest.mark.clause("H2.1b", "H2.1c", "O3.2a")
def test_what_is_to_be_changed_becomes_a_draft_that_keeps_its_code(cast: Cast) -> None:
    row = answered(cast, ISS_XY_01=CHANGED)
    closed(cast, row, decided=None)
    assert row.decision is None and not Review.objects.filter(round=row, state="review_ended").exists()
    draft = review_of(row, THREE).proposal
    assert draft is not None and (draft.state, draft.item_code, draft.kind) == (
        "proposal_draft",
        THREE,
        Kind.ADJUST,
    )
    assert draft.entry["guide"] and draft.said == {"adjusted_because": CHANGED.reason}
    Proposal.objects.filter(pk=draft.pk).update(**FILLED_IN, entry={**draft.entry, "valid_days": 30})
    said = {"paper_id": scan(), "received_on": TODAY, "actor": cast.actor("hn_lead"), "at": AT}
    decide(cast.actor("hn_lead"), Change(ended=(THREE,)), replace(DECISION, takes_effect_on=TODAY))
    with refused("item_not_listed_here"):
        admission.submit(proposal_id=draft.pk, **said)


def test_a_change_may_be_handed_in_though_its_name_is_listed(cast: Cast) -> None:
    """Near miss of the last: the entry still stands."""
    row = answered(cast, ISS_XY_01=CHANGED)
    closed(cast, row, decided=None)
    draft = review_of(row, THREE).proposal
    assert draft is not None
    Proposal.objects.filter(pk=draft.pk).update(**FILLED_IN, entry={**draft.entry, "valid_days": 30})
    handed = admission.submit(
        proposal_id=draft.pk, paper_id=scan(), received_on=TODAY, actor=cast.actor("hn_lead"), at=AT
    )
    assert handed.state == "proposal_submitted"


@pytest.mark.clause("H2.1b", "H2.1c", "O3.2a")
def test_a_change_goes_the_whole_way_and_the_entry_keeps_its_code(cast: Cast) -> None:
    row, lead, two = answered(cast, ISS_XY_02=CHANGED), cast.actor("hn_lead"), "ISS-XY-02"
    closed(cast, row, decided=None)
    draft = review_of(row, two).proposal
    assert draft is not None
    Proposal.objects.filter(pk=draft.pk).update(**FILLED_IN, entry={**draft.entry, "valid_days": 30})
    draft.refresh_from_db()
    paper.handed_in(cast, draft, scan())
    admission.accept(proposal_id=draft.pk, actor=lead, at=AT)
    asked = admission.consult(
        proposal_id=draft.pk, due_on=TODAY + 9 * DAY, bodies=paper.everybody(), actor=lead, at=AT
    )
    for question in asked.questions.all():
        paper.no_opinion(question)
    admission.sum_up(proposal_id=draft.pk, summary="没有意见", actor=lead, at=AT)
    paper.held(cast, draft)
    paper.published(cast, draft, decided=DECISION)
    found = catalogue.entry(LIJIAWAN, two, ENDS)
    assert found is not None and found.entry.valid_days == 30
    old = catalogue.entry(LIJIAWAN, two, ENDS - DAY)
    assert old is not None and old.entry.valid_days != 30 and not listed("ISS-ZR-01", ENDS)


@pytest.mark.clause("H2.1b")
def test_each_entry_goes_to_whoever_asked_for_it(cast: Cast) -> None:
    decide(cast.actor("hn_lead"), Change(begun=(item(),)), replace(DECISION, takes_effect_on=TODAY))
    row = opened(cast)
    assert row.reviews.filter(code="ISS-HN-01", unit=None).exists()  # nobody's admission: unassigned
    assert not row.reviews.filter(code__startswith="ISS-NAT").exists()  # stands above
    give(cast, row, ONE, body=None, name="会宁县供水公司（示例）")
    give(cast, row, TWO, body=TOWNSHIP)
    assert review_of(row).unit.body_id is None and review_of(row, TWO).unit.name == "平头川镇"  # type: ignore[union-attr]
    give(cast, row, ONE, body=POLICE)
    give(cast, row, THREE, body=None, name="会宁县公安局")  # by its name it is the one that has a desk
    assert review_of(row, THREE).unit == review_of(row).unit
    assert kinds(review_of(row)) == ["review.listed", "review.assigned", "review.assigned"]
    with refused("review_unit_missing", "reviews_not_chosen"):
        actions.assign(
            round_id=row.pk, reviews=[], body_id=None, name=" ", actor=cast.actor("hn_lead"), at=AT
        )
    by_link(review_of(row))
    with refused("wrong_state"):
        give(cast, row, ONE, body=TOWNSHIP)


def test_a_round_is_opened_once_and_one_at_a_time(cast: Cast) -> None:
    row = opened(cast)
    assert opened(cast) == row and Round.objects.count() == 1
    with refused("round_under_way"):
        opened(cast, title="另一次")
    actions.cancel_round(round_id=row.pk, reason="重来", actor=cast.actor("hn_lead"), at=AT)
    assert opened(cast).pk != row.pk
    with refused("wrong_office"):
        actions.open_round(
            county_code=HUINING, title="别县的", due_on=DUE, ends_on=ENDS, actor=cast.actor("od_lead"), at=AT
        )


@pytest.mark.clause("H2.1b")
def test_the_silent_are_found_for_only_after_their_last_day(cast: Cast) -> None:
    row = given(cast)
    for review in row.reviews.exclude(code=ONE):
        by_link(review)
    with refused("reviews_awaited"):
        closed(cast, row, decided=None)
    last = LATE - timedelta(days=1)
    with refused("review_still_awaited"):
        settled(cast, review_of(row), at=last)
    settled(cast, review_of(row))
    closed(cast, row, at=LATE)
    assert review_of(row).way == Way.LEAD and not listed(ONE, ENDS) and listed(ONE, ENDS - DAY)
    assert [one.code for one in result_of(row).entries if one.silent] == [ONE]


@pytest.mark.clause("H2.1b")
def test_by_link_desk_and_paper(cast: Cast) -> None:
    row = given(cast)
    give(cast, row, TWO, body=TOWNSHIP)
    give(cast, row, THREE, body=None, name="供水公司")
    desk = actions.answer(
        review_id=review_of(row, TWO).pk, said=KEPT, way=Way.DESK, actor=cast.actor("pt_officer"), at=AT
    )
    assert desk.way == Way.DESK
    with refused("wrong_office"):  # not its unit
        actions.answer(
            review_id=review_of(row).pk, said=KEPT, way=Way.DESK, actor=cast.actor("pt_officer"), at=AT
        )
    with refused("wrong_office"):  # a name alone has no desk
        actions.answer(
            review_id=review_of(row, THREE).pk, said=KEPT, way=Way.DESK, actor=cast.actor("hn_lead"), at=AT
        )
    with refused("review_not_scanned"):
        on_paper(cast, row, replace(KEPT, scan_id=None))
    with refused("review_day_wrong"):
        on_paper(cast, row, replace(KEPT, scan_id=scan(), answered_on=TODAY + DAY))
    done = on_paper(cast, row, replace(KEPT, scan_id=scan()))
    assert (done.way, done.answered_on) == (Way.PAPER, TODAY)
    with refused("wrong_state"):  # answered once
        by_link(done)


def on_paper(cast: Cast, row: Round, said: Said) -> Review:
    return actions.answer(
        review_id=review_of(row, THREE).pk, said=said, way=Way.PAPER, actor=cast.actor("hn_lead"), at=AT
    )


def test_nobody_without_a_unit_answers(cast: Cast) -> None:
    row = opened(cast)
    for way, actor in (
        (Way.LINK, None),
        (Way.PAPER, cast.actor("hn_lead")),
        (Way.DESK, cast.actor("hn_lead")),
    ):
        with refused("wrong_office"):
            actions.answer(
                review_id=review_of(row).pk, said=replace(KEPT, scan_id=scan()), way=way, actor=actor, at=AT
            )


def test_an_answer_is_sent_back_and_given_anew(cast: Cast) -> None:
    row = given(cast)
    by_link(review_of(row))
    with refused("return_reason_missing"):
        send_back(cast, row, " ")
    send_back(cast, row, "文件已经废止")
    assert review_of(row).verdict == ""
    by_link(review_of(row), NONE)
    assert kinds(review_of(row))[-3:] == ["review.answered", "review.returned", "review.answered"]


def send_back(cast: Cast, row: Round, reason: str) -> None:
    actions.send_back(review_id=review_of(row).pk, reason=reason, actor=cast.actor("hn_lead"), at=AT)


@pytest.mark.clause("O1a")
def test_closing_needs_the_document_of_the_very_day(cast: Cast) -> None:
    row = answered(cast, ISS_ZQ_01=NONE)
    with refused("closing_document_missing"):
        closed(cast, row, decided=None)
    with refused("closing_another_day"):
        closed(cast, row, decided=replace(DECISION, takes_effect_on=ENDS + DAY))
    with refused("decision_not_scanned"):
        actions.close_round(
            round_id=row.pk, decided=DECISION, scan_id=None, actor=cast.actor("hn_lead"), at=AT
        )
    with refused("wrong_office"):
        actions.close_round(
            round_id=row.pk, decided=DECISION, scan_id=scan(), actor=cast.actor("pt_officer"), at=AT
        )
    assert listed(ONE, ENDS) and Round.objects.get().state == "round_open"
    closed(cast, row)
    with refused("wrong_state"):
        closed(cast, row)


def test_what_left_the_list_meanwhile_is_not_ended_again(cast: Cast) -> None:
    row = answered(cast, ISS_ZQ_01=NONE)
    gone = replace(DECISION, number="会民发〔2026〕59号（示例）", takes_effect_on=TODAY)
    decide(cast.actor("hn_lead"), Change(ended=(ONE,)), gone)
    with refused("closing_without_ending"):
        closed(cast, row)
    closed(cast, row, decided=None)
    assert review_of(row).state == "review_ended" and row.decision is None


def test_closed_after_its_day_it_ends_from_the_day_it_is_entered(cast: Cast) -> None:
    ends = DUE + DAY
    row = opened(cast, ends_on=ends)
    give(cast, row)
    for review in row.reviews.all():
        by_link(review, NONE if review.code == ONE else KEPT)
    closed(cast, row, replace(DECISION, takes_effect_on=ends), at=AT + timedelta(days=6))
    day = TODAY + timedelta(days=6)
    assert listed(ONE, day - DAY) and not listed(ONE, day)


def test_a_round_that_is_over_takes_nothing(cast: Cast) -> None:
    row = given(cast)
    by_link(review_of(row, TWO))
    actions.cancel_round(round_id=row.pk, reason="重来", actor=cast.actor("hn_lead"), at=AT)
    with refused("round_over"):
        by_link(review_of(row))
    with refused("round_over"):
        settled(cast, review_of(row))
    with refused("round_over"):
        give(cast, row, ONE, body=TOWNSHIP)
    with refused("round_over"):
        actions.send_back(review_id=review_of(row, TWO).pk, reason="x", actor=cast.actor("hn_lead"), at=AT)
    with refused("wrong_state"):
        closed(cast, row, decided=None)
    with refused("wrong_state"):
        actions.cancel_round(round_id=row.pk, reason="重来", actor=cast.actor("hn_lead"), at=AT)


def test_cancelling_says_why(cast: Cast) -> None:
    row = opened(cast)
    with refused("cancelling_reason_missing"):
        actions.cancel_round(round_id=row.pk, reason=" ", actor=cast.actor("hn_lead"), at=AT)
    assert Round.objects.get().state == "round_open" and row.lead_id == LEAD


def test_who_sees_what(cast: Cast) -> None:
    row = opened(cast)
    give(cast, row, ONE, body=TOWNSHIP)
    lead, township, other = (cast.actor(one) for one in ("hn_lead", "pt_officer", "od_lead"))
    assert reviews_visible_to(lead).count() == row.reviews.count()
    assert [one.code for one in reviews_visible_to(township)] == [ONE]
    assert list(rounds_visible_to(lead)) == list(rounds_visible_to(township)) == [row]
    for actor in (other, cast.actor("hs_officer"), cast.actor("ljw_director")):
        assert not rounds_visible_to(actor).exists() and not reviews_visible_to(actor).exists()
