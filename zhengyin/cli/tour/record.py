"""What was walked: every step with its time, and what each place ended with."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any


class Stopped(Exception):
    """A step failed; the steps after it rest on it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of one place; `error` holds the page's own words."""

    pack: str
    step: str
    ok: bool
    seconds: float
    error: str = ""

    @property
    def as_json(self) -> dict[str, Any]:
        """The four fields, and the words where something went wrong."""
        fields = asdict(self)
        return fields if self.error else {key: fields[key] for key in fields if key != "error"}


@dataclass(slots=True)
class Paper:
    """A paper that was issued on the way."""

    number: str = ""
    pdf: str = ""
    address: str = ""  # what its QR code says
    signature: str = ""  # what pdfsig says
    register_line: dict[str, str] = field(default_factory=dict)  # column: what stands there
    verification: str = ""  # the outcome, in the page's words


@dataclass(slots=True)
class Record:
    """The steps of all places, written by several threads."""

    say: Callable[[str], None]
    steps: list[Step] = field(default_factory=list)
    packs: dict[str, dict[str, Any]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def step(self, pack: str, name: str, words: str) -> Iterator[None]:
        """Time one step and tell how it went; whatever goes wrong in it ends this place's tour."""
        began = time.monotonic()
        try:
            yield
        except Stopped:
            raise
        except Exception as wrong:
            told = str(wrong) or type(wrong).__name__
            self._add(Step(pack, words, False, _since(began), told), name)
            raise Stopped(told) from wrong
        self._add(Step(pack, words, True, _since(began)), name)

    def keep(self, pack: str, papers: list[Paper]) -> None:
        """What a place ended with: its first paper, and the others beside it."""
        first, *others = papers
        self.packs[pack] = {**asdict(first), "others": [asdict(one) for one in others]}

    @property
    def ok(self) -> bool:
        """Every step went well."""
        return bool(self.steps) and all(step.ok for step in self.steps)

    @property
    def as_json(self) -> dict[str, Any]:
        """The one object of --json."""
        return {"ok": self.ok, "steps": [step.as_json for step in self.steps], "packs": self.packs}

    def _add(self, step: Step, name: str) -> None:
        with self.lock:
            self.steps.append(step)
            mark = "✓" if step.ok else "✗"
            self.say(f"{mark} {name} {step.step}（{step.seconds:.1f}秒）")
            if step.error:
                self.say(f"  {step.error}")


def _since(began: float) -> float:
    return round(time.monotonic() - began, 2)
