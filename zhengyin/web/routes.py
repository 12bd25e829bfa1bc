"""Addresses of desks that may not be part of this installation."""

from django.urls import NoReverseMatch, reverse


def where(name: str, *parts: str) -> str:
    """Return the address, or empty text where no such page exists: then no link is shown."""
    try:
        return reverse(name, args=parts)
    except NoReverseMatch:
        return ""
