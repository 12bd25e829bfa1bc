"""What a list of lines is narrowed to, and the statement that does it.

Everything a filter asks stands in one index of the book (`ledger_entry_searched`), personal values in
that of their blind indexes: however filters are combined, at most one book's part of the index is read,
never the lines themselves.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from zhengyin.ledger import store
from zhengyin.ledger.models import Entry, Personal


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty means everything. Instants and numbers are half-open; words may stand anywhere in the column."""

    happened_from: datetime | None = None
    happened_until: datetime | None = None
    no_from: int | None = None
    no_until: int | None = None
    late: bool = False
    personal: str = ""  # one personal value, whole (a name, a telephone)
    matter: str = ""
    demanding_unit: str = ""
    handler: str = ""
    numbers: frozenset[int] | None = None  # these alone; an empty set leaves nothing


EVERYTHING = Filters()


def narrowed(book: UUID, filters: Filters) -> QuerySet[Entry]:
    """The lines of a book that the filters leave."""
    asked: dict[str, object] = {
        "happened_at__gte": filters.happened_from,
        "happened_at__lt": filters.happened_until,
        "no__gte": filters.no_from,
        "no__lt": filters.no_until,
        "matter__contains": filters.matter,
        "demanding_unit__contains": filters.demanding_unit,
        "handler__contains": filters.handler,
    }
    found = Entry.objects.filter(book_id=book, **{what: said for what, said in asked.items() if said})
    if filters.numbers is not None:
        found = found.filter(no__in=filters.numbers)
    if filters.late:
        found = found.exclude(pad_number="")
    if filters.personal:
        beside = Personal.objects.filter(
            book_id=book, found_by__contains=[store.blind_index(filters.personal)]
        )
        found = found.filter(no__in=beside.values("no"))
    return found
