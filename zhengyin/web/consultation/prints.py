"""征求意见函 to one unit with the code to answer by; the enclosures."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from zhengyin.consultation import deadline
from zhengyin.consultation.models import Addressee, Consultation
from zhengyin.consultation.queries.facts import enclosures_of
from zhengyin.consultation.queries.visible import ASKING_BODIES
from zhengyin.consultation.workflow import ConsultationState
from zhengyin.documents import files
from zhengyin.documents.paper import ConsultationPaper, Mark
from zhengyin.documents.typesetting import typeset
from zhengyin.regions.queries import is_demonstration
from zhengyin.shared.days import day_of, in_words
from zhengyin.web.committee.prints import kept_by_nobody, pdf
from zhengyin.web.consultation.links import scanned_link_of
from zhengyin.web.consultation.pages import READING
from zhengyin.web.consultation.returned import unit_of
from zhengyin.web.consultation.views import consultation_or_404, own_or_404
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.request import Request


@door(*ASKING_BODIES, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def letter(
    request: Request, organization_id: UUID, consultation_id: UUID, addressee_id: UUID
) -> HttpResponse:
    """The letter; scanned, it is answered without an account, written on, it is entered."""
    row = own_or_404(request, organization_id, consultation_id)
    unit = get_object_or_404(Addressee, pk=addressee_id, consultation=row)
    if row.state != ConsultationState.ASKING or row.due_on is None or row.sent_at is None:
        raise Http404(addressee_id)
    paper = ConsultationPaper(
        by=row.body.name, to=unit.name, draft=row.title, due=deadline.in_words(row.due_on, row.due_time),
        contact=row.contact, telephone=row.telephone, day=in_words(day_of(row.sent_at)),
        enclosures=tuple(one.title for one in enclosures_of(row)),
        clauses=tuple((one.mark, one.heading, one.words) for one in row.clauses.order_by("no")),
        address=scanned_link_of(unit.pk), mark=Mark.DEMONSTRATION if is_demonstration() else Mark.NONE,
    )  # fmt: skip
    return pdf(typeset(paper, request.at).pdf)


@door(*READING, at="organization_id")
@require_http_methods(["GET", "HEAD"])
def enclosure(
    request: Request, organization_id: UUID, consultation_id: UUID, enclosure_id: UUID
) -> HttpResponse:
    """附件, at the desks."""
    return _enclosure(consultation_or_404(request, organization_id, consultation_id), enclosure_id)


@door(PUBLIC)
@require_http_methods(["GET", "HEAD"])
def enclosure_by_link(request: Request, token: str, enclosed_id: UUID) -> HttpResponse:
    """附件, for whoever holds the link."""
    return _enclosure(unit_of(token).consultation, enclosed_id)


def _enclosure(row: Consultation, enclosure_id: UUID) -> HttpResponse:
    one = get_object_or_404(row.enclosures.select_related("file"), pk=enclosure_id, left_out=False)
    return kept_by_nobody(files.get(one.file_id), one.file.content_type)
