"""What the rule of a void looks at; which papers of a year no longer hold."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q

from zhengyin.certificates.facts.afterwards import VoidFacts
from zhengyin.certificates.kinds import Voiding, Why
from zhengyin.certificates.models import Certificate
from zhengyin.certificates.typed import words_problem
from zhengyin.certificates.workflow import State
from zhengyin.documents import fonts
from zhengyin.shared.days import day_of

LONGEST_NOTE, LONGEST_PLACE = 200, 40
GONE = (State.VOIDED, State.CORRECTED)


@dataclass(frozen=True, slots=True)
class GoneCount:
    """How many papers of a year no longer hold."""

    voided: int
    corrected: int


def facts_for_void(
    certificate: Certificate,
    at: datetime,
    *,
    kind: Voiding | None,
    why: Why | None,
    note: str,
    collected: int = 0,
    announced_where: str = "",
    announced_on: date | None = None,
) -> VoidFacts:
    """As said, trimmed, beside what was sealed."""
    assert certificate.sealed_at is not None  # the table lets nothing else come here
    note, where = " ".join(note.split()), " ".join(announced_where.split()).removeprefix("在")
    return VoidFacts(
        kind=kind,
        why=why,
        note=note,
        copies=certificate.copies,
        sealed_on=day_of(certificate.sealed_at),
        today=day_of(at),
        collected=collected,
        announced_where=where,
        announced_on=announced_on,
        stamped_on_paper=bool(certificate.pad_number),
        problems=problems_of(note, where),
    )


def problems_of(note: str, where: str) -> tuple[str, ...]:
    """What does not fit; the place stands in a register that is printed."""
    found = [words_problem("说明", note, LONGEST_NOTE), words_problem("在哪里公告", where, LONGEST_PLACE)]
    found += [f"“{one}”这个字印不出来，请换一个字" for one in fonts.uncovered(where)]
    return tuple(words for words in found if words)


def gone_in(organization_id: UUID, year: int, first_no: int = 1, last_no: int | None = None) -> GoneCount:
    """How many papers of a year's register, or of a run of its numbers, are void, how many corrected."""
    rows = Certificate.objects.filter(
        organization_id=organization_id, year=year, state__in=GONE, no__gte=first_no
    )
    rows = rows if last_no is None else rows.filter(no__lte=last_no)
    told = rows.aggregate(**{state.value: Count("pk", filter=Q(state=state.value)) for state in GONE})
    return GoneCount(**told)


def gone_numbers(organization_id: UUID, year: int) -> frozenset[int]:
    """Their numbers in that register."""
    rows = Certificate.objects.filter(organization_id=organization_id, year=year, state__in=GONE)
    return frozenset(no for no in rows.values_list("no", flat=True) if no is not None)
