"""May the 告知函 be drafted, let go, sent, its answer recorded?"""

from collections.abc import Iterable, Iterator
from datetime import date

from zhengyin.certificates.facts.letter import (
    AnswerFacts,
    ApproveLetterFacts,
    DraftLetterFacts,
    SendLetterFacts,
)
from zhengyin.certificates.kinds import SentBy
from zhengyin.people.policy.deciding import refusals_of_own_case, refusals_of_the_text
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal


def refusals_to_draft_letter(facts: DraftLetterFacts) -> Iterator[Refusal]:
    """Yield what a letter lacks (H3.1d, O2.1e)."""
    if not facts.ruled_out:
        yield Refusal("letter_without_rule")
    if not facts.unit:
        yield Refusal("letter_unit_missing")
    if facts.answer_by <= facts.today:
        yield Refusal("answer_day_passed")
    yield from _wrong(facts.problems)


def refusals_to_approve_letter(facts: ApproveLetterFacts) -> Iterator[Refusal]:
    """Yield why the director cannot let it go."""
    yield from facts.not_issuing
    yield from refusals_of_own_case(facts.concerned, facts.deciding)
    if facts.deciding.person_id == facts.drafted_by:
        yield Refusal("drafter_may_not_approve")
    yield from refusals_of_the_text(facts.seen, facts.text_digest)
    if facts.answer_by <= facts.today:
        yield Refusal("answer_day_passed")


def refusals_to_send_letter(facts: SendLetterFacts) -> Iterator[Refusal]:
    """Yield what is missing before it leaves: signed by hand, for no seal stands on it."""
    if not facts.signed:
        yield Refusal("letter_not_signed")
    if facts.how not in tuple(SentBy):
        yield Refusal("letter_way_missing")
    if facts.how == SentBy.POST and not facts.post_number:
        yield Refusal("post_number_missing")
    if facts.how == SentBy.OTHER and not facts.note:
        yield Refusal("letter_note_missing")
    yield from refusals_to_send_so_late(facts.answer_by, facts.today)
    yield from _wrong(facts.problems)


def refusals_to_send_so_late(answer_by: date, today: date) -> Iterator[Refusal]:
    """Yield why it goes out no more as it is: it asks for an answer by a day that has come."""
    if answer_by <= today:
        yield Refusal("letter_too_late_to_send", in_words(answer_by))


def refusals_to_record_basis(facts: AnswerFacts) -> Iterator[Refusal]:
    """Yield what an answer lacks: document, number, article."""
    if not facts.basis:
        yield Refusal("unit_basis_missing", clause="O2.1c")
    yield from _wrong(facts.problems)


def refusals_to_record_dropped(facts: AnswerFacts) -> Iterator[Refusal]:
    """Yield what does not fit of what was said."""
    yield from _wrong(facts.problems)


def refusals_to_record_silence(facts: AnswerFacts) -> Iterator[Refusal]:
    """Yield why nobody can say yet that nothing came."""
    if facts.today <= facts.answer_by:
        yield Refusal("answer_day_not_reached", in_words(facts.answer_by))


def _wrong(problems: Iterable[str]) -> Iterator[Refusal]:
    yield from (Refusal("field_wrong", problem) for problem in problems)
