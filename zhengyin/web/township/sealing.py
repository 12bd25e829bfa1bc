"""印章: ordered, issued against a receipt, and the certificate that signs."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zhengyin.documents import files
from zhengyin.people.offices import Office
from zhengyin.seals import actions
from zhengyin.seals.kinds import HandoverReason
from zhengyin.seals.models import Seal, SigningCertificate
from zhengyin.seals.queries import visible_to
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.keeping.handover_forms import OpenForm
from zhengyin.web.request import Request
from zhengyin.web.township.forms import IssueForm, RevokeForm
from zhengyin.web.township.pages import committee_or_404
from zhengyin.web.township.views import show
from zhengyin.web.words import sentences

PURPOSE = "seal.impression"


@door(Office.TOWNSHIP, at="organization_id")
@require_POST
def order(request: Request, organization_id: UUID, committee_id: UUID) -> HttpResponse:
    """制作印章, under the full legal name."""
    committee_or_404(request, organization_id, committee_id)
    try:
        actions.order_seal(organization_id=committee_id, actor=request.actor, at=request.at)
    except Refused as refused:
        reasons = sentences(refused.refusals)
        return show(request, organization_id, committee_id, reasons=reasons, status=409)
    return redirect("township-committee", organization_id, committee_id)


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET", "POST"])
def issue(request: Request, organization_id: UUID, committee_id: UUID, seal_id: UUID) -> HttpResponse:
    """颁发印章; the signing certificate comes with it."""
    committee_or_404(request, organization_id, committee_id)
    seal = get_object_or_404(visible_to(request.actor), pk=seal_id, committee_id=committee_id)
    posted = request.method == "POST"
    form = (
        IssueForm(request.POST, request.FILES)
        if posted
        else IssueForm(initial={"issued_on": day_of(request.at)})
    )
    reasons: tuple[str, ...] = ()
    if posted and form.is_valid():
        try:
            hand_over(request, seal, form)
            return redirect("township-committee", organization_id, committee_id)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {
        "desk": desk_for(request, organization_id, current="township-home"),
        "seal": seal,
        "form": form,
        "reasons": reasons,
    }
    return render(request, "township/issue.html", here, status=409 if reasons else 200)


@transaction.atomic
def hand_over(request: Request, seal: Seal, form: IssueForm) -> None:
    """Keep the impression and issue the seal: both or neither. Raises Refused."""
    said, photo = form.cleaned_data, form.cleaned_data["impression"]
    kept = None
    if photo is not None:
        kept = files.put(
            data=photo.data, content_type=photo.content_type, purpose=PURPOSE, owner=seal.committee_id,
            county_code=seal.county_code, at=request.at,
        )  # fmt: skip
    actions.issue_seal(
        seal_id=seal.pk,
        made_on=said["made_on"],
        issued_on=said["issued_on"],
        received_by=said["received_by"],
        impression_id=kept.pk if kept else None,
        actor=request.actor,
        at=request.at,
    )


@door(Office.TOWNSHIP, at="organization_id")
@require_POST
def certify(request: Request, organization_id: UUID, committee_id: UUID) -> HttpResponse:
    """签发校验证书, where the one before was revoked, has run out or soon will."""
    committee_or_404(request, organization_id, committee_id)
    try:
        actions.issue_signing_certificate(organization_id=committee_id, actor=request.actor, at=request.at)
    except Refused as refused:
        reasons = sentences(refused.refusals)
        return show(request, organization_id, committee_id, reasons=reasons, status=409)
    return redirect("township-committee", organization_id, committee_id)


@door(Office.TOWNSHIP, at="organization_id")
@require_POST
def revoke(request: Request, organization_id: UUID, committee_id: UUID, certificate_id: UUID) -> HttpResponse:
    """吊销校验证书."""
    committee_or_404(request, organization_id, committee_id)
    get_object_or_404(SigningCertificate, pk=certificate_id, committee_id=committee_id)
    form = RevokeForm(request.POST)
    if not form.is_valid():
        return show(request, organization_id, committee_id, revoke=form, status=422)
    try:
        actions.revoke_signing_certificate(
            certificate_id=certificate_id,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=request.at,
        )
    except Refused as refused:
        reasons = sentences(refused.refusals)
        return show(request, organization_id, committee_id, revoke=form, reasons=reasons, status=409)
    return redirect("township-committee", organization_id, committee_id)


@door(Office.TOWNSHIP, at="organization_id")
@require_POST
def hand_over_seal(
    request: Request, organization_id: UUID, committee_id: UUID, seal_id: UUID
) -> HttpResponse:
    """开始移交: the township may begin it; listing and signing is the committee's."""
    committee_or_404(request, organization_id, committee_id)
    seal = get_object_or_404(visible_to(request.actor), pk=seal_id, committee_id=committee_id)
    form = OpenForm(request.POST)
    if not form.is_valid():
        return show(request, organization_id, committee_id, opening=form, status=422)
    try:
        actions.open_handover(
            seal_id=seal.pk,
            reason=HandoverReason(form.cleaned_data["reason"]),
            changed_on=form.cleaned_data["changed_on"],
            actor=request.actor,
            at=request.at,
        )
    except Refused as refused:
        reasons = sentences(refused.refusals)
        return show(request, organization_id, committee_id, opening=form, reasons=reasons, status=409)
    return redirect("township-committee", organization_id, committee_id)
