"""Why a year cannot be counted up, signed, closed, packed or received. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.shared.refusal import Refusal

LONGEST_REASON = 200
LONGEST_PART = 40  # of a part of the archive number
LONGEST_RECEIPT = 40
YEAR_END = "H3.2.3e"


@dataclass(frozen=True, slots=True)
class Filing:
    """Parts of the archive number as the committee knows them; empty: 待档案主管部门确认."""

    fonds: str = ""
    category: str = ""
    box: str = ""


@dataclass(frozen=True, slots=True)
class PrepareFacts:
    """`lines` of all books of the year together."""

    year: int
    lines: int
    filing: Filing


@dataclass(frozen=True, slots=True)
class SignFacts:
    """`same`: the books stand as they were counted up. `unsigned`: months that wait for a signature."""

    person: UUID
    prepared_by: UUID
    same: bool
    unsigned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CloseFacts:
    """Who counted up and who signed, and whether the books still stand so."""

    person: UUID
    prepared_by: UUID
    signed_by: UUID | None
    same: bool


@dataclass(frozen=True, slots=True)
class PackFacts:
    """`missing` parts of the package; `uncovered` books whose last line no signed checkpoint names yet."""

    missing: int
    uncovered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DownloadFacts:
    """Whether an office opens the package, and whether there is one."""

    office: bool
    packed: bool


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """`slips` of the committee's pads have no end yet: what was stamped on them must still be entered."""

    ended_on: date | None
    slips: int


def refusals_to_close_registers(facts: ClosingFacts, day: date) -> Iterator[Refusal]:
    """Registers close at the end of their committee, not before, and with everything in them (H3.2.1d)."""
    if facts.ended_on is None or facts.ended_on > day:
        yield Refusal("committee_not_ended", clause="H3.2.1d")
    if facts.slips:
        yield Refusal("slips_before_closing", str(facts.slips), "H3.2.3a")


def refusals_to_download(facts: DownloadFacts) -> Iterator[Refusal]:
    """It holds personal data: only who answers for the register takes it away."""
    if not facts.office:
        yield Refusal("wrong_office")
    if not facts.packed:
        yield Refusal("package_not_made")


def refusals_to_prepare(facts: PrepareFacts, day: date) -> Iterator[Refusal]:
    """From the first of January on, and only where there is something to close."""
    if facts.year >= day.year:
        yield Refusal("year_not_over", str(facts.year), YEAR_END)
    if not facts.lines:
        yield Refusal("year_without_lines", str(facts.year), YEAR_END)
    if any(
        len(part) > LONGEST_PART for part in (facts.filing.fonds, facts.filing.category, facts.filing.box)
    ):
        yield Refusal("filing_too_long", str(LONGEST_PART))


def refusals_to_return(reason: str) -> Iterator[Refusal]:
    """Whoever counts anew must know why."""
    if not reason.strip():
        yield Refusal("year_return_without_reason")
    if len(reason.strip()) > LONGEST_REASON:
        yield Refusal("year_reason_too_long", str(LONGEST_REASON))


def refusals_to_sign(facts: SignFacts) -> Iterator[Refusal]:
    """What is signed is what was counted up, by somebody else, month by month before the year."""
    if facts.person == facts.prepared_by:
        yield Refusal("year_needs_another_person", clause=YEAR_END)
    if not facts.same:
        yield Refusal("year_counted_anew", clause=YEAR_END)
    if facts.unsigned:
        yield Refusal("year_months_unsigned", "、".join(facts.unsigned), "O2.3a")


def refusals_to_close(facts: CloseFacts) -> Iterator[Refusal]:
    """Three people, and the books as they were signed."""
    if facts.person in (facts.prepared_by, facts.signed_by):
        yield Refusal("year_needs_another_person", clause=YEAR_END)
    if not facts.same:
        yield Refusal("year_counted_anew", clause=YEAR_END)


def refusals_to_pack(facts: PackFacts) -> Iterator[Refusal]:
    """Everything is in it, and the signed checkpoints answer for it."""
    if facts.missing:
        yield Refusal("package_unfinished", str(facts.missing), YEAR_END)
    if facts.uncovered:
        yield Refusal("books_without_checkpoint", "、".join(facts.uncovered), YEAR_END)


def refusals_to_receive(number: str) -> Iterator[Refusal]:
    """A receipt has its number."""
    if not number.strip():
        yield Refusal("year_receipt_without_number")
    if len(number.strip()) > LONGEST_RECEIPT:
        yield Refusal("year_receipt_too_long", str(LONGEST_RECEIPT))
