"""Where a seal is, and whether a paper may be stamped there: asked by every room that stamps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from zhengyin.shared.days import SHANGHAI
from zhengyin.shared.refusal import Refusal


class Where(StrEnum):
    """Where whoever stamps says that the seal is: at its place of keeping, or taken out."""

    OFFICE = "office"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A seal at one moment. Everything but `where` is empty while it lies at its place of keeping."""

    where: Where
    place: str = ""  # where it was taken
    since: datetime | None = None
    due_at: datetime | None = None
    take_out_id: UUID | None = None
    carrier_id: UUID | None = None
    carrier: str = ""

    @property
    def out(self) -> bool:
        """True while it is taken out."""
        return self.where is Where.OUT

    @property
    def stamped(self) -> str:
        """保管处, or 带出期间 with the take-out it belongs to: where to, and when it left; for the line."""
        if self.since is None:
            return "保管处"
        return f"带出期间，在{self.place}（{self.since.astimezone(SHANGHAI):%Y-%m-%d %H:%M}带出）"


AT_OFFICE = Whereabouts(Where.OFFICE)


def refusals_of_where(seal: Whereabouts, said: Where, person_id: UUID) -> Iterator[Refusal]:
    """A seal that is out stamps nothing at the office, and outside for its carrier alone (H3.2.4b)."""
    if seal.out and said is Where.OFFICE:
        yield Refusal("seal_is_out", seal.place, "H3.2.4b")
    elif seal.out and seal.carrier_id != person_id:
        yield Refusal("another_carries_the_seal", seal.carrier, "H3.2.4b")
    if not seal.out and said is Where.OUT:
        yield Refusal("seal_not_out", clause="H3.2.4b")
