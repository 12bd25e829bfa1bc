"""The pages of a one-time link: what the unit reviews, and one entry with its finding."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.cleanup import actions
from zhengyin.cleanup.kinds import Verdict, Way
from zhengyin.cleanup.models import Review, RoundUnit
from zhengyin.cleanup.workflow import ReviewState, RoundState
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT
from zhengyin.web.cleanup.forms import LinkFindingForm
from zhengyin.web.cleanup.links import unit_in
from zhengyin.web.cleanup.material import material_for
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.request import Request
from zhengyin.web.words import sentences


@door(PUBLIC)
@require_http_methods(["GET", "HEAD"])
def entries(request: Request, token: str) -> HttpResponse:
    """Every entry of the unit, those without an answer first."""
    unit = _unit_or_404(token)
    rows = [
        (one, Verdict(one.verdict).words if one.verdict else "")
        for one in unit.reviews.order_by("-state", "code")
    ]
    here = {
        "unit": unit, "row": unit.round, "rows": rows, "token": token,
        "waiting": sum(one.state == ReviewState.OPEN for one, _ in rows),
        "open": unit.round.state == RoundState.OPEN,
        "late": unit.round.due_on < day_of(request.at),
    }  # fmt: skip
    return render(request, "cleanup/link.html", here)


@door(PUBLIC)
@require_http_methods(["GET", "POST"])
def entry(request: Request, token: str, item: str) -> HttpResponse:
    """One entry; answered, the list shows what is left."""
    unit = _unit_or_404(token)
    review = get_object_or_404(Review, unit=unit, code=item)
    posted = request.method == "POST"
    form = LinkFindingForm(request.POST if posted else None, initial={"basis": review.stated[:300]})
    reasons: tuple[str, ...] = ()
    if posted and form.is_valid():
        try:
            said = form.said(answered_by=form.cleaned_data["answered_by"])
            actions.answer(review_id=review.pk, said=said, way=Way.LINK, actor=None, at=request.at)
            return redirect("cleanup-link", token)
        except Refused as refused:
            reasons = sentences(refused.refusals)
            review.refresh_from_db()
    own = material_for(unit.round, day_of(request.at)).of(review.code)
    here = {
        "unit": unit, "row": unit.round, "review": review, "form": form, "reasons": reasons, "token": token,
        "verdict": Verdict(review.verdict).words if review.verdict else "",
        "open": unit.round.state == RoundState.OPEN and review.state == ReviewState.OPEN, "asked": own,
    }  # fmt: skip
    status = 409 if reasons else UNFIT if form.is_bound and form.errors else 200
    return render(request, "cleanup/link_entry.html", here, status=status)


def _unit_or_404(token: str) -> RoundUnit:
    key: UUID | None = unit_in(token)
    unit = RoundUnit.objects.select_related("round__lead").filter(pk=key).first() if key else None
    if unit is None:
        raise Http404(token)
    return unit
