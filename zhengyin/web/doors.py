"""Which offices open a page. Closed by default: a view without a door is refused.

A door is the first of three questions. Which rows are seen (`visible_to`) and whether the act
is possible (table and policy) are asked further in.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar
from uuid import UUID

from zhengyin.people.actor import Actor
from zhengyin.people.offices import Office

View = TypeVar("View", bound=Callable[..., Any])


class Open(Enum):
    """Doors that ask for no office."""

    PUBLIC = "everybody, without an account"
    SIGNED_IN = "everybody who is logged in"


PUBLIC = Open.PUBLIC
SIGNED_IN = Open.SIGNED_IN


@dataclass(frozen=True, slots=True)
class Door:
    """Who may open a page. `at` names the URL part that holds the organization's id."""

    open: Open | None
    offices: frozenset[Office]
    at: str

    def admits(self, actor: Actor, parts: Mapping[str, object]) -> bool:
        """Say whether a logged-in person may pass."""
        if self.open is not None:
            return True
        if not self.at:
            return any(held.office in self.offices for held in actor.holds)
        place = parts.get(self.at)
        return isinstance(place, UUID) and bool(self.offices & actor.offices_at(place))


def door(*who: Open | Office, at: str = "") -> Callable[[View], View]:
    """Register a view with its door: one of PUBLIC and SIGNED_IN alone, or offices."""
    opens = [one for one in who if isinstance(one, Open)]
    offices = frozenset(one for one in who if isinstance(one, Office))
    if len(opens) + bool(offices) != 1:
        raise ValueError("a door is either open or names its offices")
    made = Door(opens[0] if opens else None, offices, at)

    def hang(view: View) -> View:
        view.door = made  # type: ignore[attr-defined]
        return view

    return hang


def door_of(view: Callable[..., Any]) -> Door | None:
    """Return the door a view was registered with; None means that it stays shut."""
    found = getattr(view, "door", None)
    return found if isinstance(found, Door) else None
