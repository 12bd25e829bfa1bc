"""The seals on the stamped paper's pictures: the program's count is shown, the custodian says his own."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT, act_of
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request
from zhengyin.web.words import sentences
from zhengyin.web.workuse.forms import CountForm
from zhengyin.web.workuse.pages import counting_page
from zhengyin.web.workuse.views import TAB, work_or_404
from zhengyin.workuse import actions
from zhengyin.workuse.models import WorkUse

PAGE = "work-counting"


@door(Office.CUSTODIAN, at="organization_id")
def counting(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """The pictures nobody counted yet; where there are none, the request."""
    return _show(request, work_or_404(request, organization_id, case_id), CountForm())


@door(Office.CUSTODIAN, at="organization_id")
@act_of(PAGE)
def count(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """数盖章件上的章."""
    work_use, form = work_or_404(request, organization_id, case_id), CountForm(request.POST)
    if not form.is_valid():
        return _show(request, work_use, form, status=UNFIT)
    try:
        actions.count_seals(
            work_use_id=case_id, said=form.cleaned_data["said"], shown=form.cleaned_data["shown"] or 0,
            actor=request.actor, at=request.at,
        )  # fmt: skip
    except Refused as refused:
        return _show(request, work_use, form, refused, status=409)
    return redirect("work-case", organization_id, case_id)


def _show(
    request: Request, work_use: WorkUse, form: CountForm, refused: Refused | None = None, status: int = 200
) -> HttpResponse:
    page = counting_page(work_use)
    if not page.pictures and refused is None:
        return redirect("work-case", work_use.organization_id, work_use.id)
    here = {
        "desk": desk_for(request, work_use.organization_id, current=TAB),
        "work": work_use,
        "page": page,
        "form": form,
        "reasons": sentences(refused.refusals) if refused else (),
    }
    return render(request, "workuse/counting.html", here, status=status)
