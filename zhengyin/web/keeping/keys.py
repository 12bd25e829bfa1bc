"""校验证书挂失: reported like a lost seal, by the committee or its township."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from zhengyin.seals import actions
from zhengyin.shared.refusal import Refused
from zhengyin.web.account.forms import typed
from zhengyin.web.keeping.forms import KeyLossForm
from zhengyin.web.place import Desk
from zhengyin.web.request import Request
from zhengyin.web.words import sentences


def lose_key(request: Request, certificate_id: UUID, *, back: str, desk: Desk) -> HttpResponse:
    """The form and the act; afterwards to the page it came from."""
    form = KeyLossForm(typed(request))
    reasons: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            actions.report_key_loss(
                certificate_id=certificate_id, **form.cleaned_data, actor=request.actor, at=request.at
            )
            return redirect(back)
        except Refused as refused:
            reasons = sentences(refused.refusals)
    here = {"desk": desk, "form": form, "reasons": reasons, "back": back}
    return render(request, "keeping/key_loss.html", here, status=409 if reasons else 200)
