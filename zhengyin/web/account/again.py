"""Proving again who it is, before an act that asks for it: the seal, one or several; a late entry."""

from uuid import UUID

from zhengyin.people import queries as people
from zhengyin.people.actions import check_again
from zhengyin.people.models import Account
from zhengyin.people.queries import FactorHints
from zhengyin.web.account import devices
from zhengyin.web.request import Request


def prove_again(request: Request, code: str) -> None:
    """Check another code of whoever is signed in, or their PIN. Raises Refused."""
    check_again(
        account=_account(request), session_id=_session(request), code=code, at=request.at,
        device_token=devices.token_of(request),
    )  # fmt: skip


def hints_for(request: Request) -> FactorHints:
    """What they may prove it with, on this computer."""
    return people.hints_again(_account(request), devices.token_of(request), _session(request))


def _account(request: Request) -> Account:
    account = request.user
    assert isinstance(account, Account)
    return account


def _session(request: Request) -> UUID:
    assert request.actor.session_id is not None  # pages always have one
    return request.actor.session_id
