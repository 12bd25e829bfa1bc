"""What a review is founded on beside the list: how often an entry was asked for, and what hit none."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from zhengyin.cleanup.models import Round
from zhengyin.supervision.queries.demands import Demand, unlisted
from zhengyin.supervision.queries.figures import Row, Scope, figures

YEAR = timedelta(days=365)
NEVER = Row("", "", 0, 0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Material:
    """From the year before the round until today; counts only."""

    first: date
    last: date
    by_code: Mapping[str, Row]
    demands: tuple[Demand, ...]

    def of(self, code: str) -> Row:
        """How often this entry was asked for, and what became of it."""
        return self.by_code.get(code, NEVER)


def material_for(row: Round, today: date) -> Material:
    """Gather it; a fixed number of statements."""
    scope = Scope((row.county_code,), None, row.opened_on - YEAR, today)
    found = {one.key: one for one in figures(scope).items if one.key}
    return Material(scope.first, scope.last, found, unlisted(scope))
