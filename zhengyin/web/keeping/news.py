"""What other desks of the committee are told of its seal: a take-out to decide on, away, overdue."""

from dataclasses import dataclass
from uuid import UUID

from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.seals import queries as seals
from zhengyin.seals.queries import TakeOutShown
from zhengyin.seals.queries.filings import FilingCounts, filing_counts, term_for
from zhengyin.seals.workflow import TakeOutState
from zhengyin.seals.workflow.take_out import OPEN
from zhengyin.web.request import Request


@dataclass(frozen=True, slots=True)
class SealNews:
    """`asked` wait for this person's answer; `away` are the take-outs of seals that are out."""

    asked: tuple[TakeOutShown, ...]
    approved: tuple[TakeOutShown, ...]
    away: tuple[TakeOutShown, ...]
    filed: FilingCounts

    @property
    def out(self) -> frozenset[UUID]:
        """The seals that are away."""
        return frozenset(one.seal_id for one in self.away)


def seal_news(request: Request, organization_id: UUID) -> SealNews:
    """A seal has one open take-out at most, a special seal its own; what is filed is one statement."""
    county_code = regions.committee(organization_id).county_code
    rows = seals.take_outs_visible_to(request.actor).filter(
        seal__committee_id=organization_id, state__in=OPEN
    )
    found = seals.take_outs_shown(rows.order_by("asked_at", "id"), request.at)
    decides = request.actor.has(Office.DIRECTOR, organization_id)

    def of(state: TakeOutState) -> tuple[TakeOutShown, ...]:
        return tuple(one for one in found if one.state is state)

    return SealNews(
        asked=of(TakeOutState.ASKED) if decides else (),
        approved=of(TakeOutState.APPROVED),
        away=of(TakeOutState.OUT),
        filed=filing_counts([organization_id], term_for(county_code, request.at)),
    )
