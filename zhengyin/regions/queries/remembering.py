"""Within one look at a page the same question is asked once.

Settings, calendar and cards stand in the database, where a load in another process may change them
at any moment. So an answer is kept for one look and no longer: nothing can be out of date, and
nothing has to be thrown away. Acts do not remember: what they rest on they read themselves.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Answer = TypeVar("Answer")
_KEPT: ContextVar[dict[Hashable, Any] | None] = ContextVar("kept", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """From here to the end of the block each answer is kept."""
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
