"""Write packs/national/calendar.yaml from the chinesecalendar package; run once a year, by hand.

The product never calls the package: it raises for a year it does not know, and a calendar that
is data needs no release. A year without a published arrangement is written `provisional`:
weekends only, until the State Council's notice for it is out and this is run again.
"""

import sys
from collections.abc import Iterable
from datetime import date
from importlib.metadata import version
from pathlib import Path

from chinese_calendar import constants

FIRST, LAST = 2020, 2027
HEAD = """\
# Working days: Monday to Friday, less `off`, plus `extra` (make-up days on a weekend).
# Written by tools/calendar_seed.py; `provisional` = no arrangement published yet, weekends only.
source: {source}
years:
"""


def days_of(year: int) -> tuple[list[date], list[date]]:
    """Return the weekdays off and the weekend days worked in `year`."""
    off = [day for day in constants.holidays if day.year == year and day.weekday() < 5]
    extra = [day for day in constants.workdays if day.year == year and day.weekday() > 4]
    return sorted(off), sorted(extra)


def is_known(year: int) -> bool:
    """Say whether the package holds an arrangement for `year`."""
    return any(day.year == year for day in constants.holidays)


def line(name: str, days: Iterable[date]) -> str:
    """One YAML line of days; quoted nowhere, because plain dates are YAML dates."""
    return f"    {name}: [{', '.join(day.isoformat() for day in days)}]\n"


def year_block(year: int) -> str:
    """The YAML block of one year."""
    if not is_known(year):
        return f"  {year}:\n    provisional: true\n" + line("off", []) + line("extra", [])
    off, extra = days_of(year)
    return f"  {year}:\n    provisional: false\n" + line("off", off) + line("extra", extra)


def main(target: Path) -> None:
    """Write the whole file anew."""
    source = f"chinesecalendar {version('chinesecalendar')}"
    blocks = [year_block(year) for year in range(FIRST, LAST + 1)]
    target.write_text(HEAD.format(source=source) + "".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    default = Path(__file__).parents[1] / "packs/national/calendar.yaml"
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else default)
