"""Who signs which month: one changed fact, one refusal, the near miss beside it."""

from dataclasses import replace
from datetime import date

import pytest

from zhengyin.people.offices import Office
from zhengyin.supervision.months import Month, month_of, months_before
from zhengyin.supervision.policy.month import LONGEST_NOTE, SignFacts, refusals_to_sign

OCTOBER = Month(2026, 10)
GOOD = SignFacts(frozenset({Office.SUPERVISION_COMMITTEE}), OCTOBER, 1, "")
FIRST_OF_NOVEMBER = date(2026, 11, 1)


def codes(facts: SignFacts, day: date = FIRST_OF_NOVEMBER) -> list[str]:
    return [refusal.code for refusal in refusals_to_sign(facts, day)]


def test_a_member_signs_on_the_first_day_after() -> None:
    assert codes(GOOD) == []


@pytest.mark.parametrize("change, refusal", [
    ({"offices": frozenset({Office.DIRECTOR, Office.COMMITTEE_MEMBER})}, "wrong_office"),
    ({"month": Month(2026, 11)}, "month_not_over"),
    ({"recorded": 0}, "month_without_lines"),
    ({"note": "问" * (LONGEST_NOTE + 1)}, "note_too_long"),
])  # fmt: skip
def test_one_changed_fact_is_one_refusal(change: dict[str, object], refusal: str) -> None:
    assert codes(replace(GOOD, **change)) == [refusal]


@pytest.mark.parametrize("change", [
    {"note": "问" * LONGEST_NOTE}, {"offices": frozenset({Office.SUPERVISION_COMMITTEE, Office.HANDLER})},
    {"month": Month(2020, 1)},
])  # fmt: skip
def test_a_near_miss_is_none(change: dict[str, object]) -> None:
    assert codes(replace(GOOD, **change)) == []


def test_the_last_day_of_the_month_is_too_early() -> None:
    assert codes(GOOD, date(2026, 10, 31)) == ["month_not_over"]


def test_months_turn_with_the_year() -> None:
    december, january = Month(2026, 12), Month(2027, 1)
    assert (december.next, january.before) == (january, december)
    assert month_of(date(2027, 1, 31)) == january
    assert months_before(date(2027, 2, 1), 3) == (Month(2026, 11), december, january)
    assert december.begins.isoformat() == "2026-12-01T00:00:00+08:00"
