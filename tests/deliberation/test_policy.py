"""The rules as tables: one good case, one changed fact, one refusal, the near miss beside it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from uuid import UUID

import pytest

from zhengyin.deliberation.kinds import MeetingKind
from zhengyin.deliberation.policy.meeting import (
    ConveneFacts,
    Measure,
    Votes,
    refusals_to_confirm_meeting,
    refusals_to_convene,
    refusals_to_record_votes,
)
from zhengyin.deliberation.policy.notice import (
    NoticeFacts,
    PostFacts,
    refusals_to_close,
    refusals_to_confirm_notice,
    refusals_to_extend,
    refusals_to_post,
)
from zhengyin.deliberation.policy.objection import refusals_to_answer, refusals_to_object
from zhengyin.deliberation.policy.outcome import MeetingHeld, NoticeHeld, Outcome, outcome_of
from zhengyin.deliberation.workflow import MeetingState, NoticeState
from zhengyin.regions.packs.settings import DeliberationBy
from zhengyin.shared.refusal import Refusal

TODAY = date(2026, 11, 21)
DAY = timedelta(days=1)
AT = datetime(2026, 11, 21, 4, tzinfo=timezone.utc)
CLERK, DIRECTOR = UUID(int=1), UUID(int=2)
POST = PostFacts("三社一户申请宅基地", "村务公开栏", TODAY, TODAY + 6 * DAY, 7, frozenset({"马桂花"}))
OVER = NoticeFacts(TODAY - DAY, CLERK)
VOTES = Votes(TODAY, "李国栋", 31, 27, 20, 4, 3, "同意出具", "第3次会议记录", TODAY - DAY)
MEASURE = Measure(21, 14, "议事规则第九条")
CALLED = ConveneFacts("三社一户申请宅基地", "会议室", frozenset({"马桂花"}))


def codes(refusals: Iterable[Refusal]) -> list[str]:
    return [refusal.code for refusal in refusals]


@pytest.mark.clause("H3.2.2b")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"matter": " "}, ["matter_missing"]),
        ({"matter": "马桂花申请宅基地"}, ["matter_tells_a_person"]),
        ({"matter": "马家沟一户申请宅基地"}, []),  # another 马
        ({"matter": "联系13800000117"}, ["matter_tells_a_person"]),
        ({"matter": "联系0943-0000101"}, ["matter_tells_a_person"]),
        ({"matter": "2026年三社12号院，620平方米"}, []),
        ({"party_studied_on": TODAY}, []),
        ({"party_studied_on": TODAY + DAY}, ["party_study_ahead"]),
        ({"place": ""}, ["notice_place_missing"]),
        ({"unprintable": ("𠀀",)}, ["notice_words_unprintable"]),
        ({"from_on": TODAY - DAY}, ["notice_backdated"]),
        ({"from_on": TODAY + DAY, "until_on": TODAY + 7 * DAY}, []),
        ({"until_on": TODAY + 5 * DAY}, ["notice_too_short"]),  # six days
        ({"until_on": TODAY - DAY}, ["notice_too_short"]),
        ({"until_on": TODAY + 364 * DAY}, []),
        ({"until_on": TODAY + 365 * DAY}, ["notice_too_long"]),
        ({"running": True}, ["notice_running_already"]),
        ({"over": (Refusal("committee_ended"),)}, ["committee_ended"]),
    ],
)
def test_post(change: dict[str, object], refusals: list[str]) -> None:
    assert codes(refusals_to_post(replace(POST, **change), TODAY)) == refusals  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "until_on, reason, refusals",
    [
        (TODAY + DAY, "有人没看到", []),
        (TODAY, "有人没看到", []),
        (TODAY - DAY, "有人没看到", ["extension_not_later"]),  # as it was
        (TODAY - 2 * DAY, "有人没看到", ["extension_not_later"]),
        (TODAY + DAY, "　", ["closing_reason_missing"]),
        (TODAY + 365 * DAY, "有人没看到", []),
        (TODAY + 366 * DAY, "有人没看到", ["notice_too_long"]),
    ],
)
def test_extend(until_on: date, reason: str, refusals: list[str]) -> None:
    assert codes(refusals_to_extend(OVER, until_on, reason, TODAY)) == refusals


def test_one_that_is_long_over_is_not_extended_into_the_past() -> None:
    long_over = replace(OVER, until_on=TODAY - 9 * DAY)
    assert codes(refusals_to_extend(long_over, TODAY - DAY, "补", TODAY)) == ["extension_not_later"]


@pytest.mark.clause("H3.2.2b")
@pytest.mark.parametrize(
    "change, person, refusals",
    [
        ({}, DIRECTOR, []),
        ({"until_on": TODAY}, DIRECTOR, ["notice_not_over"]),  # the last day still counts
        ({"open_objections": 1}, DIRECTOR, ["objection_unanswered"]),
        ({}, CLERK, ["recorder_may_not_confirm"]),
        (
            {"until_on": TODAY, "open_objections": 2},
            CLERK,
            ["notice_not_over", "objection_unanswered", "recorder_may_not_confirm"],
        ),
    ],
)
def test_confirm_a_notice(change: dict[str, object], person: UUID, refusals: list[str]) -> None:
    facts = replace(OVER, **change)  # type: ignore[arg-type]
    assert codes(refusals_to_confirm_notice(facts, person, TODAY)) == refusals


def test_nothing_is_closed_without_a_word() -> None:
    assert codes(refusals_to_close("\n")) == ["closing_reason_missing"]
    assert codes(refusals_to_close("贴错了")) == []


@pytest.mark.parametrize(
    "words, heard_at, refusals",
    [
        ("占了路", AT, []),
        (" ", AT, ["objection_words_missing"]),
        ("占了路", AT + timedelta(seconds=1), ["objection_lies_ahead"]),
        ("占了路", AT - timedelta(hours=12), []),  # midnight of that day in China
        ("占了路", AT - timedelta(hours=12, seconds=1), ["objection_before_notice"]),
    ],
)
def test_object(words: str, heard_at: datetime, refusals: list[str]) -> None:
    assert codes(refusals_to_object(words, heard_at, TODAY, AT)) == refusals


def test_an_answer_has_words() -> None:
    assert codes(refusals_to_answer("")) == ["answer_missing"]
    assert codes(refusals_to_answer("路不占了")) == []


@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"matter": ""}, ["matter_missing"]),
        ({"matter": "给马桂花批地"}, ["matter_tells_a_person"]),
        ({"place": " "}, ["meeting_place_missing"]),
        ({"unprintable": ("𠀀",)}, ["notice_words_unprintable"]),
        ({"running": True}, ["meeting_running_already"]),
    ],
)
def test_convene(change: dict[str, object], refusals: list[str]) -> None:
    facts = replace(CALLED, **change)  # type: ignore[arg-type]
    assert codes(refusals_to_convene(facts, TODAY, TODAY)) == refusals


def test_nobody_is_called_to_a_day_that_is_over() -> None:
    yesterday = TODAY - timedelta(days=1)
    assert codes(refusals_to_convene(CALLED, yesterday, TODAY)) == ["meeting_called_for_the_past"]


@pytest.mark.clause("O2.1d")
@pytest.mark.parametrize(
    "change, refusals",
    [
        ({}, []),
        ({"presided_by": " "}, ["meeting_piece_missing"]),
        ({"eligible": 0, "present": 0, "votes_for": 0, "votes_against": 0, "abstentions": 0},
         ["meeting_piece_missing", "meeting_piece_missing"]),
        ({"conclusion": ""}, ["meeting_piece_missing"]),
        ({"minutes": ""}, ["meeting_piece_missing"]),
        ({"held_on": TODAY + DAY}, ["meeting_lies_ahead"]),
        ({"held_on": TODAY - DAY, "party_studied_on": TODAY - DAY}, ["meeting_before_convened"]),
        ({"present": 26}, ["meeting_counts_wrong"]),  # 27 votes
        ({"present": 28}, []),  # one did not vote
        ({"present": 31}, []),
        ({"present": 32}, ["meeting_counts_wrong"]),
        ({"votes_against": -1}, ["meeting_counts_wrong"]),
        ({"party_studied_on": None}, ["party_study_missing"]),
        ({"party_studied_on": TODAY}, []),  # the same day, before
        ({"party_studied_on": TODAY + DAY}, ["party_study_after_meeting"]),
    ],
)  # fmt: skip
def test_record_votes(change: dict[str, object], refusals: list[str]) -> None:
    votes = replace(VOTES, **change)  # type: ignore[arg-type]
    kind = MeetingKind.VILLAGERS_REPRESENTATIVES
    found = refusals_to_record_votes(votes, kind, convened_on=TODAY, party_first=True, today=TODAY)
    assert codes(found) == refusals


@pytest.mark.parametrize(
    "kind, party_first, refusals",
    [
        (MeetingKind.RESIDENTS, True, ["party_study_missing"]),
        (MeetingKind.RESIDENTS, False, []),
        (MeetingKind.GROUP, True, []),
        (MeetingKind.JOINT_COMMITTEES, True, []),
    ],
)
def test_the_party_studies_first_where_the_law_speaks_of_the_meeting(
    kind: MeetingKind, party_first: bool, refusals: list[str]
) -> None:
    votes = replace(VOTES, party_studied_on=None)
    found = refusals_to_record_votes(votes, kind, convened_on=TODAY, party_first=party_first, today=TODAY)
    assert codes(found) == refusals


@pytest.mark.clause("H3.2.2b", "O2.1d")
@pytest.mark.parametrize(
    "counted, measured, refusals",
    [
        ({}, {}, []),
        ({}, {"quorum": 27}, []),
        ({}, {"quorum": 28}, ["deliberation_without_quorum"]),
        ({}, {"majority": 20}, []),
        ({}, {"majority": 21}, ["deliberation_vote_short"]),
        (
            {"votes_for": 13, "votes_against": 13, "abstentions": 0},
            {"majority": 10},
            ["deliberation_vote_short"],
        ),
        ({"votes_for": 14, "votes_against": 13, "abstentions": 0}, {"majority": 10}, []),
        ({}, {"quorum": 0}, ["meeting_piece_missing"]),
        ({}, {"majority": 0}, ["meeting_piece_missing"]),
        ({}, {"article": " "}, ["meeting_piece_missing"]),
    ],
)
def test_confirm_a_meeting(
    counted: dict[str, object], measured: dict[str, object], refusals: list[str]
) -> None:
    votes, measure = replace(VOTES, **counted), replace(MEASURE, **measured)  # type: ignore[arg-type]
    found = refusals_to_confirm_meeting(votes, measure, recorded_by=CLERK, person=DIRECTOR)
    assert codes(found) == refusals


def test_who_entered_the_votes_does_not_confirm_them() -> None:
    found = refusals_to_confirm_meeting(VOTES, MEASURE, recorded_by=DIRECTOR, person=DIRECTOR)
    assert codes(found) == ["recorder_may_not_confirm"]


EITHER, VOTE = DeliberationBy.NOTICE_OR_VOTE, DeliberationBy.VOTE
NOTICE = NoticeHeld(NoticeState.PASSED, TODAY - DAY, 0, AT - DAY)
MEETING = MeetingHeld(MeetingState.PASSED, MeetingKind.VILLAGERS, AT - DAY)
LATER = {"closed_at": AT}


@pytest.mark.clause("H3.2.2b", "O2.1d")
@pytest.mark.parametrize(
    "held, by, done",
    [
        ([], EITHER, False),
        ([NOTICE], EITHER, True),
        ([NOTICE], VOTE, False),  # where the residents must have discussed it
        ([MEETING], EITHER, True),
        ([MEETING], VOTE, True),
        ([replace(MEETING, kind=MeetingKind.JOINT_COMMITTEES)], EITHER, False),  # nobody else was asked
        ([replace(MEETING, kind=MeetingKind.JOINT_COMMITTEES), NOTICE], EITHER, True),
        ([replace(NOTICE, state=NoticeState.RUNNING)], EITHER, False),  # nobody has confirmed it
        ([replace(NOTICE, until_on=TODAY)], EITHER, False),  # the last day still counts
        ([replace(NOTICE, open_objections=1)], EITHER, False),
        ([replace(NOTICE, state=NoticeState.STOPPED)], EITHER, False),
        ([replace(NOTICE, state=NoticeState.STOPPED), MEETING], EITHER, True),
        ([replace(NOTICE, state=NoticeState.RUNNING), MEETING], EITHER, False),  # one still runs
        ([replace(MEETING, state=MeetingState.CONVENED)], EITHER, False),
        ([replace(MEETING, state=MeetingState.VOTED)], EITHER, False),
        ([NOTICE, replace(MEETING, state=MeetingState.VOTED)], EITHER, False),
        ([NOTICE, replace(MEETING, state=MeetingState.FAILED, **LATER)], EITHER, False),
        ([replace(NOTICE, **LATER), replace(MEETING, state=MeetingState.FAILED)], EITHER, True),
        ([replace(NOTICE, state=NoticeState.FAILED), replace(MEETING, **LATER)], EITHER, True),
    ],
)
def test_the_outcome(held: list[NoticeHeld | MeetingHeld], by: DeliberationBy, done: bool) -> None:
    found = outcome_of(held, by, TODAY)
    assert found.done is done
    assert found.words


@pytest.mark.clause("H3.2.2b")
@pytest.mark.parametrize(
    "held, stands",
    [
        ([], False),
        ([replace(NOTICE, state=NoticeState.STOPPED)], False),
        ([replace(MEETING, state=MeetingState.FAILED)], False),
        ([replace(NOTICE, state=NoticeState.RUNNING)], True),
        ([replace(MEETING, state=MeetingState.CONVENED)], True),
        ([NOTICE], True),
        ([replace(MEETING, kind=MeetingKind.JOINT_COMMITTEES)], True),  # passed, though more is needed
        ([NOTICE, replace(MEETING, state=MeetingState.FAILED, **LATER)], False),
    ],
)
def test_what_runs_or_passed_stands(held: list[NoticeHeld | MeetingHeld], stands: bool) -> None:
    found = outcome_of(held, EITHER, TODAY)
    assert found.stands is stands
    assert found.failed is any(one.state is MeetingState.FAILED for one in held)


def test_the_outcome_says_what_it_waits_for() -> None:
    running = replace(NOTICE, state=NoticeState.RUNNING, until_on=TODAY)
    assert outcome_of([running], EITHER, TODAY) == Outcome(
        False, "公示到2026年11月21日为止，还没有结束", stands=True
    )
    assert outcome_of([running], EITHER, TODAY + DAY).words == "公示期满，等主任确认结果"
    assert outcome_of([replace(running, open_objections=2)], EITHER, TODAY).words == "公示有2条异议还没有答复"
    assert "村（居）民会议" in outcome_of([NOTICE], VOTE, TODAY).words
