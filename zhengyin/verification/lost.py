"""What the loss of a seal says about one paper: nothing, or how its sealing stands to the loss. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Bearing(StrEnum):
    """How a paper stands to a loss."""

    NONE = "none"  # another seal sealed it
    BEFORE = "before"  # sealed before the seal may have been gone: the loss takes nothing from it
    DOUBTED = "doubted"  # 印章报失后出具，待核
    FOUND = "found"  # sealed after the seal was found and restored


@dataclass(frozen=True, slots=True)
class Loss:
    """A loss: in doubt is [since, found_at). The seal served [served_from, served_until)."""

    since: datetime  # the earliest moment it may have been gone
    found_at: datetime | None
    served_from: datetime
    served_until: datetime | None  # when another was issued in its place


def bearing(loss: Loss, sealed_at: datetime) -> Bearing:
    """The bearing on a paper sealed at this moment with the official seal of that moment."""
    if sealed_at < loss.served_from or (loss.served_until is not None and loss.served_until <= sealed_at):
        return Bearing.NONE
    if sealed_at < loss.since:
        return Bearing.BEFORE
    if loss.found_at is None or sealed_at < loss.found_at:
        return Bearing.DOUBTED
    return Bearing.FOUND
