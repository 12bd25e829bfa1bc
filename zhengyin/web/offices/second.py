"""The second person of an appointment proves who it is on the same screen, in a session of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth import authenticate

from zhengyin.people import actions, queries
from zhengyin.people.actor import Actor
from zhengyin.people.models import Account
from zhengyin.shared.refusal import Refused
from zhengyin.web.account.lockout import client_prefix
from zhengyin.web.offices.forms import AppointForm
from zhengyin.web.request import Request
from zhengyin.web.words import sentences

WRONG = "第二个人的登录名或密码不对，请本人再输一遍"
NEVER_IN = "第二个人还没有登录过，请他先登录、换掉第一次的密码"


@contextmanager
def second_person(request: Request, form: AppointForm) -> Iterator[Actor | None]:
    """The second person for the length of the act; None, with the form marked, where it is not proven."""
    account = _proven(request, form)
    if account is None:
        yield None
        return
    try:
        factor = actions.check_second_factor(
            account=account, code=form.cleaned_data["second_code"], at=request.at
        )
    except Refused as refused:
        form.add_error("second_code", list(sentences(refused.refusals)))
        yield None
        return
    prefix = client_prefix(request)
    session = actions.open_session(
        account=account, factor=factor, device=None, address_prefix=prefix, at=request.at
    )
    try:
        yield queries.actor_for(account, session.id, request.at)
    finally:
        actions.close_session(session_id=session.id, because="second_done", at=request.at)


def _proven(request: Request, form: AppointForm) -> Account | None:
    said = form.cleaned_data
    name = said["second_name"].strip().lower()
    account = authenticate(request, username=name, password=said["second_password"])
    if not isinstance(account, Account):
        form.add_error("second_password", WRONG)
        return None
    if account.must_change_password:
        form.add_error("second_name", NEVER_IN)
        return None
    return account
