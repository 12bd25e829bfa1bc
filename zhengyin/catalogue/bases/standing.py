"""How a document stands on a day, by its own days and by what was recorded of it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from zhengyin.catalogue.bases.kinds import BasisEvent, BasisStanding
from zhengyin.shared.days import in_words

BY_EVENT: Final = {
    BasisEvent.AMENDED: BasisStanding.AMENDED,
    BasisEvent.REPLACED: BasisStanding.REPLACED,
    BasisEvent.REPEALED: BasisStanding.REPEALED,
}


@dataclass(frozen=True, slots=True)
class Recorded:
    """A change as the lead body recorded it. `counts_from` is the later of its day and that of the record.

    `ended_on` is the day it was recorded to be a mistake: from then on it counts for nothing.
    """

    id: UUID
    event: BasisEvent
    takes_effect_on: date
    counts_from: date
    by_title: str
    by_number: str = ""
    articles: str = ""
    ended_on: date | None = None

    def counts(self, day: date) -> bool:
        """Whether it was known, had taken effect and was no mistake yet on `day`."""
        return self.counts_from <= day and (self.ended_on is None or day < self.ended_on)

    @property
    def by(self) -> str:
        """The document that did it."""
        return named(self.by_title, self.by_number)


@dataclass(frozen=True, slots=True)
class Stand:
    """How a document stands, since when (None: always), and the record that says so."""

    standing: BasisStanding
    since: date | None = None
    change: Recorded | None = None


def stand_on(
    stated: BasisStanding,
    *,
    effective_from: date | None,
    valid_until: date | None,
    changes: Iterable[Recorded],
    day: date,
) -> Stand:
    """What ended it weighs more than what amended it, and the later record more than the earlier.

    `valid_until` is its last day.
    """
    counting = sorted((one for one in changes if one.counts(day)), key=lambda one: one.counts_from)
    ending = [one for one in counting if one.event is not BasisEvent.AMENDED]
    if ending:
        return Stand(BY_EVENT[ending[-1].event], ending[-1].takes_effect_on, ending[-1])
    if valid_until is not None and valid_until < day:
        return Stand(BasisStanding.EXPIRED, valid_until + timedelta(days=1))
    if counting:
        return Stand(BasisStanding.AMENDED, counting[-1].takes_effect_on, counting[-1])
    if effective_from is not None and effective_from > day:
        return Stand(BasisStanding.NOT_YET)
    return Stand(stated)


def named(title: str, number: str) -> str:
    """《标题》（文号）."""
    return f"《{title}》（{number}）" if number else f"《{title}》"


def said_of(title: str, number: str, stand: Stand) -> str:
    """《…》自2026年12月1日起已废止（依据《…》）: for a resident."""
    since = f"自{in_words(stand.since)}起" if stand.since else ""
    by = f"（见{stand.change.by}）" if stand.change else ""
    return f"{named(title, number)}{since}{stand.standing.words}{by}"
