"""May it be taken down, is it answered?"""

from collections.abc import Iterator
from datetime import date, datetime

from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal


def refusals_to_object(words: str, heard_at: datetime, from_on: date, at: datetime) -> Iterator[Refusal]:
    """Yield what is missing; a name is not: whoever wants to stay unnamed may."""
    if not words.strip():
        yield Refusal("objection_words_missing")
    if heard_at > at:
        yield Refusal("objection_lies_ahead")
    if day_of(heard_at) < from_on:
        yield Refusal("objection_before_notice")


def refusals_to_answer(answer: str) -> Iterator[Refusal]:
    """An objection is handled with words, not with a tick."""
    if not answer.strip():
        yield Refusal("answer_missing", clause="H3.2.2b")
