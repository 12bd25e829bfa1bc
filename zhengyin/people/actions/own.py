"""What owners change on their own log-ins: no second person, no block, but a line they can see."""

from datetime import datetime

from django.db import transaction

from zhengyin.people.actions.factors import enrol_app
from zhengyin.people.actions.lines import columns_of, write
from zhengyin.people.actions.tries import tried
from zhengyin.people.actor import Actor
from zhengyin.people.lines import APP_SET, PASSWORD_CHANGED
from zhengyin.people.models import Account, Appointment
from zhengyin.people.offices import Office
from zhengyin.people.policy.entry import password_problem
from zhengyin.regions.models import Organization
from zhengyin.shared.refusal import Refusal, Refused, refuse_if


def change_password(*, account: Account, old: str, new: str, actor: Actor, at: datetime) -> None:
    """Let the owner choose a password; the old one is asked again, wrong ones count as wrong codes do.

    Must not be called inside a transaction (RuntimeError): the count would be rolled back.
    Refused: not_your_log_in, old_password_is_wrong, second_factor_locked, password_is_weak.
    """
    refuse_others(account, actor)
    _, refusals = tried(
        account=account, at=at, proof=lambda: account.check_password(old) or None,
        wrong="old_password_is_wrong",
    )  # fmt: skip
    refuse_if(refusals)
    if problem := password_problem(new, account.username):
        raise Refused([Refusal("password_is_weak", problem)])
    if new == old:
        raise Refused([Refusal("password_is_weak", "新密码要和原来的不一样")])
    _store(account, new, actor, at)


@transaction.atomic
def _store(account: Account, new: str, actor: Actor, at: datetime) -> None:
    account.set_password(new)
    account.must_change_password = False
    account.save(update_fields=("password", "must_change_password"))
    _write(PASSWORD_CHANGED, account, actor, at)


@transaction.atomic
def set_app(*, account: Account, actor: Actor, at: datetime) -> str:
    """Give the owner a new authenticator secret, in base32; the one before ends. Refused: not_your_log_in."""
    refuse_others(account, actor)
    secret = enrol_app(account=account, at=at)
    _write(APP_SET, account, actor, at)
    return secret


def refuse_others(account: Account, actor: Actor) -> None:
    """Raise Refused unless the account is the actor's own."""
    if actor.person_id != account.person_id:
        raise Refused([Refusal("not_your_log_in")])


def _write(kind: str, account: Account, actor: Actor, at: datetime) -> None:
    office, organization = signing_as(actor)
    write(
        kind=kind,
        organization=organization,
        subject=account.id,
        signature=actor.signature(office),
        at=at,
        columns=columns_of(account, organization),
    )


def signing_as(actor: Actor) -> tuple[Office, Organization]:
    """Whoever holds no office any more signs as a resident, in the book of the office held last."""
    if held := actor.foremost:
        return held.office, Organization.objects.get(pk=held.at)
    terms = Appointment.objects.filter(person_id=actor.person_id).select_related("organization")
    last = terms.order_by("-valid_until", "-valid_from", "id").first()
    assert last is not None  # an account is opened for an official only
    return Office.RESIDENT, last.organization
