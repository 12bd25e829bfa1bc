"""What came of the clean-up rounds of a county: kept, changed, ended, each with its reason (H2.1b, O1a)."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from zhengyin.cleanup.models import Round
from zhengyin.cleanup.queries.results import closed_rounds, result_of
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.numbers import id_in, number_in
from zhengyin.web.public.village import village_or_404
from zhengyin.web.request import Request

PAGE = 50


@door(PUBLIC)
@require_safe
def cleanups(request: Request, code: str) -> HttpResponse:
    """The newest closed round, or the one that is chosen."""
    here = village_or_404(code, request.at)
    rounds = closed_rounds(here.card.county_code)
    said = request.GET.get("round", "")
    key = id_in(said) if said else next((one for one, _ in rounds), None)
    if said and key not in dict(rounds):
        raise Http404(said)
    row = Round.objects.select_related("lead", "decision").filter(pk=key).first() if key else None
    result = result_of(row) if row else None
    pages = max(1, -(-len(result.entries) // PAGE)) if result else 1
    page = min(max(number_in(request.GET.get("page", ""), 1), 1), pages)
    shown = {
        "place": here.place, "code": code, "rounds": rounds, "chosen": key, "result": result,
        "entries": result.entries[(page - 1) * PAGE : page * PAGE] if result else (),
        "page": page, "pages": pages,
    }  # fmt: skip
    return render(request, "public/cleanups.html", shown)
