"""The end of a year: all books of one owner are closed at once, with the lines they have (H3.2.3e)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings

from zhengyin.ledger import checkpoints, keys, store
from zhengyin.ledger.models import Entry
from zhengyin.registers.lines import BOOKS

UnableToSign = keys.UnableToSign


@dataclass(frozen=True, slots=True)
class YearBook:
    """A book of a year that has lines, from its first to its last number."""

    book: UUID
    name: str
    title: str
    first_no: int
    last_no: int
    last_hash: str
    closed: bool

    @property
    def lines(self) -> int:
        """How many there are: the numbers have no gap."""
        return self.last_no - self.first_no + 1


def year_books(owner: UUID, year: int) -> tuple[YearBook, ...]:
    """The owner's books of a year that have lines, the register of certificates first."""
    return tuple(_shown(store.books_of(owner, year)))


def hold_year(owner: UUID, year: int) -> tuple[YearBook, ...]:
    """The same, locked: until the transaction ends no line is written in any of them."""
    return tuple(_shown(store.hold_year(owner, year)))


def close_year(owner: UUID, year: int, at: datetime) -> None:
    """Close every book of the year, for ever; the caller holds them. The database refuses a second time."""
    store.close_year(owner, year, at)


def end_books(owner: UUID, names: Iterable[str]) -> None:
    """These books of an owner who is no more take no line in any year (H3.2.1d); the caller holds them."""
    store.end_books(owner, names)


def checkpoint_lines(books: Iterable[YearBook]) -> dict[str, bytes]:
    """Of each book (its id) the signed checkpoint that names its last line; what is missing has none yet."""
    heads = ((str(one.book), one.last_no, one.last_hash) for one in books)
    return checkpoints.naming(heads, settings.CHECKPOINTS_FILE)


def public_key() -> bytes:
    """The public half of the key of the checkpoints, as PEM."""
    return keys.public_path(settings.CHECKPOINT_KEY_FILE).read_bytes()


def signed_over(data: bytes) -> tuple[str, str]:
    """Public key and signature over `data` by the key of the checkpoints; raises UnableToSign."""
    return checkpoints.sign_over(data)


def _shown(books: Iterable[store.YearBook]) -> Iterator[YearBook]:
    order = list(BOOKS)
    written = [one for one in books if one.last_no]
    firsts = Entry.objects.filter(book_id__in=[one.book for one in written], prev_no=None)
    first_no = dict(firsts.values_list("book_id", "no"))
    for one in sorted(written, key=lambda one: order.index(one.name)):
        yield YearBook(
            one.book, one.name, BOOKS[one.name], first_no[one.book], one.last_no, one.last_hash,
            one.closed_at is not None,
        )  # fmt: skip
