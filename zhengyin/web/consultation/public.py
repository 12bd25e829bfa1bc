"""For everybody: what was said of which clause, by which unit, and what became of it; no person."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from zhengyin.consultation.models import Consultation
from zhengyin.consultation.queries import published
from zhengyin.consultation.workflow import ConsultationState
from zhengyin.web.consultation.results import result_of
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.numbers import number_in
from zhengyin.web.public.village import village_or_404
from zhengyin.web.request import Request

PAGE = 50


@door(PUBLIC)
@require_safe
def results(request: Request, code: str) -> HttpResponse:
    """The consultations of a village's county and city whose result is published."""
    here = village_or_404(code, request.at)
    rows = published(here.card.county_code).select_related("body")
    pages = max(1, -(-rows.count() // PAGE))
    page = min(max(number_in(request.GET.get("page", ""), 1), 1), pages)
    found = tuple(rows[(page - 1) * PAGE : page * PAGE])
    told = {"place": here.place, "code": code, "rows": found, "page": {"page": page, "pages": pages}}
    return render(request, "consultation/results.html", told)


@door(PUBLIC)
@require_safe
def result(request: Request, result_id: UUID) -> HttpResponse:
    """One result."""
    rows = Consultation.objects.select_related("body")
    row = get_object_or_404(rows, pk=result_id, state=ConsultationState.PUBLISHED)
    told = {"row": row, "clauses": tuple(row.clauses.order_by("no")), "result": result_of(row)}
    return render(request, "consultation/result.html", told)
