"""What a joint meeting needs to be called and to be held. Pure."""

from collections.abc import Collection, Iterator
from datetime import date

from zhengyin.admission.facts import Sitting
from zhengyin.admission.kinds import Conclusion
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal


def refusals_to_call(
    *,
    title: str,
    place: str,
    held_on: date,
    today: date,
    items: int,
    not_waiting: Collection[str],
    called_already: Collection[str],
) -> Iterator[Refusal]:
    """Yield what the invitation would not say; an item is on one agenda at a time (H2.2c)."""
    if not title.strip() or not place.strip():
        yield Refusal("joint_piece_missing")
    if held_on < today:
        yield Refusal("joint_day_past")
    if not items:
        yield Refusal("agenda_empty")
    for name in not_waiting:
        yield Refusal("item_not_waiting", name)
    for name in called_already:
        yield Refusal("item_on_another_agenda", name)


def refusals_to_hold(facts: Sitting) -> Iterator[Refusal]:
    """Yield what the minutes do not say: of every item, of every body that was called (H2.2b, H2.2c)."""
    if not facts.presided_by.strip():
        yield Refusal("presiding_missing")
    if not facts.scanned:
        yield Refusal("minutes_not_scanned")
    if not facts.called_on <= facts.held_on <= facts.today:
        yield Refusal("joint_day_wrong", in_words(facts.called_on))
    if not facts.conclusions:
        yield Refusal("items_all_withdrawn")
    for name, (conclusion, words) in facts.conclusions.items():
        if conclusion is None:
            yield Refusal("conclusion_missing", name, "H2.2c")
        elif conclusion is not Conclusion.APPROVE and not words.strip():
            yield Refusal("conclusion_unexplained", name)
    for body, came in facts.present.items():
        if came is None:
            yield Refusal("attendance_missing", body, "H2.2b")
    if facts.present and all(came is False for came in facts.present.values()):
        yield Refusal("nobody_came", clause="H2.2b")
