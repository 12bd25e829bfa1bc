"""What is taken away, where it stands, and how."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

KINDS = ("rule", "row", "guard")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One thing to take away. `hints` are words whose mention makes a test likely to miss it."""

    kind: str
    room: str
    place: str  # file:line
    words: str
    hints: tuple[str, ...] = ()
    take_away: Callable[[], None] = field(default=lambda: None, compare=False)  # in the forked process
    # around the fork, on the databases there are; the fork itself sees to those it makes
    in_databases: Callable[[], AbstractContextManager[None]] = field(default=nullcontext, compare=False)
    in_new_database: Callable[[str], None] = field(default=lambda name: None, compare=False)

    @property
    def name(self) -> str:
        return f"{self.place} {self.words}"

    @property
    def file(self) -> str:
        """Where it stands, from the checkout on."""
        return self.place.rpartition(":")[0]
