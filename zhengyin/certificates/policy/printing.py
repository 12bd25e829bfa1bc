"""May this be printed? The approved copies once; a further print is an act with its reason."""

from collections.abc import Iterator

from zhengyin.certificates.facts.sealing import PrintFacts
from zhengyin.certificates.kinds import Reprint
from zhengyin.shared.refusal import Refusal


def refusals_of_the_draft(problem: str) -> Iterator[Refusal]:
    """Yield that the paper would not print: known before the approval, not at the seal."""
    if problem:
        yield Refusal("paper_does_not_print", problem, "H3.2.4d")


def refusals_to_print(facts: PrintFacts) -> Iterator[Refusal]:
    """Yield why the approved copies are not printed now (H3.2.4d)."""
    if facts.by_hand:
        yield Refusal("written_by_hand")
    if facts.printed:
        yield Refusal("printed_already", f"{facts.approved_copies}份", "H3.2.4d")


def refusals_to_reprint(facts: PrintFacts) -> Iterator[Refusal]:
    """Yield why no sheet is printed again (H3.2.4d)."""
    if not facts.printed:
        yield Refusal("not_printed_yet", f"{facts.approved_copies}份")
    if facts.reason is None:
        yield Refusal("reprint_reason_missing")
    if not 1 <= facts.copies <= facts.approved_copies:
        yield Refusal("reprint_copies", f"{facts.approved_copies}份", "H3.2.4d")
    if facts.reason is Reprint.SPOILED and facts.spoiled < 1:
        yield Refusal("spoiled_not_counted")
