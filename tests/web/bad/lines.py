"""What a line of the table of the bad-input sweep is, and how a form is sent from a desk."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from tests.web.bad.sweep import Sent
from tests.web.desk import Officer
from tests.web.walking import Walk, huining
from tests.world import World

Made = Callable[[World], Sent]


@dataclass(frozen=True)
class Case:
    """The forms an address judges, and how they are sent."""

    forms: tuple[type[forms.Form], ...]
    made: Made
    taken: str = ""  # a kind of bad value that this form is there to take, with the reason beside its line
    world: str = "desks"  # "past": with two months of lines that are over; "last_year": with a year

    def __str__(self) -> str:
        return "+".join(f"{form.__module__.split('.')[-2]}.{form.__name__}" for form in self.forms)


def at(who: Officer, address: str, /, *parts: object, **said: Any) -> Sent:
    """Sent from a desk."""
    return Sent(who.client, who.url(address, *parts), said)


def on_case(name: str, by: str, before: Callable[[Walk], object], /, **said: Any) -> Made:
    """An act on a case of 李家湾's after `before`."""

    def made(world: World) -> Sent:
        walk = huining(world)
        before(walk)
        return at(getattr(walk, by), name, walk.case, **said)

    return made
