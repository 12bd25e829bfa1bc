"""What a stranger is told about a paper. Pure.

Only outcomes that some act of today can produce: a void, a correction and an emergency slip
get theirs with the acts that make them.
"""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """The answer in one word."""

    IN_FORCE = "in_force"
    EXPIRED = "expired"
    SEALED_AFTER_LOSS = "sealed_after_loss"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the register says of what was asked for."""

    registered: bool
    expired: bool = False
    sealed_after_loss: bool = False  # its seal had been reported lost, from before the sealing on


def outcome(facts: Facts) -> Outcome:
    """The answer; a doubt about the seal outweighs the term, for it is a doubt about the paper."""
    if not facts.registered:
        return Outcome.NOT_FOUND
    if facts.sealed_after_loss:
        return Outcome.SEALED_AFTER_LOSS
    return Outcome.EXPIRED if facts.expired else Outcome.IN_FORCE
