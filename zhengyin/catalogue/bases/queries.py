"""Reading the table of a county as of a day, what rests on a document, and what is to be reviewed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.catalogue.bases.citing import mentions, rests_on
from zhengyin.catalogue.bases.kinds import DOUBTED, BasisEvent, BasisStanding
from zhengyin.catalogue.bases.models import BasisChange, BasisDocument, BasisReview
from zhengyin.catalogue.bases.standing import Recorded, Stand, named, said_of, stand_on
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.lists import Listed, Lists
from zhengyin.catalogue.places import chain
from zhengyin.shared.days import day_of, in_words

UNDER_REVIEW = "依据正在复核，这期间照常办理"
Reviews = Mapping[tuple[str, UUID], BasisReview]  # by entry and by what made it doubtful
Shown = tuple[Sequence[Entry], Sequence[str]]  # entries, and sentences that may name a basis


@dataclass(frozen=True, slots=True)
class BasisShown:
    """A document as the table shows it on a day; `row` is the edition that held then."""

    row: BasisDocument
    stand: Stand
    ended_on: date | None  # a document of the county's own, recorded in error

    @property
    def title(self) -> str:
        """Without brackets."""
        return self.row.title

    @property
    def number(self) -> str:
        """文号; empty where there is none or it is not known."""
        return self.row.number

    @property
    def named(self) -> str:
        """《标题》（文号）."""
        return named(self.row.title, self.row.number)

    @property
    def own(self) -> bool:
        """Whether the county added it."""
        return self.row.recorded_by_id is not None

    @property
    def doubted(self) -> bool:
        """Whether what rests on it is to be reviewed."""
        return self.stand.standing in DOUBTED

    @property
    def cause(self) -> UUID:
        """What made it doubtful: the record of a change, or the document whose last day is over."""
        return self.stand.change.id if self.stand.change else self.row.pk

    @property
    def said(self) -> str:
        """《…》自…起已废止（见《…》）."""
        return said_of(self.row.title, self.row.number, self.stand)


@dataclass(frozen=True, slots=True)
class Resting:
    """An entry in force and the doubted document it rests on; `review` once it was looked at."""

    listed: Listed
    basis: BasisShown
    review: BasisReview | None


def table_of(county_code: str, day: date) -> tuple[BasisShown, ...]:
    """Every document that binds the county, as it stood and was known on `day`; two statements.

    A day before a document came into the table is told its first edition.
    """
    rows = BasisDocument.objects.filter(division_code__in=chain(county_code)).select_related("mistake")
    editions: dict[str, BasisDocument] = {}
    for row in rows.order_by("key", "no"):
        if row.key not in editions or day_of(row.recorded_at) <= day:
            editions[row.key] = row
    changes = changes_of(county_code)
    ordered = sorted(editions.values(), key=lambda row: (row.division_code, row.key))
    shown = (_shown(row, changes.get(row.key, ()), day) for row in ordered)
    return tuple(one for one in shown if one.ended_on is None or day < one.ended_on)


def changes_of(county_code: str) -> Mapping[str, list[Recorded]]:
    """What the county's lead body recorded, by the key of the document, in the order it was recorded."""
    rows = BasisChange.objects.filter(county_code=county_code).select_related("basis", "mistake")
    found: dict[str, list[Recorded]] = defaultdict(list)
    for row in rows.order_by("recorded_at", "pk"):
        found[row.basis.key].append(recorded(row))
    return found


def recorded(row: BasisChange) -> Recorded:
    """The row as the rules see it."""
    mistake = getattr(row, "mistake", None)
    return Recorded(
        row.pk, BasisEvent(row.event), row.takes_effect_on, row.counts_from, row.by_title, row.by_number,
        row.articles, day_of(mistake.recorded_at) if mistake else None,
    )  # fmt: skip


def doubted_in(county_code: str, day: date) -> tuple[BasisShown, ...]:
    """The documents of the table that were repealed, amended, replaced or ran out."""
    return tuple(one for one in table_of(county_code, day) if one.doubted)


def resting(lists: Lists, bases: Iterable[BasisShown]) -> tuple[Resting, ...]:
    """What in force rests on these, with its review; one statement."""
    doubted = tuple(bases)
    reviews = _reviews(lists.county_code) if doubted else {}
    return tuple(
        Resting(listed, basis, reviews.get((listed.entry.code, basis.cause)))
        for basis in doubted
        for listed in lists.listed.values()
        if rests_on(listed.entry, basis)
    )


def to_review(lists: Lists, day: date) -> tuple[Resting, ...]:
    """Everything in force that rests on a doubted document, reviewed or not; three statements (H4.1c)."""
    return resting(lists, doubted_in(lists.county_code, day))


def doubts(lists: Lists, codes: Iterable[str], *texts: str) -> tuple[str, ...]:
    """What a page that shows these entries, or cites bases in `texts`, says of them; empty: all is well.

    Two statements, three where something of it is in doubt. What was reviewed later than `lists.day` was
    not yet reviewed.
    """
    entries = [lists.listed[code].entry for code in dict.fromkeys(codes) if code in lists.listed]
    return _told(lists, [(entries, texts)])[0]


def with_doubts(lists: Lists, entries: Sequence[Entry]) -> tuple[tuple[Entry, tuple[str, ...]], ...]:
    """Each entry with what is to be said of its bases; as many statements for all of them."""
    return tuple(zip(entries, _told(lists, [([one], ()) for one in entries]), strict=True))


def _told(lists: Lists, shown: Iterable[Shown]) -> tuple[tuple[str, ...], ...]:
    doubted = doubted_in(lists.county_code, lists.day)
    touched = [list(_touched(doubted, *one)) for one in shown]
    reviews = _reviews(lists.county_code) if any(touched) else {}
    return tuple(
        tuple(
            dict.fromkeys(words for basis, codes in one for words in _said(basis, codes, reviews, lists.day))
        )
        for one in touched
    )


def _touched(
    doubted: Iterable[BasisShown], entries: Iterable[Entry], texts: Iterable[str]
) -> Iterator[tuple[BasisShown, list[str]]]:
    """The documents in doubt that these rest on or name, each with the codes of what rests on it."""
    for basis in doubted:
        codes = [one.code for one in entries if rests_on(one, basis)]
        if codes or any(mentions(text, basis) for text in texts):
            yield basis, codes


def _said(basis: BasisShown, codes: Iterable[str], reviews: Reviews, day: date) -> Iterator[str]:
    found = [reviews.get((code, basis.cause)) for code in codes]
    known = [one for one in found if one is not None and day_of(one.recorded_at) <= day]
    if known and len(known) == len(found):
        yield from (f"{basis.said}。{reviewed(one)}。" for one in known)
    else:
        yield f"{basis.said}。{UNDER_REVIEW}。"


def reviewed(review: BasisReview) -> str:
    """What came of it, for a resident."""
    day = in_words(day_of(review.recorded_at))
    return f"主管部门{day}复核过，保留这一项，现在的依据：{review.rests_on}"


def _reviews(county_code: str) -> Reviews:
    rows = BasisReview.objects.filter(county_code=county_code).select_related("recorded_by")
    return {(row.entry_code, row.change_id or row.basis_id): row for row in rows}


def basis_in(county_code: str, basis_id: UUID, day: date) -> BasisShown | None:
    """One document of the county's table, by any of its editions."""
    key = BasisDocument.objects.filter(pk=basis_id).values_list("key", flat=True).first()
    return next((one for one in table_of(county_code, day) if one.row.key == key), None)


def _shown(row: BasisDocument, changes: Iterable[Recorded], day: date) -> BasisShown:
    mistake = getattr(row, "mistake", None)
    stand = stand_on(
        BasisStanding(row.standing), effective_from=row.effective_from, valid_until=row.valid_until,
        changes=changes, day=day,
    )  # fmt: skip
    return BasisShown(row, stand, day_of(mistake.recorded_at) if mistake else None)
