"""What a stranger is told about a paper. Pure.

Only outcomes that some act of today can produce.
"""

from dataclasses import dataclass
from enum import StrEnum

from zhengyin.certificates.slips import SlipState


class Outcome(StrEnum):
    """The answer in one word."""

    IN_FORCE = "in_force"
    EXPIRED = "expired"
    VOID = "paper_void"
    REPLACED = "paper_replaced"
    SEALED_AFTER_LOSS = "sealed_after_loss"
    SIGNED_AFTER_KEY_LOSS = "signed_after_key_loss"
    SLIP_PENDING = "slip_pending"  # an emergency slip that was printed and is not entered yet
    SLIP_VOID = "slip_void"
    NOT_FOUND = "not_found"

    @property
    def is_over(self) -> bool:
        """The paper holds no more, whatever stands on it."""
        return self in (Outcome.VOID, Outcome.REPLACED)


SLIPS = {
    SlipState.ISSUED: Outcome.SLIP_PENDING,
    SlipState.SPOILED: Outcome.SLIP_VOID,
    SlipState.UNUSED: Outcome.SLIP_VOID,
    SlipState.ENTERED: Outcome.NOT_FOUND,  # a certificate, or nothing: the register has the word
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the register says of what was asked for."""

    registered: bool
    void: bool = False
    replaced: bool = False  # by a correction
    expired: bool = False
    sealed_after_loss: bool = False  # its seal had been reported lost, from before the sealing on
    signed_after_key_loss: bool = False
    slip: SlipState | None = None  # no paper, but an emergency slip of the pad


def outcome(facts: Facts) -> Outcome:
    """The answer. What the committee itself took back outweighs all else; a doubt about the seal
    outweighs the term, for it is a doubt about the paper."""
    if not facts.registered:
        return SLIPS[facts.slip] if facts.slip else Outcome.NOT_FOUND
    if facts.void:
        return Outcome.VOID
    if facts.replaced:
        return Outcome.REPLACED
    if facts.sealed_after_loss:
        return Outcome.SEALED_AFTER_LOSS
    if facts.signed_after_key_loss:
        return Outcome.SIGNED_AFTER_KEY_LOSS
    return Outcome.EXPIRED if facts.expired else Outcome.IN_FORCE
