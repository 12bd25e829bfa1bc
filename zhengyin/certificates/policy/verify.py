"""Is every printed fact verified, each by a method the item allows? (O2.2d)"""

from collections.abc import Iterable, Iterator

from zhengyin.certificates.facts.deciding import Check, VerifyFacts
from zhengyin.certificates.typed import words_problem
from zhengyin.shared.refusal import Refusal

INFORMANT, LONGEST_INFORMANT = "看了哪一本、哪一页，问了谁", 60  # as the row keeps it


def refusals_to_record_checks(checks: Iterable[Check]) -> Iterator[Refusal]:
    """Yield what is wrong with the checks as typed."""
    for check in checks:
        yield from _refusals_to_check(check)


def _refusals_to_check(check: Check) -> Iterator[Refusal]:
    if not check.on_paper:
        yield Refusal("no_such_fact", check.label)
        return
    if check.method not in check.allowed:
        yield Refusal("method_not_allowed", check.label, "O2.2d")
    if not check.informant:
        yield Refusal("informant_missing", check.label, "O2.2d")
    yield from refusals_of_the_informant(check.informant, check.label)


def refusals_of_the_informant(said: str, label: str = "") -> Iterator[Refusal]:
    """Yield what is wrong with the words for the book, the page or the person asked."""
    if words := words_problem(f"{label}：{INFORMANT}" if label else INFORMANT, said, LONGEST_INFORMANT):
        yield Refusal("field_wrong", words)


def refusals_to_verify(facts: VerifyFacts) -> Iterator[Refusal]:
    """Yield every fact that is not checked, or that the check did not confirm."""
    for check in facts.checks:
        if not check.method:
            yield Refusal("fact_not_checked", check.label, "O2.2d")
        elif not check.confirmed:
            yield Refusal("fact_not_confirmed", check.label, "O2.2d")
    if facts.not_photographed:
        yield Refusal("form_not_photographed", clause="H3.2.4d")
