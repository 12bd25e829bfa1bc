"""What was printed after the seal, and whether the file may be opened now."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from zhengyin.people.actor import Actor
from zhengyin.registers import queries as registers

PRINTED = ("certificate.printed", "certificate.reprinted")
SAME_CLICK = timedelta(seconds=30)  # too short for a sheet to be printed, found spoiled and struck
OPEN_FOR = timedelta(minutes=10)  # from the act to the printer: a slow one, or a page opened once more


@dataclass(frozen=True, slots=True)
class Printed:
    """One printing, as the journal has it."""

    at: datetime
    who: str
    copies: str
    reason: str
    spoiled: str


def printings(certificate_id: UUID) -> tuple[Printed, ...]:
    """All of them, in their order."""
    lines = [line for line in registers.lines_of(certificate_id) if line.kind in PRINTED]
    return tuple(
        Printed(
            line.happened_at,
            line.person_name,
            line.columns["copies"],
            line.columns.get("reason", ""),
            line.columns.get("spoiled", ""),
        )
        for line in lines
    )


def printed(certificate_id: UUID) -> bool:
    """Whether the approved copies were printed."""
    return bool(registers.who_wrote(certificate_id, PRINTED[0]))


def unprinted(certificate_ids: Collection[UUID]) -> frozenset[UUID]:
    """Those of these of which nothing was printed yet, in one query."""
    return frozenset(certificate_ids) - registers.with_lines(certificate_ids, PRINTED[0])


def said_just_now(certificate_id: UUID, said: Mapping[str, str], actor: Actor, at: datetime) -> bool:
    """Whether this person said exactly this a moment ago: a second click is no second printing."""
    lines = [line for line in registers.lines_of(certificate_id) if line.kind == PRINTED[1]]
    times = registers.written_at(certificate_id, PRINTED[1], actor.person_id)
    same = bool(lines) and said.items() <= lines[-1].columns.items()
    return same and any(timedelta() <= at - when <= SAME_CLICK for when in times)


def open_to(certificate_id: UUID, actor: Actor, at: datetime) -> bool:
    """Whether this person has just said that they print: the file opens for whoever did the act."""
    times = [when for kind in PRINTED for when in registers.written_at(certificate_id, kind, actor.person_id)]
    return any(timedelta() <= at - when <= OPEN_FOR for when in times)
