"""How a paper came to its end, from the lines of its case."""

from collections.abc import Iterable

from zhengyin.certificates.ended import ENDING, Ended, ended
from zhengyin.certificates.queries.again import ERASED_WORDS
from zhengyin.registers.queries import RegisterLine


def ended_in(lines: Iterable[RegisterLine]) -> Ended | None:
    """The end; None while there is none."""
    line = _last(lines)
    return ended(line.kind, line.columns, line.happened_at) if line else None


def void_note(lines: Iterable[RegisterLine]) -> str:
    """What was typed beside the chosen reason of a void; never shown outside the committee."""
    line = _last(lines)
    if line is None:
        return ""
    return ERASED_WORDS if line.personal is None else line.personal.get("note", "")


def _last(lines: Iterable[RegisterLine]) -> RegisterLine | None:
    return next((line for line in lines if line.kind in ENDING), None)
