"""A rule answers with reasons: empty means yes, otherwise every refusal there is."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason why an act is not possible."""

    code: str  # stable: tests, glossary and messages hang on it
    about: str = ""  # the thing that stands in the way, in words for the screen
    clause: str = ""  # the duty it rests on, for tests; screens show the public basis


class Refused(Exception):
    """An act was refused; carries every reason, in the order the rules gave them."""

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self.refusals = tuple(refusals)
        super().__init__(", ".join(refusal.code for refusal in self.refusals))


def refuse_if(refusals: Iterable[Refusal]) -> None:
    """Raise Refused with all of `refusals`; return quietly when there are none."""
    found = tuple(refusals)
    if found:
        raise Refused(found)
