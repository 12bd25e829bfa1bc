"""撤并: a committee was abolished or merged; its seals stop the same day."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zhengyin.archive import actions as archive
from zhengyin.people.offices import Office
from zhengyin.regions.models import Committee
from zhengyin.regions.names import Ending
from zhengyin.seals import actions
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.account.forms import typed
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.request import Request
from zhengyin.web.township.pages import committee_or_404
from zhengyin.web.township.sealforms import CommitteeEndForm
from zhengyin.web.township.views import show
from zhengyin.web.words import sentences


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET", "POST"])
def end(request: Request, organization_id: UUID, committee_id: UUID) -> HttpResponse:
    """登记撤并, with the paper that approved it."""
    committee = committee_or_404(request, organization_id, committee_id)
    form = CommitteeEndForm(typed(request), others(committee), initial={"ended_on": day_of(request.at)})
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            record(request, committee_id, form)
            return redirect("township-committee", organization_id, committee_id)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    desk = desk_for(request, organization_id, current="township-home")
    here = {"desk": desk, "committee": committee, "form": form, "reasons": reasons}
    return render(request, "township/end.html", here, status=409 if reasons else 200)


@door(Office.TOWNSHIP, at="organization_id")
@require_POST
def close_registers(request: Request, organization_id: UUID, committee_id: UUID) -> HttpResponse:
    """关闭登记簿 of a committee that ended."""
    committee_or_404(request, organization_id, committee_id)
    try:
        archive.close_registers(organization_id=committee_id, actor=request.actor, at=request.at)
    except Refused as refused:
        reasons = sentences(refused.refusals)
        return show(request, organization_id, committee_id, reasons=reasons, status=409)
    return redirect("township-committee", organization_id, committee_id)


def record(request: Request, committee_id: UUID, form: CommitteeEndForm) -> None:
    """Raises Refused."""
    said = form.cleaned_data
    actions.end_committee(
        organization_id=committee_id,
        how=Ending(said["how"]),
        ended_on=said["ended_on"],
        into_id=UUID(said["into"]) if said["into"] else None,
        document=said["document"],
        actor=request.actor,
        at=request.at,
    )


def others(committee: Committee) -> list[tuple[str, list[tuple[str, str]]]]:
    """The committees of the county that stand, by township, the own township's first."""
    rows = Committee.objects.filter(county_code=committee.county_code, issuer=True, ended_on=None)
    found = list(rows.exclude(pk=committee.pk).select_related("township").order_by("code"))
    found.sort(key=lambda row: row.township_id != committee.township_id)
    grouped: dict[str, list[tuple[str, str]]] = {}
    for row in found:
        grouped.setdefault(row.township.name, []).append((str(row.pk), row.spoken))
    return list(grouped.items())
