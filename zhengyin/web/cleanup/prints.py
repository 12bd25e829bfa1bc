"""清理函 to one unit: its entries with room for the findings, and the one-time link."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from zhengyin.cleanup.models import RoundUnit
from zhengyin.cleanup.workflow import ReviewState, RoundState
from zhengyin.documents.paper import AdmissionPaper, Mark
from zhengyin.documents.typesetting import typeset
from zhengyin.people.offices import Office
from zhengyin.regions.queries import is_demonstration
from zhengyin.shared.days import in_words
from zhengyin.web.cleanup.links import scanned_link_of
from zhengyin.web.cleanup.views import round_or_404
from zhengyin.web.committee.prints import pdf
from zhengyin.web.doors import door
from zhengyin.web.request import Request

BOXES = "□保留　□修改　□取消　□没有依据，取消"


@door(Office.COUNTY_LEAD, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def letter(request: Request, organization_id: UUID, round_id: UUID, unit_id: UUID) -> HttpResponse:
    """The letter to a unit that still owes findings."""
    row = round_or_404(request, organization_id, round_id)
    unit = get_object_or_404(RoundUnit, pk=unit_id, round=row)
    waiting = unit.reviews.filter(state=ReviewState.OPEN).order_by("code")
    if row.state != RoundState.OPEN or not waiting:
        raise Http404(unit_id)
    asked = (
        f"我单位开展“{row.title}”。请贵单位逐项清理下列事项，在{in_words(row.due_on)}以前答复。保留、修改的写明依据；"
        f"没有依据的，从{in_words(row.ends_on)}起一律取消，请写明取消以后怎样办。"
    )
    paper = AdmissionPaper(
        title="证明事项清理函", by=row.lead.name, to=unit.name, paragraphs=(asked,), rows=(),
        head="逐项答复", heads=("事项", "意见", "依据、理由、以后怎样办"), widths=(3, 2, 4),
        table=tuple((f"{one.name}（{one.code}）", BOXES, "") for one in waiting),
        signers=("答复单位（盖章）", "答复人", "日期"), address=scanned_link_of(unit.pk),
        mark=Mark.DEMONSTRATION if is_demonstration() else Mark.NONE,
    )  # fmt: skip
    return pdf(typeset(paper, request.at).pdf)
