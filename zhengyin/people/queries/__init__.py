"""Reading: the actor, officials, facts for the rules, what a person may see."""

from zhengyin.people.queries.actor import (
    SessionEnded,
    actor_for,
    offices_of,
    session_covers,
    sessions_of,
)
from zhengyin.people.queries.facts import facts_for_owner, seats_of
from zhengyin.people.queries.logins import (
    FactorHints,
    LoginPage,
    blocked_from_approving,
    colleagues_on_device,
    device_of,
    factor_hints,
    login_page,
    phone_of,
)
from zhengyin.people.queries.officials import Official, officials, visible_to

__all__ = [
    "FactorHints",
    "LoginPage",
    "Official",
    "SessionEnded",
    "actor_for",
    "blocked_from_approving",
    "colleagues_on_device",
    "device_of",
    "factor_hints",
    "facts_for_owner",
    "login_page",
    "offices_of",
    "officials",
    "phone_of",
    "seats_of",
    "session_covers",
    "sessions_of",
    "visible_to",
]
