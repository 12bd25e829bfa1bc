"""Writing in the books: hold, write, open a book, erase personal fields, checkpoints, kinds."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from django.db import transaction

from zhengyin.ledger import chain, checkpoints, store
from zhengyin.ledger.models import Entry, Kind, Personal
from zhengyin.registers import policy
from zhengyin.registers.lines import BOOKS, ERASED, OPENED, Column, Signature, declared, kind_of
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused, refuse_if

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Held:
    """A book whose next number and previous hash are fixed until the transaction ends."""

    owner: UUID
    book: str
    year: int
    next_no: int
    previous_hash: str
    head: store.Head


@dataclass(frozen=True, slots=True)
class Line:
    """The receipt of a written line."""

    no: int
    year: int
    book: str
    hash: str
    previous_hash: str
    recorded_at: datetime


def hold(*, owner: UUID, book: str, year: int) -> Held:
    """Lock a book until the transaction ends. Two books: numbered one first, journal last.

    Refused: year_closed (H3.2.3e: what is said of a closed year stands in the open one).
    """
    if book not in BOOKS:
        raise ValueError(f"no such book {book!r}")
    try:
        head = store.hold(owner=owner, book=book, year=year)
    except store.YearClosed as closed:
        raise Refused(policy.refusals_to_hold(closed_year=year)) from closed
    return Held(owner, book, year, head.next_no, head.last_hash, head)


def write(
    *,
    kind: str,
    owner: UUID,
    county_code: str,
    subject: UUID,
    happened_at: datetime,
    signature: Signature,
    columns: Mapping[str, str],
    personal: Mapping[str, str] = NOTHING,
    text_digest: str = "",
    document_digest: str = "",
    pad_number: str = "",
    slip_digest: str = "",
    held: Held | None = None,
) -> Line:
    """Write one line of an act, in the act's transaction; the number is the book's next.

    The year's book is that of the day it happened; of a late line that of the day it is
    recorded. Every column of the kind is given, empty where there is nothing to say
    (ValueError otherwise). The database raises IntegrityError where the line has no footing.
    """
    what = kind_of(kind)
    _only(what.columns, columns, kind)
    _only(what.personal, personal, kind)
    day = day_of(store.now() if what.late else happened_at)
    held = held or hold(owner=owner, book=what.book, year=day.year)
    return _append(
        held,
        held.next_no,
        kind=kind,
        county_code=county_code,
        subject=subject,
        happened_at=happened_at,
        signature=signature,
        columns=columns,
        personal=personal,
        digests=(text_digest, document_digest, pad_number, slip_digest),
    )


@transaction.atomic
def open_book(
    *,
    owner: UUID,
    county_code: str,
    book: str,
    year: int,
    last_paper_no: int,
    scan_digest: str,
    signature: Signature,
    happened_at: datetime,
) -> Line:
    """Begin a book where the paper register ended; its scan's digest stands in the line.

    Refused: book_open_already, paper_number_missing, scan_missing.
    """
    held = hold(owner=owner, book=book, year=year)
    refuse_if(
        policy.refusals_to_open(
            last_no=held.head.last_no, last_paper_no=last_paper_no, scan_digest=scan_digest
        )
    )
    return _append(
        held,
        last_paper_no,
        kind=OPENED,
        county_code=county_code,
        subject=held.head.book,
        happened_at=happened_at,
        signature=signature,
        columns={"last_paper_number": str(last_paper_no)},
        personal=NOTHING,
        digests=("", scan_digest, "", ""),
    )


@transaction.atomic
def erase_personal(
    *,
    owner: UUID,
    county_code: str,
    book: str,
    year: int,
    no: int,
    reason: str,
    signature: Signature,
    happened_at: datetime,
) -> Line:
    """Erase the personal fields of one line; the erasure is a line of its own book.

    Refused: no_such_line, nothing_to_erase, reason_missing. The chain stays whole.
    """
    erasures = hold(owner=owner, book="erasures", year=day_of(happened_at).year)
    key = chain.book_id(owner, book, year)
    entry = Entry.objects.filter(book_id=key, no=no).first()
    there = Personal.objects.filter(book_id=key, no=no).exists()
    refuse_if(policy.refusals_to_erase(line_there=bool(entry), personal_there=there, reason=reason))
    assert entry is not None  # refused above
    line = write(
        kind=ERASED,
        owner=owner,
        county_code=county_code,
        subject=entry.subject,
        happened_at=happened_at,
        signature=signature,
        columns={"book": book, "year": str(year), "number": str(no), "reason": reason},
        text_digest=entry.hash,
        held=erasures,
    )
    store.erase(key, no)
    return line


def sync_kinds() -> None:
    """Make the database know every declared kind; run by the owner after migrating."""
    store.put_kinds(
        Kind(name=kind.name, book=kind.book, needs_earlier=list(kind.needs_earlier), late=kind.late)
        for kind in declared()
    )


def publish_checkpoint(*, at: datetime) -> checkpoints.Checkpoint:
    """Sign all heads into the checkpoint file; raise UnableToPublish on a rewritten history."""
    return checkpoints.publish(at=at)


def _append(
    held: Held,
    no: int,
    *,
    kind: str,
    county_code: str,
    subject: UUID,
    happened_at: datetime,
    signature: Signature,
    columns: Mapping[str, str],
    personal: Mapping[str, str],
    digests: tuple[str, str, str, str],
) -> Line:
    secret = store.conceal(personal)
    entry = chain.Entry(
        book=held.head.book,
        no=no,
        previous_hash=held.previous_hash,
        kind=kind,
        subject=subject,
        county_code=county_code,
        happened_at=happened_at,
        recorded_at=held.head.clock,
        person=signature.person_id,
        person_name=signature.name,
        office=signature.office,
        session=signature.session_id,
        columns=chain.canonical_json(columns),
        personal_digest=secret.digest if secret else "",
        text_digest=digests[0],
        document_digest=digests[1],
        pad_number=digests[2],
        slip_digest=digests[3],
    )
    digest = store.append(entry, secret)
    return Line(no, held.year, held.book, digest, held.previous_hash, entry.recorded_at)


def _only(columns: Collection[Column], given: Mapping[str, str], kind: str) -> None:
    wanted = {key for key, _ in columns}
    if wanted != set(given):
        raise ValueError(f"{kind}: missing {wanted - set(given)}, unknown {set(given) - wanted}")
