"""May a document be added, a change recorded, a record ended, an entry reviewed? Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhengyin.catalogue.bases.kinds import BasisEvent
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Documented:
    """A document of the county's own as typed; `valid_until` is its last day. `taken`: the table has it."""

    title: str
    number: str
    issued_by: str
    issued_on: date | None
    effective_from: date | None
    valid_until: date | None
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Changed:
    """What a later document did, as typed. `effective_from` is the first day of the one it was done to.

    `over` is how that one ended already, in words; `gone`: it was a mistaken record itself.
    """

    event: BasisEvent | None
    takes_effect_on: date | None
    by_title: str
    effective_from: date | None = None
    over: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Mistaken:
    """A record that is to be ended; `own`: of the county's, not of the product."""

    reason: str
    ended: bool
    own: bool = True


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The review of an entry as typed; `listed`: it is in force and rests on what is doubted today."""

    reason: str
    rests_on: str
    listed: bool
    reviewed: bool = False


def refusals_to_add_basis(facts: Documented) -> Iterator[Refusal]:
    """Yield what the table would not know of it, and that it stands there already."""
    for words, said in (("标题", facts.title), ("发文机关", facts.issued_by)):
        if not said.strip():
            yield Refusal("basis_piece_missing", words)
    if facts.taken:
        yield Refusal("basis_in_table", facts.title.strip())
    days = [one for one in (facts.issued_on, facts.effective_from, facts.valid_until) if one is not None]
    if days != sorted(days):
        yield Refusal("basis_days_backward")


def refusals_to_record_change(facts: Changed) -> Iterator[Refusal]:
    """Yield why nobody could rely on the record: no kind, no day, no document, or nothing left to change."""
    if facts.event is None:
        yield Refusal("basis_event_missing", clause="H4.1c")
    if facts.takes_effect_on is None:
        yield Refusal("basis_change_day_missing", clause="H4.1c")
    elif facts.effective_from is not None and facts.takes_effect_on < facts.effective_from:
        yield Refusal("basis_change_before_basis", in_words(facts.effective_from))
    if not facts.by_title.strip():
        yield Refusal("basis_change_by_missing", clause="H4.1c")
    if facts.over:
        yield Refusal("basis_over_already", facts.over)
    if facts.gone:
        yield Refusal("basis_record_ended")


def refusals_to_end_record(facts: Mistaken) -> Iterator[Refusal]:
    """Yield that it says no reason, is ended already, or came with the product."""
    if not facts.reason.strip():
        yield Refusal("basis_mistake_without_reason")
    if facts.ended:
        yield Refusal("basis_record_ended")
    if not facts.own:
        yield Refusal("basis_not_own")


def refusals_to_review(facts: Reviewed) -> Iterator[Refusal]:
    """Yield why the entry would not be reviewed: nothing in doubt, no reason, nothing it rests on now."""
    if facts.reviewed:
        yield Refusal("basis_reviewed_already")
    elif not facts.listed:
        yield Refusal("basis_nothing_to_review")
    if not facts.reason.strip():
        yield Refusal("basis_review_without_reason", clause="H4.1c")
    if not facts.rests_on.strip():
        yield Refusal("basis_review_rests_on_nothing", clause="H4.1c")
