"""The short answer beside an item's name, before any question is put: the same on every channel. Pure."""

from dataclasses import dataclass
from typing import Final

from zhengyin.catalogue.entries import Entry, Guide
from zhengyin.catalogue.kinds import Lock
from zhengyin.catalogue.policy import Answer, Outcome

EXCEPTION_ONLY: Final = "公证才开，别的用途不用开。"
FREE: Final = "不收钱"


@dataclass(frozen=True, slots=True)
class Mark:
    """The short answer beside an item's name: a shape and a word."""

    shape: str
    word: str


MARKS: dict[Outcome, Mark] = {
    Outcome.YES_POSITIVE_LIST: Mark("ok", "可以开"),
    Outcome.YES_NAMED_EXCEPTION: Mark("ok", "公证可以开"),
    Outcome.YES_TRUTHFUL_EXCEPTION: Mark("half", "据实可以开"),
    Outcome.YES_DISCRETIONARY: Mark("half", "核实后可开"),
    Outcome.NO_STATUTORY_DOCUMENT: Mark("way", "有证件就行"),
    Outcome.NO_PROHIBITED: Mark("way", "不用开"),
    Outcome.NO_NOT_ON_LIST: Mark("way", "不能开"),
    Outcome.NO_CANNOT_VOUCH: Mark("way", "开不了"),
    Outcome.NO_GUIDE_PENDING: Mark("wait", "还没定好"),
    Outcome.NO_OTHER_ORGANIZATION: Mark("way", "找别的组织"),
    Outcome.REFER_TO_INVESTIGATION: Mark("way", "走公函"),
    Outcome.NOT_ISSUER: Mark("way", "去别的村（社区）"),
    Outcome.ASK_MORE: Mark("half", "要问几件事"),
}
UNSETTLED = Mark("half", "一般可以开")  # a yes that a question may still turn into a no
WITH_EXCEPTION = Mark("half", "公证才开")
# Nobody issues these: whoever still demands one may be told so. Any other demand may well be reasonable.
ISSUED_BY_NOBODY = frozenset({Outcome.NO_STATUTORY_DOCUMENT, Outcome.NO_PROHIBITED, Outcome.NO_NOT_ON_LIST})


def headline_of(answer: Answer, entry: Entry | None) -> str:
    """The answer first: on the village's page and at the counter in the same words."""
    return EXCEPTION_ONLY if mark_of(answer, entry) is WITH_EXCEPTION else answer.headline


def mark_of(answer: Answer, entry: Entry | None) -> Mark:
    """The answer in a few words, those of its headline: in a list as it stands before any question."""
    named = entry is not None and (entry.exception is not None or bool(entry.exception_of))
    if answer.outcome is Outcome.NO_PROHIBITED and named:
        return WITH_EXCEPTION
    return MARKS[answer.outcome] if answer.settled else UNSETTLED


def is_issued(answer: Answer, entry: Entry) -> bool:
    """Whether a committee issues it after all, at least in a named exception or once its guide is filled."""
    return not answer.outcome.is_no or mark_of(answer, entry) is WITH_EXCEPTION or bool(entry.unfilled)


def may_be_deliberated(answer: Answer) -> bool:
    """Whether a notice or a meeting may come before the paper: it does, or the village has yet to say."""
    return answer.lock is not Lock.NONE or any(ask.key == "public_interest" for ask in answer.asks)


def at_a_glance(entry: Entry, guide: Guide, *, deliberated: bool = False) -> tuple[tuple[str, str], ...]:
    """How long, how much, what to bring, how long it is good for."""
    days = f"{entry.working_days}个工作日" if entry.working_days else "当场办"
    if deliberated:
        days += "；涉及公共利益的，公示、议事的时间另算"
    valid = f"{entry.valid_days}天" if entry.valid_days else "没有另外规定"
    bring = f"{len(guide.materials)}样"
    return (("几天", days), ("多少钱", FREE), ("带什么", bring), ("有效期", valid))
