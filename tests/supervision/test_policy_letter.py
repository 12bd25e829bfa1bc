"""调阅函: one changed fact, one refusal, the near miss beside it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from zhengyin.people.offices import Office
from zhengyin.supervision.kinds import OPENED, READ_BY_LETTER, Sight
from zhengyin.supervision.policy.letter import (
    EndFacts,
    Letter,
    LookFacts,
    RecordFacts,
    refusals_to_end_letter,
    refusals_to_look,
    refusals_to_record_letter,
)

FIRST, SECOND, THIRD, RECORDER = (UUID(int=n) for n in range(1, 5))
VILLAGE, OTHER = UUID(int=11), UUID(int=12)
TODAY = date(2026, 11, 27)
LETTER = Letter(
    number="〔2026〕12号", unit="县纪委监委", persons=(FIRST, SECOND), committees=frozenset({VILLAGE}),
    books=frozenset({"certificates"}), papers=False, scope_from=date(2026, 1, 1),
    scope_until=date(2026, 7, 1), valid_from=TODAY, valid_until=date(2026, 12, 1),
)  # fmt: skip
RECORD = RecordFacts(
    LETTER, RECORDER, frozenset({Office.COUNTY_LEAD}), frozenset({FIRST, SECOND, THIRD}), (), False
)
LOOK = LookFacts(LETTER, FIRST, True, VILLAGE, "certificates", Sight.CASE, True)


def recorded(facts: RecordFacts) -> list[str]:
    return [refusal.code for refusal in refusals_to_record_letter(facts, TODAY)]


def looked(facts: LookFacts, day: date = TODAY) -> list[str]:
    return [refusal.code for refusal in refusals_to_look(facts, day)]


def letter(**change: object) -> RecordFacts:
    return replace(RECORD, letter=replace(LETTER, **change))


def test_a_whole_letter_is_recorded_and_opens() -> None:
    assert recorded(RECORD) == [] and looked(LOOK) == []


@pytest.mark.parametrize("facts, refusal", [
    (replace(RECORD, offices=frozenset({Office.TOWNSHIP, Office.AUDITOR})), "wrong_office"),
    (letter(number=" "), "letter_number_missing"),
    (letter(unit=""), "letter_without_unit"),
    (replace(RECORD, known=True), "letter_recorded_already"),
    (letter(persons=(FIRST, FIRST)), "letter_needs_two_persons"),
    (letter(persons=(FIRST, UUID(int=9))), "letter_person_is_no_auditor"),
    (replace(RECORD, recorder=SECOND), "letter_for_oneself"),
    (letter(committees=frozenset()), "letter_without_committees"),
    (replace(RECORD, outside=("昂素镇",)), "letter_committee_elsewhere"),
    (letter(books=frozenset()), "letter_without_books"),
    (letter(books=frozenset({"certificates", "journal"})), "letter_without_books"),
    (letter(scope_until=date(2026, 1, 1)), "letter_period_reversed"),
    (letter(valid_from=date(2026, 12, 1)), "letter_over_before_it_begins"),
    (letter(valid_from=date(2026, 1, 1), valid_until=TODAY), "letter_over_before_it_begins"),
])  # fmt: skip
def test_one_changed_fact_is_one_refusal(facts: RecordFacts, refusal: str) -> None:
    assert recorded(facts) == [refusal]


@pytest.mark.parametrize("facts", [
    letter(persons=(SECOND, THIRD)), letter(books=frozenset({"certificates", "notices"})),
    letter(scope_from=date(2026, 6, 30)), letter(valid_from=date(2026, 11, 30)), letter(papers=True),
    letter(valid_until=date(2026, 11, 28)),
])  # fmt: skip
def test_a_near_miss_is_recorded(facts: RecordFacts) -> None:
    assert recorded(facts) == []


@pytest.mark.parametrize("change, refusal", [
    ({"person": THIRD}, "letter_not_yours"),
    ({"auditor": False}, "letter_not_yours"),
    ({"organization": OTHER}, "letter_does_not_cover"),
    ({"book": "notices"}, "letter_does_not_cover"),
    ({"in_scope": False}, "letter_does_not_cover"),
    ({"sight": Sight.PAPER}, "letter_without_papers"),
])  # fmt: skip
def test_beside_the_letter_nothing_opens(change: dict[str, object], refusal: str) -> None:
    assert looked(replace(LOOK, **change)) == [refusal]


@pytest.mark.parametrize("day, refusals", [
    (date(2026, 11, 26), ["letter_not_valid"]), (date(2026, 11, 30), []),
    (date(2026, 12, 1), ["letter_not_valid"]),
])  # fmt: skip
def test_it_opens_on_its_days_alone(day: date, refusals: list[str]) -> None:
    assert looked(LOOK, day) == refusals


@pytest.mark.parametrize("change", [
    {"person": SECOND}, {"sight": Sight.REGISTER}, {"sight": Sight.PRINT},
    {"sight": Sight.PAPER, "letter": replace(LETTER, papers=True)},
])  # fmt: skip
def test_a_near_miss_opens(change: dict[str, object]) -> None:
    assert looked(replace(LOOK, **change)) == []


EVERY = replace(LETTER, books=frozenset(OPENED), papers=True)


@pytest.mark.parametrize("book, sights", [
    ("certificates", {Sight.REGISTER, Sight.CASE, Sight.PAPER, Sight.PRINT}),
    ("notices", {Sight.REGISTER, Sight.CASE}),
    ("work", {Sight.REGISTER, Sight.CASE, Sight.PRINT}),
    ("introductions", {Sight.REGISTER, Sight.CASE, Sight.PRINT}),
])  # fmt: skip
def test_each_book_opens_so_far_and_no_further(book: str, sights: set[Sight]) -> None:
    for sight in Sight:
        expected = [] if sight in sights else ["letter_does_not_cover"]
        assert looked(replace(LOOK, letter=EVERY, book=book, sight=sight)) == expected


def test_every_book_of_a_letter_says_how_far_it_opens() -> None:
    assert set(OPENED) == set(READ_BY_LETTER)


def test_a_letter_that_was_ended_opens_nothing() -> None:
    assert looked(replace(LOOK, ended=True)) == ["letter_not_valid"]


END = EndFacts(frozenset({Office.COUNTY_LEAD}), "范围写宽了", ended=False, valid_until=date(2026, 11, 28))


@pytest.mark.parametrize("change, codes", [
    ({}, []), ({"offices": frozenset({Office.AUDITOR})}, ["wrong_office"]),
    ({"ended": True}, ["letter_ended_already"]), ({"valid_until": TODAY}, ["letter_over"]),
    ({"reason": ""}, ["letter_end_without_reason"]),
])  # fmt: skip
def test_ending_a_letter(change: dict[str, object], codes: list[str]) -> None:
    facts = replace(END, **change)  # type: ignore[arg-type]
    assert [refusal.code for refusal in refusals_to_end_letter(facts, TODAY)] == codes
