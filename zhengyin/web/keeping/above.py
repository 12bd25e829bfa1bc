"""What the offices above are told of seals: taken out and not back in time."""

from dataclasses import dataclass, replace

from django.db.models import Q

from zhengyin.regions.models import Committee, Organization
from zhengyin.regions.names import OrganizationKind
from zhengyin.seals import queries as seals
from zhengyin.seals.queries import TakeOutShown
from zhengyin.web.filing.pages import FilingNews, filing_news
from zhengyin.web.request import Request

SHOWN = 20  # the longest overdue; how many there are is said


@dataclass(frozen=True, slots=True)
class OverdueSeals:
    """Seals below that should be back at their place."""

    total: int
    rows: tuple[TakeOutShown, ...]


def overdue_seals(request: Request, seat: Organization) -> OverdueSeals:
    """Of a township's committees, or of a county's."""
    rows = seals.overdue(seals.take_outs_visible_to(request.actor).filter(below(seat)), request.at)
    found = seals.take_outs_shown(rows[:SHOWN], request.at)
    return OverdueSeals(rows.count() if len(found) == SHOWN else len(found), found)


def filed_below(request: Request, seat: Organization) -> FilingNews:
    """How filing stands below; a county is told the count and goes by its townships."""
    rows = Committee.objects.filter(below(seat, ""), issuer=True).values_list("pk", flat=True)
    news = filing_news(list(rows), seat.county_code, request.at, seat.pk)
    return news if seat.kind == OrganizationKind.TOWNSHIP else replace(news, href="")


def below(seat: Organization, path: str = "seal__committee__") -> Q:
    """The committees below a township or a county's lead body, for rows that lead to one by `path`."""
    if seat.kind == OrganizationKind.TOWNSHIP:
        return Q(**{f"{path}township_id": seat.pk})
    return Q(**{f"{path}county_code": seat.county_code})
