"""换人: on a shared, registered computer a colleague takes over with a PIN."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from zhengyin.people import actions, queries
from zhengyin.people.models import Account
from zhengyin.shared.refusal import Refused
from zhengyin.web.account import devices, entering
from zhengyin.web.account.forms import SwitchForm, typed
from zhengyin.web.doors import PUBLIC, door
from zhengyin.web.request import Request
from zhengyin.web.words import sentences


@door(PUBLIC)
@require_http_methods(["GET", "POST"])
def switch(request: Request) -> HttpResponse:
    """Choose the name, type the PIN; the one before is logged out in the same act."""
    token = devices.token_of(request)
    device = queries.device_of(token)
    colleagues = queries.colleagues_on_device(device) if device else ()
    form = SwitchForm(
        typed(request),
        people=tuple(
            (str(one.account_id), one.name + ("（口令已停用）" if one.locked else "")) for one in colleagues
        ),
    )
    if request.method == "POST" and form.is_valid():
        account = get_object_or_404(Account, pk=form.cleaned_data["account"])
        try:
            factor = actions.check_pin(
                account=account, pin=form.cleaned_data["pin"], device_token=token, at=request.at
            )
        except Refused as refused:
            form.add_error("pin", list(sentences(refused.refusals)))
        else:
            return entering.enter(request, account, factor)
    page = {"form": form, "device": device.name if device else "", "colleagues": colleagues}
    return render(request, "account/switch.html", page)
