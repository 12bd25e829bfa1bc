"""Today and a moment of today in China, as the fields of a form take them."""

from datetime import datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))


def today() -> str:
    """A day: 2026-01-05."""
    return f"{datetime.now(CHINA):%Y-%m-%d}"


def moment(hours: float = 0) -> str:
    """A moment so many hours from now: 2026-01-05T08:30."""
    return f"{datetime.now(CHINA) + timedelta(hours=hours):%Y-%m-%dT%H:%M}"
