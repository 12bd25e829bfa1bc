"""May this mandate be recorded, and does one carry the proxy through this act, today?"""

from collections.abc import Iterable, Iterator
from datetime import date

from zhengyin.certificates.facts.applying import MandateFacts, MandateHeld
from zhengyin.shared.refusal import Refusal


def refusals_to_record_mandate(facts: MandateFacts) -> Iterator[Refusal]:
    """Yield what the mandate lacks; no officer of the case is anybody's proxy in it."""
    for problem in facts.problems:
        yield Refusal("field_wrong", problem)
    if not facts.covers:
        yield Refusal("mandate_covers_nothing")
    if facts.given_on > facts.today:
        yield Refusal("mandate_given_later")
    if facts.until < max(facts.today, facts.given_on):
        yield Refusal("mandate_expired", facts.name)
    if not facts.paper_kept:
        yield Refusal("mandate_paper_missing")
    if facts.officer_of_the_case:
        yield Refusal("proxy_is_officer", facts.name)


def refusals_of_the_proxy(
    name: str, mandates: Iterable[MandateHeld], covering: str, today: date
) -> Iterator[Refusal]:
    """Yield why `name` may not act here: no mandate, none that covers it, none that still runs."""
    own = [mandate for mandate in mandates if mandate.name == name]
    covered = [mandate for mandate in own if covering in mandate.covers]
    if not own:
        yield Refusal("mandate_missing", name)
    elif not covered:
        yield Refusal("mandate_not_covering", name)
    elif all(mandate.until < today for mandate in covered):
        yield Refusal("mandate_expired", name)
