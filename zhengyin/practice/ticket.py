"""The slip of ten minutes with which somebody at a real desk enters the practice of their township."""

from dataclasses import dataclass

from django.conf import settings
from django.core import signing

SALT, LASTS = "zhengyin.practice.ticket", 600  # seconds


@dataclass(frozen=True, slots=True)
class Ticket:
    """`township` is the twelve digits; only the township's own officers begin afresh."""

    township: str
    may_renew: bool
    back: str = ""  # the address of the real desk: it is signed, so nobody is led elsewhere


def issue(ticket: Ticket) -> str:
    """Write the slip, signed with the key both sides were given."""
    return signing.dumps(
        [ticket.township, ticket.may_renew, ticket.back], key=settings.PRACTICE_KEY, salt=SALT
    )


def read(slip: str) -> Ticket | None:
    """Return what a slip says, or None: forged, older than ten minutes, or no key was given."""
    if not settings.PRACTICE_KEY:
        return None
    try:
        township, may_renew, back = signing.loads(slip, key=settings.PRACTICE_KEY, salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        return None
    return Ticket(str(township), bool(may_renew), str(back))
