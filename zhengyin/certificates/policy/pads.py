"""The pad itself: may it be printed, may a slip be void, may what is left be collected?"""

from collections.abc import Iterator

from zhengyin.certificates.slips import MOST, CloseFacts, PadFacts, Spoilt
from zhengyin.shared.refusal import Refusal


def refusals_to_issue_pad(facts: PadFacts) -> Iterator[Refusal]:
    """Yield why no pad is printed: only whoever keeps the seal may prepare to use it without the register."""
    yield from facts.not_issuing
    if not 1 <= facts.slips <= MOST:
        yield Refusal("slips_too_many", str(MOST))
    if not facts.seal_name:
        yield Refusal("no_seal_in_use")
    elif facts.custodian != facts.person_id:
        yield Refusal("keeper_only", facts.seal_name, "H3.2.3a")
    if facts.blocked_after_reset:
        yield Refusal("blocked_after_reset")


def refusals_to_spoil(reason: str) -> Iterator[Refusal]:
    """Yield why a slip does not become void."""
    if reason not in tuple(Spoilt):
        yield Refusal("not_spoilt_why")


def refusals_to_close_pad(facts: CloseFacts) -> Iterator[Refusal]:
    """Yield why the rest is not collected: it was counted on a page that is no longer so."""
    if facts.said != facts.without_end:
        yield Refusal("slips_differ")


def refusals_to_rectify(*, directs_here: bool, open_: bool, done: str) -> Iterator[Refusal]:
    """Yield why nothing is put right."""
    if not directs_here:
        yield Refusal("wrong_office", "rectify")
    if not open_:
        yield Refusal("nothing_to_rectify")
    if not done:
        yield Refusal("rectified_how")
