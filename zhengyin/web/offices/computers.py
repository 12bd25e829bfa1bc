"""The registered computers of an organization: whoever works there may strike one off."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from zhengyin.people.actions import revoke_device
from zhengyin.people.models import Device
from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.web.desks.head import desk_for
from zhengyin.web.doors import door
from zhengyin.web.offices.forms import ReasonForm
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

STAFF = tuple(office for office in Office if office is not Office.RESIDENT)


@door(*STAFF, at="organization_id")
@require_http_methods(["GET"])
def computers(request: Request, organization_id: UUID) -> HttpResponse:
    """登记过的电脑."""
    return shown(request, organization_id, ReasonForm())


@door(*STAFF, at="organization_id")
@require_http_methods(["POST"])
def revoke(request: Request, organization_id: UUID, device_id: UUID) -> HttpResponse:
    """注销: no PIN works on it any more. Sent twice, it is struck off once."""
    get_object_or_404(Device, pk=device_id, organization_id=organization_id)
    form, reasons = ReasonForm(request.POST), tuple[str, ...]()
    if form.is_valid():
        try:
            revoke_device(
                device_id=device_id, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at
            )
            return redirect("offices-computers", organization_id)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    return shown(request, organization_id, form, reasons=reasons, at=device_id)


def shown(
    request: Request,
    organization_id: UUID,
    form: ReasonForm,
    *,
    reasons: tuple[str, ...] = (),
    at: UUID | None = None,
) -> HttpResponse:
    """Render the list; `at` is the computer whose form came back."""
    rows = Device.objects.filter(organization_id=organization_id, revoked_at=None)
    here = {
        "desk": desk_for(request, organization_id),
        "rows": [(row, row.pk == at) for row in rows.select_related("registered_by").order_by("name", "id")],
        "form": form,
        "reasons": reasons,
    }
    return render(request, "offices/computers.html", here, status=409 if reasons else 200)
