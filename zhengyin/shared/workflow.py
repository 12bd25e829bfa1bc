"""A workflow is one table: from, act, to, by which office, which register line.

The table drives buttons, the guard of the act, the line written, the diagram in docs and
the exhaustive test; the states and acts of a thing stand nowhere else.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from zhengyin.shared.refusal import Refusal, Refused

S = TypeVar("S", bound=StrEnum)
A = TypeVar("A", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Step(Generic[S, A]):
    """One row. `before` is None where the act creates the thing."""

    before: S | None
    act: A
    after: S
    by: tuple[str, ...]  # offices, any one of them
    line: str  # the kind of register line the act leaves


@dataclass(frozen=True, slots=True)
class Workflow(Generic[S, A]):
    """A table of steps, and the states after which nothing more happens."""

    name: str
    states: type[S]
    steps: tuple[Step[S, A], ...]
    ends: frozenset[S]

    def step(self, state: S | None, act: A, offices: Collection[str]) -> Step[S, A]:
        """Return the row for `act` in `state` by a holder of `offices`.

        Raises Refused with `wrong_state` or, where the state fits, `wrong_office`.
        """
        rows = [step for step in self.steps if step.before == state and step.act == act]
        if not rows:
            raise Refused([Refusal("wrong_state", about=str(state or ""))])
        allowed = [step for step in rows if set(step.by) & set(offices)]
        if not allowed:
            raise Refused([Refusal("wrong_office", about=str(act))])
        return allowed[0]

    def possible(self, state: S, offices: Collection[str]) -> tuple[A, ...]:
        """Return the acts a holder of `offices` may do next, in the table's order."""
        found = (s.act for s in self.steps if s.before == state and set(s.by) & set(offices))
        return tuple(dict.fromkeys(found))

    def replay(self, lines: Iterable[str]) -> S | None:
        """Fold kinds of lines into the state they lead to; raise ValueError where none leads on."""
        state: S | None = None
        for line in lines:
            after = next((s.after for s in self.steps if s.before == state and s.line == line), None)
            if after is None:
                raise ValueError(f"{self.name}: {line} cannot follow {state}")
            state = after
        return state

    def faults(self) -> list[str]:
        """Name what is wrong with the table itself; the tests want an empty list."""
        return [*self._twice(), *self._unreached(), *self._dead_ends(), *self._left_ends()]

    def _twice(self) -> Iterator[str]:
        seen: set[tuple[S | None, A, str]] = set()
        for step in self.steps:
            for office in step.by:
                if (step.before, step.act, office) in seen:
                    yield f"twice: {step.before} {step.act} by {office}"
                seen.add((step.before, step.act, office))

    def _unreached(self) -> Iterator[str]:
        reached: set[S | None] = {None}
        while more := {s.after for s in self.steps if s.before in reached} - reached:
            reached |= more
        yield from (f"unreached: {state}" for state in self.states if state not in reached)

    def _dead_ends(self) -> Iterator[str]:
        left = {step.before for step in self.steps}
        yield from (f"dead end: {s}" for s in self.states if s not in left and s not in self.ends)

    def _left_ends(self) -> Iterator[str]:
        yield from (f"end that goes on: {s.before} {s.act}" for s in self.steps if s.before in self.ends)
