"""公示和议事 of one case: the page, and the page again with every reason."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from zhengyin.certificates.queries.worklists import READERS
from zhengyin.shared.refusal import Refused
from zhengyin.web.acting import UNFIT
from zhengyin.web.deliberation.forms import Named
from zhengyin.web.deliberation.pages import Sent, page_of
from zhengyin.web.deliberation.subject import Subject, subject_or_404
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request
from zhengyin.web.words import sentences


@door(*READERS, at="organization_id")
def page(request: Request, organization_id: UUID, case_id: UUID) -> HttpResponse:
    """What was held about the case, and what comes next."""
    return show(request, subject_or_404(request, organization_id, case_id), {})


def show(
    request: Request, case: Subject, sent: Sent, *, reasons: tuple[str, ...] = (), status: int = 200
) -> HttpResponse:
    """Render it as it stands now."""
    here = {
        "desk": desk_for(request, case.organization_id),
        "page": page_of(request, case, sent),
        "reasons": reasons,
    }
    return render(request, "deliberation/page.html", here, status=status)


def carried_out(
    request: Request,
    case: Subject,
    act: Callable[[], object],
    form: Named | None,
    key: tuple[str, object],
) -> HttpResponse:
    """Do it and show the page, or show it with what was typed and every reason."""
    sent: Sent = {key: form} if form is not None else {}
    if form is not None and not form.is_valid():
        return show(request, case, sent, status=UNFIT)
    try:
        act()
    except Refused as refused:
        return show(request, case, sent, reasons=sentences(refused.refusals), status=409)
    return redirect("deliberation-case", case.organization_id, case.id)
