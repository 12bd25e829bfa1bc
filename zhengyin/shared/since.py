"""A day that is remembered as a month or a year only: kept as 1978, 1978-03 or 1978-03-01. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final

TYPED: Final = re.compile(r"(\d{4})(?:年|[年./-](\d{1,2})(?:月|[月./-](\d{1,2})[日号]?)?)?")
KEPT: Final = {1: 4, 2: 7, 3: 10}  # characters of an ISO day


@dataclass(frozen=True, slots=True)
class Since:
    """`first` is the earliest day it may mean; `parts` says how much of it is known: 1 the year alone."""

    first: date
    parts: int

    @property
    def kept(self) -> str:
        """As it is kept: the known part of the ISO day."""
        return self.first.isoformat()[: KEPT[self.parts]]

    @property
    def words(self) -> str:
        """1978年, 1978年3月 or 1978年3月1日, as a sentence says it."""
        day = (f"{self.first.year}年", f"{self.first.month}月", f"{self.first.day}日")
        return "".join(day[: self.parts])


def since_in(text: str) -> Since | None:
    """Read 1978, 1978年, 1978-3, 1978.3.1, 1978年3月, 1978年3月1日, ISO too; None where it is no day."""
    typed = TYPED.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
    if typed is None:
        return None
    known = [int(part) for part in typed.groups() if part]
    try:
        return Since(date(*(*known, 1, 1)[:3]), len(known))
    except ValueError:
        return None
