"""法定全称, read off the 统一社会信用代码证书."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.people.offices import Office
from zhengyin.regions.actions import confirm_legal_name
from zhengyin.regions.models import Committee
from zhengyin.shared.refusal import Refused
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request
from zhengyin.web.township.forms import NameForm
from zhengyin.web.township.kept import kept
from zhengyin.web.township.pages import committee_or_404
from zhengyin.web.words import sentences

PURPOSE = "committee.uscc_certificate"


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET", "POST"])
def legal_name(request: Request, organization_id: UUID, committee_id: UUID) -> HttpResponse:
    """确认全称, with the photograph of the certificate."""
    committee = committee_or_404(request, organization_id, committee_id)
    initial = {"legal_name": committee.legal_name, "uscc": committee.uscc}
    posted = request.method == "POST"
    form = NameForm(request.POST, request.FILES) if posted else NameForm(initial=initial)
    reasons: tuple[str, ...] = ()
    if posted and form.is_valid():
        try:
            confirm(request, committee, form)
            return redirect("township-committee", organization_id, committee_id)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {
        "desk": desk_for(request, organization_id, current="township-home"),
        "committee": committee,
        "form": form,
        "reasons": reasons,
    }
    return render(request, "township/name.html", here, status=409 if reasons else 200)


@transaction.atomic
def confirm(request: Request, committee: Committee, form: NameForm) -> None:
    """Keep the photograph and the name: both or neither. Raises Refused."""
    said = form.cleaned_data
    confirm_legal_name(
        committee_id=committee.pk,
        legal_name=said["legal_name"],
        uscc=said["uscc"],
        certificate_file=kept(request, committee, said["photo"], PURPOSE),
        signature=request.actor.signature(Office.TOWNSHIP),
        signing_for=committee.township_id,
        at=request.at,
        why_without=said["why_without"],
    )
