"""What an answer must say, and whether it comes in time. Pure."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from zhengyin.admission.kinds import Way
from zhengyin.consultation import deadline
from zhengyin.consultation.facts import Answering, Said
from zhengyin.consultation.kinds import Stance
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal


def is_late(facts: Answering, answered_on: date) -> bool:
    """After the hour, or after the day; a paper says no hour, the day it came in counts."""
    if facts.way is Way.PAPER:
        return answered_on > facts.due_on
    return facts.at >= deadline.over_at(facts.due_on, facts.due_time)


def refusals_to_answer(facts: Answering) -> Iterator[Refusal]:
    """Yield what is missing of the parts that came; no part has to come with another (O0a)."""
    said = facts.said
    if facts.closed:
        yield Refusal("answers_closed")
    if not said.parts:
        yield Refusal("nothing_returned", clause="O0a")
    if not said.answered_by.strip():
        yield Refusal("unit_answerer_missing")
    yield from _refusals_of_the_parts(said, facts.clauses)
    yield from _refusals_of_the_day(facts)


def _refusals_of_the_parts(said: Said, clauses: int) -> Iterator[Refusal]:
    if said.stance is Stance.GIVEN and not any(words.strip() for _, words in said.opinions):
        yield Refusal("clause_opinions_missing", clause="O0a")
    if any(not 0 <= no <= clauses for no, _ in said.opinions):
        yield Refusal("no_such_clause")
    if said.listing is Stance.GIVEN and not said.items:
        yield Refusal("listed_items_missing", clause="O0a")
    if any(not row.name.strip() for row in said.items):
        yield Refusal("listed_item_unnamed")
    for name, times in Counter(row.name.strip() for row in said.items if row.name.strip()).items():
        if times > 1:
            yield Refusal("listed_item_twice", name)
    if said.liaison is not None and not all(one.strip() for one in said.liaison):
        yield Refusal("unit_liaison_missing", clause="O0a")


def _refusals_of_the_day(facts: Answering) -> Iterator[Refusal]:
    if facts.way is Way.PAPER and not facts.said.scanned:
        yield Refusal("unit_paper_not_scanned")
    answered_on = facts.said.answered_on
    if answered_on is None:
        yield Refusal("unit_answer_day_missing")
        return
    if not facts.sent_on <= answered_on <= facts.today:
        yield Refusal("unit_answer_day_wrong", in_words(facts.sent_on))
    again = [part.words for part in facts.said.parts if part in facts.given]
    if again and is_late(facts, answered_on):
        yield Refusal("answer_stays", "、".join(again))
