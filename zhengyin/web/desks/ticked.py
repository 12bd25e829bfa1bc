"""Rows ticked in a list: `?paper=…&paper=…`. A link or a bookmark may say anything."""

from uuid import UUID

from django.http import QueryDict


def ticked(said: QueryDict) -> list[UUID]:
    """The identifiers named, in their order; what is none is passed over."""
    return [one for one in map(_uuid_or_none, said.getlist("paper")) if one]


def _uuid_or_none(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
