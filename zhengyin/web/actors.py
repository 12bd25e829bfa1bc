"""Put the person and the instant on the request; the only bridge from accounts to actors."""

from typing import cast

from django.http import HttpRequest

from zhengyin.people import queries as people
from zhengyin.people.actor import Actor
from zhengyin.registers import queries as registers
from zhengyin.web.request import Request


def attach(request: HttpRequest) -> None:
    """Read the database's clock for this request: every day and due date of a page hangs on it."""
    cast(Request, request).at = registers.now()


def is_signed_in(request: HttpRequest) -> bool:
    """Say whether a person is logged in with a second factor; if so the actor is attached."""
    raise NotImplementedError


def actor_of(request: HttpRequest) -> Actor:
    """Return the person behind the request; only after `is_signed_in` said yes."""
    return cast(Request, request).actor
