"""Reading: the actor, officials, facts for the rules, what a person may see."""

from zhengyin.people.queries.actor import LONGEST_SESSION, SessionEnded, actor_for, offices_of, offices_then
from zhengyin.people.queries.below import LogIn, Waiting, log_in_below, log_ins_below, waiting_resets
from zhengyin.people.queries.facts import facts_for_owner, seats_of
from zhengyin.people.queries.giving import Seated, free_username, offices_to_give, seated
from zhengyin.people.queries.logins import (
    FactorHints,
    LoginPage,
    blocked_from_approving,
    colleagues_on_device,
    device_of,
    factor_hints,
    hints_again,
    login_page,
    phone_of,
)
from zhengyin.people.queries.officials import Official, everybody, officials, visible_to

__all__ = [
    "LONGEST_SESSION",
    "FactorHints",
    "LogIn",
    "LoginPage",
    "Official",
    "Seated",
    "SessionEnded",
    "Waiting",
    "actor_for",
    "blocked_from_approving",
    "colleagues_on_device",
    "device_of",
    "everybody",
    "factor_hints",
    "facts_for_owner",
    "free_username",
    "hints_again",
    "log_in_below",
    "log_ins_below",
    "login_page",
    "offices_of",
    "offices_then",
    "offices_to_give",
    "officials",
    "phone_of",
    "seated",
    "seats_of",
    "visible_to",
    "waiting_resets",
]
