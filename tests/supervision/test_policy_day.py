"""日终核对: one changed fact, one refusal, the near miss beside it."""

from dataclasses import replace
from uuid import UUID

import pytest

from zhengyin.people.offices import Office
from zhengyin.supervision.policy.day import Counted, DayFacts, Pad, missing_of, refusals_to_reconcile

KEEPER, OTHER = UUID(int=1), UUID(int=2)
PAD = Pad(1, 10, (3, 5, 6, 7, 8, 9, 10))
SAID = Counted(seal_there=True, papers_agree=True, following=5, note="")
FACTS = DayFacts(KEEPER, frozenset({Office.CUSTODIAN, Office.HANDLER}), KEEPER, (PAD,), SAID)


def codes(facts: DayFacts) -> list[str]:
    return [refusal.code for refusal in refusals_to_reconcile(facts)]


def said(**change: object) -> DayFacts:
    return replace(FACTS, counted=replace(SAID, **change))


@pytest.mark.clause("H3.2.3a", "H3.2.4b")
@pytest.mark.parametrize("facts, refusal", [
    (replace(FACTS, offices=frozenset({Office.HANDLER})), "wrong_office"),
    (replace(FACTS, keeper=OTHER), "day_by_the_keeper"),
    (replace(FACTS, keeper=None), "day_by_the_keeper"),
    (said(seal_there=None), "seal_place_not_answered"),
    (said(seal_there=False), "seal_not_in_its_place"),
    (said(papers_agree=None), "papers_not_counted"),
    (said(papers_agree=False), "difference_not_said"),
    (said(papers_agree=False, note=" "), "difference_not_said"),
    (said(note="差" * 201), "note_too_long"),
    (said(note="13812345678的那张没有"), "note_tells_a_number"),
    (said(note="１３８１２３４５６７８的那张没有"), "note_tells_a_number"),  # of whatever width
    (said(following=None), "next_slip_missing"),
    (said(following=4), "slip_came_to_its_end"),
    (said(following=12), "no_such_slip"),
    (replace(FACTS, pads=()), "no_pad_in_use"),
])  # fmt: skip
def test_one_changed_fact_is_one_refusal(facts: DayFacts, refusal: str) -> None:
    assert codes(facts) == [refusal]


@pytest.mark.parametrize("facts", [
    FACTS, said(papers_agree=False, note="少一张签收单"), said(note="差" * 200), said(following=3),
    said(note="证字〔2026〕138号少一份，应急0012没有找到"),  # a number of ours is none of a person
    said(following=11),  # the last slip is used, none is left
    replace(FACTS, pads=(), counted=replace(SAID, following=None)),
    replace(FACTS, seal_out=True, counted=replace(SAID, seal_there=None)),
    replace(FACTS, pads=(PAD, Pad(11, 20, (11,))), counted=replace(SAID, following=11)),
])  # fmt: skip
def test_a_near_miss_is_recorded(facts: DayFacts) -> None:
    assert codes(facts) == []


@pytest.mark.parametrize("following, missing", [
    (3, ()), (5, (3,)), (6, (3, 5)), (11, (3, 5, 6, 7, 8, 9, 10)), (None, ()), (12, ()),
])  # fmt: skip
def test_what_was_torn_off_before_the_next_blank_slip_is_missing(
    following: int | None, missing: tuple[int, ...]
) -> None:
    assert missing_of((PAD,), following) == missing


def test_slips_of_another_pad_are_not_missing() -> None:
    assert missing_of((Pad(1, 4, (2, 4)), Pad(5, 9, (6, 7, 9))), 7) == (6,)
