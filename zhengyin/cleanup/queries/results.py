"""What came of a round, for everybody to read: no names of people."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.cleanup.kinds import Verdict
from zhengyin.cleanup.models import Round
from zhengyin.cleanup.queries.facts import counts_of
from zhengyin.cleanup.workflow import RoundState


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one entry."""

    code: str
    name: str
    unit: str
    verdict: str
    basis: str
    reason: str
    instead: str
    silent: bool  # the unit did not answer; the lead body found for it


@dataclass(frozen=True, slots=True)
class Result:
    """A round that is closed."""

    title: str
    lead: str
    opened_on: date
    ends_on: date
    decision: str
    kept: int
    changed: int
    ended: int
    entries: tuple[Came, ...]


def closed_rounds(county_code: str) -> tuple[tuple[UUID, str], ...]:
    """The closed rounds of a county, the newest first: id and title."""
    rows = Round.objects.filter(county_code=county_code, state=RoundState.CLOSED)
    return tuple(rows.order_by("-ended_at").values_list("pk", "title"))


def result_of(row: Round) -> Result:
    """Everything a round found; three statements."""
    reviews = row.reviews.select_related("unit").order_by("code")
    counts, decision = counts_of(row), row.decision
    return Result(
        title=row.title,
        lead=row.lead.name,
        opened_on=row.opened_on,
        ends_on=row.ends_on,
        decision=f"{decision.title}（{decision.number}）" if decision else "",
        kept=counts["kept"],
        changed=counts["changed"],
        ended=counts["ended"],
        entries=tuple(
            Came(
                one.code, one.name, one.unit.name if one.unit else "", Verdict(one.verdict).words, one.basis,
                one.reason, one.instead, silent=one.way == "lead",
            )
            for one in reviews
        ),
    )  # fmt: skip
