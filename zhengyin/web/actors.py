"""Put the person and the instant on the request; the only bridge from accounts to actors.

The log-in (web/account) opens a people session after both factors and keeps its id in the
browser's session under SESSION. Without an open one of the same account nobody is signed in.
"""

from typing import cast
from uuid import UUID

from django.http import HttpRequest

from zhengyin.people import queries as people
from zhengyin.people.actor import Actor
from zhengyin.people.models import Account
from zhengyin.registers import queries as registers
from zhengyin.web.request import Request

SESSION = "people_session"


def attach_instant(request: HttpRequest) -> None:
    """Read the database's clock for this request: every day and due date of a page hangs on it."""
    cast(Request, request).at = registers.now()


def attach_actor(request: HttpRequest) -> bool:
    """Attach the person whose session is open; False when there is none, or it has ended."""
    account, held = request.user, request.session.get(SESSION)
    if not isinstance(account, Account) or not isinstance(held, str):
        return False
    ours = cast(Request, request)
    try:
        ours.actor = people.actor_for(account, UUID(held), ours.at)
    except people.SessionEnded:
        return False
    return True


def actor_of(request: HttpRequest) -> Actor:
    """Return the person behind the request, once attached."""
    return cast(Request, request).actor
