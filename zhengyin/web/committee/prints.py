"""PDFs straight from the page: shown in the browser, kept by nobody."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from zhengyin.certificates.models import Notice
from zhengyin.certificates.queries.papers import draft_pdf, notice_pdf, slip_pdf
from zhengyin.certificates.queries.worklists import DECIDING
from zhengyin.certificates.workflow import IN_FORCE, ONCE_SEALED
from zhengyin.people.offices import Office
from zhengyin.web.committee.reading import case_or_404
from zhengyin.web.doors import door
from zhengyin.web.request import Request


@door(*DECIDING, at="organization_id")
def draft(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """The paper before its seal: 未用印 无效. Numbers stand on it whole."""
    certificate = case_or_404(request, organization_id, case_id)
    if certificate.state in ONCE_SEALED:
        raise Http404(case_id)
    return pdf(draft_pdf(certificate, request.at))


@door(Office.HANDLER, Office.CUSTODIAN, at="organization_id")
def slip(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """签收单, to be signed by hand."""
    certificate = case_or_404(request, organization_id, case_id)
    if certificate.state not in IN_FORCE:
        raise Http404(case_id)
    handler = certificate.handled_by.name if certificate.handled_by else ""
    return pdf(slip_pdf(certificate, handler, request.at))


@door(*DECIDING, at="organization_id")
def notice(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """告知单, as often as wanted: 丢了可以再打一张."""
    certificate = case_or_404(request, organization_id, case_id)
    return pdf(notice_pdf(get_object_or_404(Notice, pk=certificate.pk), request.at))


def pdf(content: bytes) -> HttpResponse:
    """A PDF to look at and print."""
    return kept_by_nobody(content, "application/pdf")


def kept_by_nobody(content: bytes, content_type: str) -> HttpResponse:
    """Something to look at, which no browser keeps."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = "inline"
    response["Cache-Control"] = "no-store"
    return response
