"""Rows ticked in a list: `?paper=…&paper=…`. A link or a bookmark may say anything."""

from uuid import UUID

from django.http import QueryDict

from zhengyin.web.numbers import id_in


def ticked(said: QueryDict) -> list[UUID]:
    """The identifiers named, in their order; what is none is passed over."""
    return [one for one in map(id_in, said.getlist("paper")) if one]
