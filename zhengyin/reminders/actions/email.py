"""An address is the owner's when a code sent there comes back."""

import hmac
import secrets
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from zhengyin.outbox.policy import Channel, in_words
from zhengyin.people import senders
from zhengyin.people.actor import Actor
from zhengyin.people.models import Person
from zhengyin.reminders.actions.choose import locked, write
from zhengyin.reminders.models import Choice, EmailCode
from zhengyin.reminders.policy.choice import (
    CODE_DIGITS,
    CODE_LASTS,
    TRIES,
    LastCode,
    Way,
    address_in,
    refusals_to_confirm,
    refusals_to_send_code,
)
from zhengyin.reminders.queries.choices import facts_for_send_code
from zhengyin.shared.days import day_of, start_of
from zhengyin.shared.masking import mask_email
from zhengyin.shared.refusal import Refusal, Refused, refuse_if

NO_CODE = LastCode(sent=False, over=False, tries=0, right=False)


def send_email_code(*, address: str, actor: Actor, at: datetime) -> None:
    """Send a code to an address, at once: ten minutes, once.

    Not by the outbox: somebody waits at the screen, and a code must not lie in a table.
    Refused: the codes of refusals_to_send_code, email_not_sent.
    """
    code, typed = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}", address_in(address)
    _record(typed, code, actor, at)
    try:
        senders.offered()[Channel.EMAIL].send(
            to=typed,
            text=f"验证码{code}，10分钟内有效。填到证印“我的账户”的“提醒我”里，这个邮箱就用来收提醒。",
        )
    except Exception as error:  # whatever a server says: the page tells it in words
        raise Refused([Refusal("email_not_sent", in_words(error))]) from error


@transaction.atomic
def _record(address: str, code: str, actor: Actor, at: datetime) -> None:
    person = locked(actor, at)[0]
    refuse_if(refusals_to_send_code(facts_for_send_code(person, address, actor, at), at))
    EmailCode.objects.create(
        person=person,
        email_encrypted=_sealed(address, person),
        email_masked=mask_email(address),
        digest=_digest(person.pk, code),
        sent_at=at,
        expires_at=at + CODE_LASTS,
    )


def confirm_email(*, code: str, actor: Actor, at: datetime) -> None:
    """Take the address the code was sent to, and remind by e-mail from now on.

    Refused: email_code_is_wrong, email_code_is_over. A wrong try stays counted.
    """
    refuse_if(_confirm(code, actor, at))


@transaction.atomic
def _confirm(code: str, actor: Actor, at: datetime) -> tuple[Refusal, ...]:
    """The refusals are returned: raised in here they would roll back the count."""
    codes = EmailCode.objects.select_for_update(of=("self",)).filter(person_id=actor.person_id)
    last = codes.order_by("-sent_at", "-id").first()
    if last is None:
        return tuple(refusals_to_confirm(NO_CODE))
    found = _standing(last, code, at)
    refusals = tuple(refusals_to_confirm(found))
    if found.over or found.tries >= TRIES:
        return refusals
    if refusals:
        last.tries += 1
    else:
        last.used_at = at
        _take(last, actor, at)
    last.save(update_fields=("tries", "used_at"))
    return refusals


def _standing(last: EmailCode, code: str, at: datetime) -> LastCode:
    return LastCode(
        sent=True,
        over=last.used_at is not None or at >= last.expires_at,
        tries=last.tries,
        right=hmac.compare_digest(bytes(last.digest), _digest(last.person_id, code)),
    )


def _take(last: EmailCode, actor: Actor, at: datetime) -> None:
    choice = locked(actor, at)[1]
    choice.email_encrypted, choice.email_masked = bytes(last.email_encrypted), last.email_masked
    write(choice, Way.EMAIL, actor, at)


@transaction.atomic
def sweep_codes(*, at: datetime) -> int:
    """Delete the codes of days gone by, with the addresses nobody confirmed; give how many."""
    return EmailCode.objects.filter(sent_at__lt=start_of(day_of(at))).delete()[0]


def address_of(choice: Choice) -> str:
    """The address in full; empty when none is known."""
    stored = bytes(choice.email_encrypted)
    return settings.DATA_KEY.decrypt(stored, _place(choice.person_id)).decode() if stored else ""


def _sealed(address: str, person: Person) -> bytes:
    sealed: bytes = settings.DATA_KEY.encrypt(address.encode(), _place(person.pk))
    return sealed


def _place(person_id: UUID) -> bytes:
    return f"reminders.email:{person_id}".encode()


def _digest(person_id: UUID, code: str) -> bytes:
    digits = "".join(str(int(one)) for one in code if one.isdecimal())
    found: bytes = settings.INDEX_KEY.blind_index(f"email-code:{person_id}:{digits}")
    return found
