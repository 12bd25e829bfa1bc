"""印章: ordered, issued against a receipt, and the certificate that signs."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from zhengyin.people.offices import Office
from zhengyin.regions import queries as regions
from zhengyin.regions.models import Committee
from zhengyin.seals import actions
from zhengyin.seals.kinds import HandoverReason, SealKind, Shape
from zhengyin.seals.models import Seal, SigningCertificate
from zhengyin.seals.queries import seals_of, visible_to
from zhengyin.seals.specification import KNOWN
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.keeping.handover_forms import OpenForm
from zhengyin.web.keeping.keys import lose_key
from zhengyin.web.request import Request
from zhengyin.web.township.forms import RevokeForm
from zhengyin.web.township.kept import kept
from zhengyin.web.township.pages import committee_or_404
from zhengyin.web.township.sealacts import record, seal_or_404
from zhengyin.web.township.sealforms import IssueForm, OrderForm
from zhengyin.web.township.sealpages import seal_page
from zhengyin.web.township.views import show
from zhengyin.web.words import sentences

RECEIPT = "seal.receipt"
SECOND_SCRIPT = "seal.second_script"


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET"])
def seals(request: Request, organization_id: UUID, committee_id: UUID) -> HttpResponse:
    """Every seal of a committee, in use or over."""
    committee = committee_or_404(request, organization_id, committee_id)
    rows = seals_of(committee_id, day_of(request.at))
    here = {"committee": committee, "rows": rows, "card": regions.committee(committee_id)}
    return shown(request, organization_id, "township/seals.html", here)


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET"])
def seal(request: Request, organization_id: UUID, committee_id: UUID, seal_id: UUID) -> HttpResponse:
    """One seal: what it is, what happened to it, what comes next."""
    row = seal_or_404(request, organization_id, committee_id, seal_id)
    here = {"page": seal_page(request, organization_id, row), "committee": row.committee}
    return shown(request, organization_id, "township/seal.html", here)


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET", "POST"])
def order(request: Request, organization_id: UUID, committee_id: UUID) -> HttpResponse:
    """制作、更换、补发印章, under the full legal name."""
    committee = committee_or_404(request, organization_id, committee_id)
    form = OrderForm(request.POST, request.FILES) if request.method == "POST" else OrderForm(initial=USUAL)
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            made = have_made(request, committee, form)
            return redirect("township-seal", organization_id, committee_id, made.pk)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    rows = seals_of(committee_id, day_of(request.at))
    before = next((row for row in rows if row.kind is SealKind.OFFICIAL and not row.over), None)
    name = regions.committee(committee_id).legal_name
    here = {"committee": committee, "form": form, "reasons": reasons, "before": before, "name": name}
    here["known"] = KNOWN
    return shown(request, organization_id, "township/order.html", here)


USUAL = {"kind": SealKind.OFFICIAL.value, "shape": Shape.ROUND.value, "star": "yes"}


@transaction.atomic
def have_made(request: Request, committee: Committee, form: OrderForm) -> Seal:
    """Keep the picture of the second script and order the seal: both or neither. Raises Refused."""
    said = form.cleaned_data
    return actions.order_seal(
        organization_id=committee.pk,
        kind=form.seal_kind,
        purpose=said["purpose"],
        specification=form.specification,
        second_script_id=kept(request, committee, said["second_script"], SECOND_SCRIPT),
        reason=said["reason"],
        actor=request.actor,
        at=request.at,
    )


@door(Office.TOWNSHIP, at="organization_id")
@require_http_methods(["GET", "POST"])
def issue(request: Request, organization_id: UUID, committee_id: UUID, seal_id: UUID) -> HttpResponse:
    """颁发印章; the signing certificate comes with it."""
    row = seal_or_404(request, organization_id, committee_id, seal_id)
    posted = request.method == "POST"
    begun = {"issued_on": day_of(request.at), "police_number": row.police_number}
    demonstration = regions.is_demonstration()
    if posted:
        form = IssueForm(request.POST, request.FILES, demonstration=demonstration)
    else:
        form = IssueForm(initial=begun, demonstration=demonstration)
    reasons: tuple[str, ...] = ()
    if posted and form.is_valid():
        try:
            hand_over(request, row, form)
            return redirect("township-committee", organization_id, committee_id)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    return shown(
        request, organization_id, "township/issue.html", {"seal": row, "form": form, "reasons": reasons}
    )


@transaction.atomic
def hand_over(request: Request, row: Seal, form: IssueForm) -> None:
    """Keep receipt and impression and issue the seal: all or nothing. Raises Refused."""
    said, photo = form.cleaned_data, form.cleaned_data["impression"]
    taken = record(request, row, photo, form.kept_anyway) if photo is not None else None
    actions.issue_seal(
        seal_id=row.pk,
        made_on=said["made_on"],
        issued_on=said["issued_on"],
        received_by=said["received_by"],
        police_number=said["police_number"],
        receipt_id=kept(request, row, said["receipt"], RECEIPT),
        impression_id=taken.taken_id if taken else None,
        actor=request.actor,
        at=request.at,
    )


def shown(request: Request, organization_id: UUID, template: str, here: Mapping[str, object]) -> HttpResponse:
    """Render with the desk's head; refused acts answer 409."""
    desk = desk_for(request, organization_id, current="township-home")
    return render(request, template, {"desk": desk, **here}, status=409 if here.get("reasons") else 200)


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
@require_http_methods(["GET", "POST"])
def key_loss(
    request: Request, organization_id: UUID, committee_id: UUID, certificate_id: UUID
) -> HttpResponse:
    """校验证书挂失: its key may be in other hands."""
    committee_or_404(request, organization_id, committee_id)
    get_object_or_404(SigningCertificate, pk=certificate_id, committee_id=committee_id)
    return lose_key(
        request,
        certificate_id,
        back=reverse("township-committee", args=[organization_id, committee_id]),
        desk=desk_for(request, organization_id, current="township-home"),
    )


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
