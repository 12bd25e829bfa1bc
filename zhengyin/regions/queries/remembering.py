"""Within one look at a page, or one act, the same question is asked once.

Settings, calendar and cards stand in the database, where a load in another process may change them
at any moment. So an answer is kept for one look or one act and no longer: nothing can be out of date,
nothing has to be thrown away, and what an act judged is what it prints and writes. Persons and mandates
are remembered too: an act that changes those after it asked about them does not remember.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Answer = TypeVar("Answer")
_KEPT: ContextVar[dict[Hashable, Any] | None] = ContextVar("kept", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """From here to the end of the block each answer is kept; within another block, to the end of that."""
    if _KEPT.get() is not None:
        yield
        return
    before = _KEPT.set({})
    try:
        yield
    finally:
        _KEPT.reset(before)


def remembered(question: Hashable, ask: Callable[[], Answer]) -> Answer:
    """The kept answer, or the asked one; outside of a look always asked."""
    kept = _KEPT.get()
    if kept is None:
        return ask()
    if question not in kept:
        kept[question] = ask()
    answer: Answer = kept[question]
    return answer
