"""May it be announced, extended, confirmed? Days are whole days in China; the last one counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.deliberation.policy.matter import refusals_of_the_matter
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal

LONGEST = 365  # days; a slip of the year is seen here


@dataclass(frozen=True, slots=True)
class PostFacts:
    """A notice about to be put up; both days are on it."""

    matter: str
    place: str
    from_on: date
    until_on: date
    shortest_days: int
    names: frozenset[str] = frozenset()  # of the persons concerned: they stay off the wall
    unprintable: tuple[str, ...] = ()
    running: bool = False  # another one of the same subject
    over: tuple[Refusal, ...] = ()  # the committee was abolished or merged
    party_studied_on: date | None = None


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """A notice that was put up."""

    until_on: date
    posted_by: UUID
    open_objections: int = 0
    objections: int = 0  # open and answered


def refusals_to_post(facts: PostFacts, today: date) -> Iterator[Refusal]:
    """Yield why it is not put up like this (H3.2.2b)."""
    yield from facts.over
    yield from refusals_of_the_matter(facts.matter, facts.names)
    if not facts.place.strip():
        yield Refusal("notice_place_missing")
    for character in facts.unprintable:
        yield Refusal("notice_words_unprintable", character)
    if facts.from_on < today:
        yield Refusal("notice_backdated", clause="H3.2.2b")
    if facts.party_studied_on is not None and facts.party_studied_on > today:
        yield Refusal("party_study_ahead")
    days = (facts.until_on - facts.from_on).days + 1
    if days < facts.shortest_days:
        yield Refusal("notice_too_short", str(facts.shortest_days), "H3.2.2b")
    if days > LONGEST:
        yield Refusal("notice_too_long")
    if facts.running:
        yield Refusal("notice_running_already")


def refusals_to_extend(facts: NoticeFacts, until_on: date, reason: str, today: date) -> Iterator[Refusal]:
    """Yield why it does not run on until `until_on`."""
    if until_on <= facts.until_on or until_on < today:
        yield Refusal("extension_not_later", in_words(facts.until_on))
    if (until_on - today).days > LONGEST:
        yield Refusal("notice_too_long")
    yield from refusals_to_close(reason)


def refusals_to_confirm_notice(facts: NoticeFacts, person: UUID, today: date) -> Iterator[Refusal]:
    """Yield why the result is not a yes, today, by this person (H3.2.2b)."""
    if today <= facts.until_on:
        yield Refusal("notice_not_over", in_words(facts.until_on), "H3.2.2b")
    if facts.open_objections:
        yield Refusal("objection_unanswered", str(facts.open_objections), "H3.2.2b")
    if person == facts.posted_by:
        yield Refusal("recorder_may_not_confirm")


def refusals_to_stop_notice(facts: NoticeFacts, reason: str) -> Iterator[Refusal]:
    """Yield that what was objected to passes or fails; else the objections would count for nothing."""
    if facts.objections:
        yield Refusal("objected_notice_is_not_stopped", str(facts.objections), "H3.2.2b")
    yield from refusals_to_close(reason)


def refusals_to_close(reason: str) -> Iterator[Refusal]:
    """Nothing is ended or extended without a word."""
    if not reason.strip():
        yield Refusal("closing_reason_missing")
