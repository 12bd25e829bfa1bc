"""States are a cache of the books: fold the lines again and compare. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from zhengyin.registers.lines import kind_of
from zhengyin.shared.workflow import Workflow

S = TypeVar("S", bound=StrEnum)
A = TypeVar("A", bound=StrEnum)
States = Callable[[], Iterable[tuple[UUID, str]]]  # subject and state, as the tables say


@dataclass(frozen=True, slots=True)
class Replay:
    """How lines lead from state to state, and what the tables say now."""

    title: str  # of the thing, in Chinese: 证明
    fold: Mapping[tuple[str | None, str], str]  # (state before, kind of line) -> state after
    current_states: States
    words: Mapping[str, str] = field(default_factory=dict)  # what states are called in Chinese


def replay_of(
    title: str, workflow: Workflow[S, A], current_states: States, words: Mapping[str, str]
) -> Replay:
    """The replay of a workflow's table."""
    fold = {(_plain(step.before), step.line): str(step.after) for step in workflow.steps}
    return Replay(title, fold, current_states, words)


@dataclass(slots=True)
class Fold:
    """One replay under way: lines in the order they were recorded, one owner after the other."""

    replay: Replay
    states: dict[bytes, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    _table: dict[tuple[str | None, bytes], str] = field(default_factory=dict)
    _stuck: set[bytes] = field(default_factory=set)

    def __post_init__(self) -> None:
        for (before, kind), after in self.replay.fold.items():
            self._table[_plain(before), kind.encode()] = str(after)

    def kinds(self) -> frozenset[bytes]:
        """The kinds of lines this replay follows."""
        return frozenset(kind for _, kind in self._table)

    def step(self, subject: bytes, kind: bytes, where: str, no: bytes) -> None:
        """Take line `no` of book `where`; the first that leads nowhere is a fault, later ones not."""
        before = self.states.get(subject)
        after = self._table.get((before, kind))
        if after is not None:
            self.states[subject] = after
        elif subject not in self._stuck:
            self._stuck.add(subject)
            self.faults.append(
                f"{where}第{no.decode()}号：{self.replay.title}在“{self._word(before, '尚未开始')}”时"
                f"不可能有“{_title(kind.decode())}”这一笔"
            )

    def compare(self) -> Iterator[str]:
        """What the tables say otherwise than the books."""
        seen = set()
        for subject, state in ((str(of).encode(), str(now)) for of, now in self.replay.current_states()):
            told = self.states.get(subject)
            seen.add(subject)
            if told != state and subject not in self._stuck:
                yield (
                    f"{self.replay.title} {subject.decode()}：按登记应当是“{self._word(told, '没有登记')}”，"
                    f"系统里现在是“{self._word(state)}”"
                )
        for stray in sorted(self.states.keys() - seen):
            yield f"{self.replay.title} {stray.decode()}：登记簿里有，系统里却没有这一件"

    def _word(self, state: str | None, none: str = "") -> str:
        return self.replay.words.get(state, state) if state else none


def _plain(state: str | None) -> str | None:
    return None if state is None else str(state)


def _title(kind: str) -> str:
    return kind_of(kind).title or kind
