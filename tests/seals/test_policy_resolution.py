"""The representatives' meeting: every piece, the days, the counts."""

from dataclasses import replace
from datetime import date

import pytest

from tests.seals.cast import RESOLUTION
from zhengyin.seals.policy.resolution import refusals_to_resolution

HELD = date(2026, 3, 9)
SINCE = date(2026, 3, 10)
TODAY = date(2026, 11, 20)


def codes(change: dict[str, object], since: date = SINCE, day: date = TODAY) -> list[str]:
    resolution = replace(RESOLUTION, **change)  # type: ignore[arg-type]
    return [refusal.code for refusal in refusals_to_resolution(resolution, since, day)]


@pytest.mark.clause("O2.3b")
@pytest.mark.parametrize(
    "piece, empty, label",
    [
        ("meeting", " ", "会议名称"),
        ("party_nominated_on", None, "党组织提名日期"),
        ("committee_nominated_on", None, "村（居）民委员会提名日期"),
        ("held_on", None, "会议日期"),
        ("presided_by", "", "主持人"),
        ("eligible", 0, "应到人数"),
        ("present", 0, "实到人数"),
        ("quorum", 0, "最低到会人数"),
        ("majority", 0, "通过所需票数"),
        ("article", "", "议事规则条款"),
        ("minutes", "  ", "会议记录"),
    ],
)
def test_a_missing_piece_is_named(piece: str, empty: object, label: str) -> None:
    resolution = replace(RESOLUTION, **{piece: empty})  # type: ignore[arg-type]
    found = list(refusals_to_resolution(resolution, SINCE, TODAY))
    assert [(one.code, one.about) for one in found] == [("resolution_piece_missing", label)]


@pytest.mark.clause("O2.3b")
@pytest.mark.parametrize(
    "change, refusal",
    [
        ({}, []),
        ({"meeting": "居民代表会议"}, []),
        ({"meeting": "两委会议"}, ["meeting_of_another_kind"]),
        ({"party_nominated_on": HELD}, []),  # nominated in the morning, decided in the afternoon
        ({"party_nominated_on": SINCE}, ["nominated_after_meeting"]),
        ({"committee_nominated_on": SINCE}, ["nominated_after_meeting"]),
        ({"held_on": SINCE}, []),  # keeps the seal from the day of the meeting
        ({"held_on": date(2026, 3, 11)}, ["meeting_after_custody"]),
        ({"votes_for": 21}, ["votes_do_not_add_up"]),
        ({"votes_for": 25, "votes_against": 4, "abstentions": -2}, ["votes_do_not_add_up"]),
        ({"eligible": 27}, []),  # everybody came
        ({"eligible": 26}, ["votes_do_not_add_up"]),
        ({"quorum": 27}, []),
        ({"quorum": 28}, ["meeting_without_quorum"]),
        ({"majority": 20}, []),
        ({"majority": 21}, ["vote_did_not_pass"]),
        # fewer in favour than against does not pass, whatever majority was typed
        ({"votes_for": 12, "votes_against": 12, "majority": 1}, ["vote_did_not_pass"]),
        ({"votes_for": 12, "votes_against": 11, "abstentions": 4, "majority": 1}, []),
    ],
)
def test_one_changed_piece(change: dict[str, object], refusal: list[str]) -> None:
    assert codes(change) == refusal


def test_a_meeting_lies_in_the_past() -> None:
    assert codes({}, since=date(2026, 4, 1), day=date(2026, 3, 8)) == ["meeting_after_custody"]
    assert codes({}, since=date(2026, 4, 1), day=HELD) == []
