"""A number, a day or an identifier in an address or a form: typed by anybody, in any length and script."""

from datetime import date
from uuid import UUID

MOST_DIGITS = 9  # no page, year or line has more


def number_in(text: str, otherwise: int = 0) -> int:
    """The number, or `otherwise` for what is none or longer than any we count to."""
    fits = text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS
    return int(text) if fits else otherwise


def day_in(text: str) -> date | None:
    """A day as a browser sends it; None for what is none, or far from any book."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 2000 <= day.year <= 2100 else None


def id_in(text: str) -> UUID | None:
    """The identifier, or None for what is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
