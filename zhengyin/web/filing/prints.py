"""印章事项备案表, straight from the page."""

from uuid import UUID

from django.http import HttpResponse

from zhengyin.documents.paper import FilingPaper, Issuer, Mark
from zhengyin.documents.typesetting import typeset
from zhengyin.people.offices import IN_COMMITTEE, Office
from zhengyin.regions import queries as regions
from zhengyin.seals.queries.filings import LineKey, line_to_file
from zhengyin.seals.workflow import FilingState
from zhengyin.shared.days import day_of, in_words
from zhengyin.web.committee.pictures import paper_of
from zhengyin.web.committee.prints import pdf
from zhengyin.web.doors import door
from zhengyin.web.filing.pages import FilingPage, committees_of, filing_page
from zhengyin.web.request import Request


@door(Office.TOWNSHIP, *IN_COMMITTEE, at="organization_id")
def form(
    request: Request, organization_id: UUID, committee_id: UUID, book: str, year: int, no: int
) -> HttpResponse:
    """What is filed, with the township's acknowledgement or a line to sign on."""
    page = filing_page(request, organization_id, LineKey(committee_id, book, year, no))
    return pdf(typeset(filing_paper(committee_id, page), request.at).pdf)


@door(Office.TOWNSHIP, *IN_COMMITTEE, at="organization_id")
def signed_paper(
    request: Request, organization_id: UUID, committee_id: UUID, book: str, year: int, no: int
) -> HttpResponse:
    """The paper that came back signed, as it was photographed with the act."""
    key = LineKey(committee_id, book, year, no)
    line = line_to_file(key) if committee_id in committees_of(request, organization_id) else None
    return paper_of(line)


def filing_paper(committee_id: UUID, page: FilingPage) -> FilingPaper:
    """Put a filing on paper."""
    card, filing = regions.committee(committee_id), page.filing
    acknowledged = filing is not None and filing.state == FilingState.ACKNOWLEDGED
    return FilingPaper(
        issuer=Issuer(card.issuer_place, card.issuer_name),
        number=page.number,
        matter=page.row.title,
        happened_on=in_words(day_of(page.row.happened_at)),
        rows=page.written,
        recorded_by=page.signed_by,
        township=card.township_name,
        acknowledged_by=filing.handled_by.name if filing and acknowledged else "",
        acknowledged_on=in_words(day_of(filing.handled_at)) if filing and acknowledged else "",
        exchange=((filing.question, filing.answer),) if filing and filing.question else (),
        impression=bool(page.impression),
        mark=Mark.DEMONSTRATION if regions.is_demonstration() else Mark.NONE,
    )
