"""From the password to the open session: what the browser's session remembers between the steps."""

from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth import login
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from zhengyin.people import actions, queries
from zhengyin.people.models import Account
from zhengyin.people.policy.factors import Factor
from zhengyin.web.account import devices
from zhengyin.web.account.lockout import client_prefix
from zhengyin.web.actors import SESSION
from zhengyin.web.request import Request

HALF = "half_way"
HALF_LASTS = timedelta(minutes=10)
BACKEND = "django.contrib.auth.backends.ModelBackend"


def begin(request: Request, account: Account, after: str) -> None:
    """Remember that the password was right, for ten minutes."""
    request.session[HALF] = {"account": str(account.pk), "at": request.at.isoformat(), "next": after}


def half_way(request: Request) -> Account | None:
    """Whose password was right just now, or None: begin again."""
    held = request.session.get(HALF)
    if not held or request.at - datetime.fromisoformat(held["at"]) > HALF_LASTS:
        return None
    return Account.objects.filter(pk=UUID(held["account"]), is_active=True).first()


def second_factor_done(request: Request, factor: Factor) -> None:
    """Remember the factor while the first password is being changed."""
    request.session[HALF] = {**request.session[HALF], "factor": factor.value}


def factor_done(request: Request) -> Factor | None:
    """The second factor shown, or None when that step is still ahead."""
    held = request.session.get(HALF, {}).get("factor")
    return Factor(held) if held else None


def enter(request: Request, account: Account, factor: Factor) -> HttpResponse:
    """Open the session and go on; whoever sat here before is logged out."""
    after = str(request.session.get(HALF, {}).get("next", ""))
    leave(request, "another_person")
    login(request, account, backend=BACKEND)
    session = actions.open_session(
        account=account,
        factor=factor,
        device=queries.device_of(devices.token_of(request)),
        address_prefix=client_prefix(request),
        at=request.at,
    )
    request.session.pop(HALF, None)
    request.session[SESSION] = str(session.id)
    return HttpResponseRedirect(safe(request, after))


def leave(request: Request, because: str) -> None:
    """Close the open session of this browser, if there is one."""
    held = request.session.pop(SESSION, None)
    if held:
        actions.close_session(session_id=UUID(held), because=because, at=request.at)


def safe(request: Request, after: str) -> str:
    """A page of ours to go to; anybody else's address is not followed."""
    ours = url_has_allowed_host_and_scheme(after, {request.get_host()}, require_https=request.is_secure())
    return after if after and ours else "/desk"
