"""Is it through? What was held about one subject, folded into one answer. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from zhengyin.deliberation.kinds import MEETING_LABELS, MeetingKind
from zhengyin.deliberation.workflow import MeetingState, NoticeState
from zhengyin.regions.packs.settings import DeliberationBy
from zhengyin.shared.days import day_of, in_words


@dataclass(frozen=True, slots=True)
class NoticeHeld:
    """A notice as it stands."""

    state: NoticeState
    until_on: date
    open_objections: int = 0
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MeetingHeld:
    """A meeting as it stands."""

    state: MeetingState
    kind: MeetingKind
    closed_at: datetime | None = None


Held = NoticeHeld | MeetingHeld


@dataclass(frozen=True, slots=True)
class Outcome:
    """Done or not, and in words why.

    `stands`: something runs or passed, and it is about what was put up then. `failed`: the last did not pass.
    """

    done: bool
    words: str
    passed_on: date | None = None  # the day it was confirmed; None where it is not done
    stands: bool = False
    failed: bool = False


NOTHING = Outcome(False, "还没有公示，也没有开会表决")
MORE_IN_WORDS = {
    DeliberationBy.NOTICE_OR_VOTE: "还要公示，或者开村（居）民会议、代表会议表决",
    DeliberationBy.VOTE: "还要开村（居）民会议、代表会议讨论同意",
}
_STOPPED = (NoticeState.STOPPED, MeetingState.STOPPED)
_FAILED = (NoticeState.FAILED, MeetingState.FAILED)


def outcome_of(held: Iterable[Held], by: DeliberationBy, today: date) -> Outcome:
    """One thing that still runs keeps it shut; of what is over, the newest failure shuts it again."""
    counted = [one for one in held if one.state not in _STOPPED]
    waiting = [words for one in counted if (words := _waits_for(one, today))]
    if waiting:
        return Outcome(False, "；".join(dict.fromkeys(waiting)), stands=True)
    passed = _since_the_last_failure(counted)
    if counted and not passed:
        return Outcome(False, "上一次没有通过，" + MORE_IN_WORDS[by], failed=True)
    through = next((one for one in passed if _suffices(one, by)), None)
    if through is not None:
        passed_on = day_of(through.closed_at) if through.closed_at else today
        return Outcome(True, _in_words(through), passed_on, stands=True)
    if not passed:
        return NOTHING
    return Outcome(False, f"{_in_words(passed[0])}，{MORE_IN_WORDS[by]}", stands=True)


def _waits_for(one: Held, today: date) -> str:
    """What it still waits for; empty when it is over."""
    if isinstance(one, MeetingHeld):
        return {MeetingState.CONVENED: "等开会表决", MeetingState.VOTED: "表决结果等主任确认"}.get(
            one.state, ""
        )
    if one.state is NoticeState.FAILED:
        return ""
    if one.open_objections:
        return f"公示有{one.open_objections}条异议还没有答复"
    if today <= one.until_on:
        return f"公示到{in_words(one.until_on)}为止，还没有结束"
    return "公示期满，等主任确认结果" if one.state is NoticeState.RUNNING else ""


def _since_the_last_failure(held: list[Held]) -> list[Held]:
    newest_first = sorted(
        held, key=lambda one: one.closed_at.timestamp() if one.closed_at else 0, reverse=True
    )
    passed: list[Held] = []
    for one in newest_first:
        if one.state in _FAILED:
            break
        passed.append(one)
    return passed


def _suffices(one: Held, by: DeliberationBy) -> bool:
    if isinstance(one, NoticeHeld):
        return by is DeliberationBy.NOTICE_OR_VOTE
    return one.kind.of_residents


def _in_words(one: Held) -> str:
    if isinstance(one, NoticeHeld):
        return f"公示到{in_words(one.until_on)}已经期满，没有未答复的异议"
    return f"{MEETING_LABELS[one.kind]}表决通过"
