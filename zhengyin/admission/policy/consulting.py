"""Who must be asked, what an answer must say, when the answers may be summed up. Pure."""

from collections.abc import Iterator

from zhengyin.admission.facts import Answer, Consulting, Summing
from zhengyin.admission.kinds import Stance, Way
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal


def refusals_to_consult(facts: Consulting) -> Iterator[Refusal]:
    """Yield who is not asked, or that there is no time to answer (H2.2b)."""
    if facts.due_on <= facts.today:
        yield Refusal("consult_until_too_soon")
    left_out = [name for key, name in facts.must.items() if key not in facts.bodies]
    if left_out:
        yield Refusal("must_be_asked", "、".join(left_out), "H2.2b")


def refusals_to_answer(facts: Answer) -> Iterator[Refusal]:
    """Yield what is missing; 无意见 is an answer, and is sent too."""
    if facts.weighing:
        yield Refusal("opinions_summed_up")
    if facts.stance is None:
        yield Refusal("stance_missing")
    elif facts.stance is Stance.OPINION and not facts.words.strip():
        yield Refusal("opinion_words_missing")
    if not facts.answered_by.strip():
        yield Refusal("answering_person_missing")
    if facts.way is Way.PAPER and not facts.scanned:
        yield Refusal("paper_answer_not_scanned")
    if facts.answered_on is None:
        yield Refusal("answer_day_missing")
    elif not facts.asked_on <= facts.answered_on <= facts.today:
        yield Refusal("answer_day_wrong", in_words(facts.asked_on))


def refusals_to_weigh(stance: Stance, because: str) -> Iterator[Refusal]:
    """Yield why it is not said of this answer whether it was adopted."""
    if stance is not Stance.OPINION:
        yield Refusal("nothing_to_weigh")
    if not because.strip():
        yield Refusal("proposal_reason_missing")


def refusals_to_sum_up(facts: Summing) -> Iterator[Refusal]:
    """Yield who may still answer, and what nobody has weighed (H2.2b)."""
    if facts.waiting and facts.today <= facts.due_on:
        yield Refusal(
            "answers_awaited", f"{facts.waiting}个单位还没有答复，期限到{in_words(facts.due_on)}", "H2.2b"
        )
    if facts.unweighed:
        yield Refusal("opinions_not_weighed", f"{facts.unweighed}条")
    if not facts.summary.strip():
        yield Refusal("summary_missing")
