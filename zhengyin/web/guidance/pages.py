"""What the pages of guidance show."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zhengyin.guidance.kinds import Way
from zhengyin.guidance.models import Enquiry
from zhengyin.guidance.queries import contacts_of, enquiries_at, found, items_of
from zhengyin.guidance.workflow import EnquiryState
from zhengyin.people.offices import IN_COMMITTEE, Office
from zhengyin.regions.models import Organization
from zhengyin.shared.days import day_of
from zhengyin.web.numbers import number_in
from zhengyin.web.request import Request

PAGE = 30
READING = (*IN_COMMITTEE, Office.TOWNSHIP, Office.COUNTY_LEAD, Office.DEPARTMENT)


@dataclass(frozen=True, slots=True)
class Shown:
    """One question as it stands; `waited` are the days without an answer."""

    id: UUID
    item: str
    code: str
    words: str
    committee: str
    department: str
    asked_on: date
    answered: bool
    waited: int
    answer: str
    answered_by: str
    answered_on: date | None
    way: str


@dataclass(frozen=True, slots=True)
class Contacted:
    """An item with whom to ask about it; empty where nobody was named yet."""

    code: str
    name: str
    department: str
    telephone: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """The questions of a seat, unanswered first, a page at a time; `contact` where one item is looked at."""

    rows: tuple[Shown, ...]
    text: str
    item: str
    contact: Contacted | None
    items: tuple[tuple[str, str], ...]
    waiting: int
    page: int
    pages: int
    asks: bool
    leads: bool


def seat(organization_id: UUID) -> Organization:
    """The organization whose desk this is."""
    return Organization.objects.get(pk=organization_id)


def list_page(request: Request, organization_id: UUID) -> ListPage:
    """Gather the list; a fixed number of statements, however many questions."""
    here, today = seat(organization_id), day_of(request.at)
    items = items_of(here.county_code, today)
    item = request.GET.get("item", "")
    item = item if item in dict(items) else ""
    text = request.GET.get("q", "")[:60]
    rows = found(enquiries_at(request.actor, here), text)
    rows = rows.filter(item_code=item) if item else rows
    total = rows.count()
    pages = max(1, -(-total // PAGE))
    page = min(max(number_in(request.GET.get("page", ""), 1), 1), pages)
    offices = request.actor.offices_at(organization_id)
    ordered = rows.order_by("-state", "-asked_at", "id")[(page - 1) * PAGE : page * PAGE]
    return ListPage(
        rows=tuple(shown(one, today) for one in ordered),
        text=text, item=item, contact=_contacted(here.county_code, items, item), items=items,
        waiting=rows.filter(state=EnquiryState.ASKED).count(), page=page, pages=pages,
        asks=bool(offices & set(IN_COMMITTEE)), leads=Office.COUNTY_LEAD in offices,
    )  # fmt: skip


def shown(row: Enquiry, today: date) -> Shown:
    """One of them."""
    asked_on, answered = day_of(row.asked_at), row.state == EnquiryState.ANSWERED
    return Shown(
        row.pk, row.item_name, row.item_code, row.words, row.committee_name,
        row.department_name or "还没有登记联系部门", asked_on, answered,
        0 if answered else (today - asked_on).days, row.answer, row.answered_by, row.answered_on,
        Way(row.way).words if row.way else "",
    )  # fmt: skip


def contacted(county_code: str, today: date) -> tuple[Contacted, ...]:
    """Every item of the county, with whom to ask."""
    known = contacts_of(county_code)
    return tuple(
        Contacted(code, name, known[code].department_name, known[code].telephone)
        if code in known
        else Contacted(code, name, "", "")
        for code, name in items_of(county_code, today)
    )


def _contacted(county_code: str, items: tuple[tuple[str, str], ...], item: str) -> Contacted | None:
    if not item:
        return None
    known = contacts_of(county_code).get(item)
    name = dict(items)[item]
    return (
        Contacted(item, name, known.department_name, known.telephone)
        if known
        else Contacted(item, name, "", "")
    )
