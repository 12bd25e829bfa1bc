"""How a document's standing is drawn, and a list that is turned page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

from django.http import QueryDict

from zhengyin.catalogue.bases.kinds import BasisStanding
from zhengyin.web.numbers import number_in

PAGE = 50
T = TypeVar("T")
SHAPES = {
    BasisStanding.IN_FORCE: "ok", BasisStanding.NOT_YET: "wait", BasisStanding.DRAFT: "wait",
    BasisStanding.THIRD_PARTY_COPY: "half", BasisStanding.DEMONSTRATION: "half",
    BasisStanding.AMENDED: "care", BasisStanding.REPLACED: "void", BasisStanding.REPEALED: "void",
    BasisStanding.EXPIRED: "void",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turn:
    """Which page of a list, and what its address keeps."""

    page: int
    pages: int
    keep: str


def turned(found: Sequence[T], query: QueryDict, **keep: str) -> tuple[tuple[T, ...], Turn]:
    """The rows of the page asked for, and the way to the others."""
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(number_in(query.get("page", ""), 1), 1), pages)
    kept = urlencode({name: one for name, one in keep.items() if one})
    return tuple(found[(page - 1) * PAGE : page * PAGE]), Turn(page, pages, kept)
