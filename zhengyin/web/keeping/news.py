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
    """`asked` waits for this person's answer; `away` is the take-out of a seal that is out."""

    asked: TakeOutShown | None
    approved: TakeOutShown | None
    away: TakeOutShown | None
    filed: FilingCounts


def seal_news(request: Request, organization_id: UUID) -> SealNews:
    """A seal has one open take-out at most; what is filed is counted in one statement."""
    county_code = regions.committee(organization_id).county_code
    rows = seals.take_outs_visible_to(request.actor).filter(
        seal__committee_id=organization_id, state__in=OPEN
    )
    found = {one.state: one for one in seals.take_outs_shown(rows.order_by("asked_at", "id"), request.at)}
    decides = request.actor.has(Office.DIRECTOR, organization_id)
    return SealNews(
        asked=found.get(TakeOutState.ASKED) if decides else None,
        approved=found.get(TakeOutState.APPROVED),
        away=found.get(TakeOutState.OUT),
        filed=filing_counts([organization_id], term_for(county_code, request.at)),
    )
