"""公共服务事项、工作任务 admitted into this county's committees: read by all, issued by nobody (O3.2b)."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhengyin.admission.form import pieces_of
from zhengyin.admission.kinds import Kind, What
from zhengyin.admission.models import Service
from zhengyin.admission.queries.services import services_in
from zhengyin.regions.packs.settings import FormCovers
from zhengyin.shared.days import day_of
from zhengyin.web.admission.item import bases_in
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.numbers import number_in
from zhengyin.web.public.village import village_or_404
from zhengyin.web.request import Request

PAGE = 20


@dataclass(frozen=True, slots=True)
class ServiceShown:
    """One of them, with the decision by which it came."""

    code: str
    name: str
    what: str
    unit: str
    rows: tuple[tuple[str, str], ...]
    decision: str
    begins: date
    ends: date | None


@door(PUBLIC)
@require_safe
def services(request: Request, code: str) -> HttpResponse:
    """Those in force today, a page at a time."""
    here = village_or_404(code, request.at)
    rows = services_in(here.card.county_code, day_of(request.at)).select_related("decision")
    total = rows.count()
    pages = max(1, -(-total // PAGE))
    page = min(max(number_in(request.GET.get("page", ""), 1), 1), pages)
    shown = tuple(map(_shown, rows[(page - 1) * PAGE : page * PAGE]))
    context = {
        "rows": shown, "total": total, "page": page, "pages": pages, "place": here.place, "code": code,
    }  # fmt: skip
    return render(request, "public/services.html", context)


def _shown(row: Service) -> ServiceShown:
    said = ((one.label, row.content.get(one.key, "")) for one in pieces_of(Kind.ADMIT, FormCovers.SERVICES))
    return ServiceShown(
        code=row.code, name=row.name, what=What(row.what).words, unit=row.applicant_name,
        rows=(("依据", bases_in(row.content)), *((label, words) for label, words in said if words)),
        decision=f"{row.decision.title}（{row.decision.number}）", begins=row.in_force_from,
        ends=row.in_force_until,
    )  # fmt: skip
