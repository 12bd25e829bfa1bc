"""Checking the second factor. Wrong tries are counted for good, whatever the caller does next."""

import base64
import hmac
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.db import transaction
from django_otp.oath import TOTP

from zhengyin.outbox.senders import Sender
from zhengyin.people.actions.tries import tried
from zhengyin.people.models import Account, DevicePin, Session, SheetCode, SmsCode, Totp
from zhengyin.people.policy.entry import PIN_DIGITS
from zhengyin.people.policy.factors import (
    APP_DIGITS,
    SHEET_DIGITS,
    SMS_LASTS,
    TRIES,
    Factor,
    SmsFacts,
    clean_code,
    pin_proves_again,
    refusals_to_send,
)
from zhengyin.people.queries.logins import device_of, phone_of
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refusal, Refused, refuse_if

STEP = 30  # seconds


def check_second_factor(*, account: Account, code: str, at: datetime, device_token: str = "") -> Factor:
    """Accept one code, once: of the app, the sheet, a text message, or the PIN of this computer.

    Must not be called inside a transaction: a refusal rolled back would forget the wrong try
    (RuntimeError). Refused: wrong_code, second_factor_locked.
    """
    typed = clean_code(code)
    found, refusals = tried(
        account=account, at=at, proof=lambda: _found(account, typed, at, device_token), wrong="wrong_code"
    )
    refuse_if(refusals)
    assert found is not None
    return found


def check_again(*, account: Account, session_id: UUID, code: str, at: datetime, device_token: str) -> Factor:
    """Within a session, before an act that asks once more who it is: another code, or the PIN.

    A session opened by the PIN alone (换人) wants another factor: one number would carry somebody
    from nothing to a sealed paper. Refused: as check_second_factor, and pin_opened_this_session.
    """
    opened_by = Factor(Session.objects.values_list("factor", flat=True).get(pk=session_id, account=account))
    if pin_proves_again(opened_by):
        return check_second_factor(account=account, code=code, at=at, device_token=device_token)
    try:
        return check_second_factor(account=account, code=code, at=at)
    except Refused as refused:
        raise Refused([Refusal("pin_opened_this_session"), *refused.refusals]) from refused


def _found(account: Account, code: str, at: datetime, device_token: str) -> Factor | None:
    found = _accepted(account, code, at)
    if found is None and len(code) == PIN_DIGITS:
        return _pin(account, code, device_token, at, counts=not _expects_code(account, at))
    return found


def _accepted(account: Account, code: str, at: datetime) -> Factor | None:
    if len(code) == SHEET_DIGITS:
        return Factor.SHEET if _sheet(account, code, at) else None
    if len(code) != APP_DIGITS:
        return None
    if _app(account, code, at):
        return Factor.APP
    return Factor.SMS if _sms(account, code, at) else None


def _app(account: Account, code: str, at: datetime) -> bool:
    """A step is accepted once, and never one before the last accepted."""
    row = Totp.objects.select_for_update().filter(account=account).first()
    if row is None:
        return False
    secret = settings.DATA_KEY.decrypt(bytes(row.secret_encrypted), _place(account))
    device = TOTP(secret, step=STEP)
    device.time = at.timestamp()
    if not device.verify(int(code), tolerance=1, min_t=row.last_step + 1):
        return False
    row.last_step = device.t()
    row.save(update_fields=("last_step",))
    return True


def _sheet(account: Account, code: str, at: datetime) -> bool:
    """Only the position the page asks for: the first unused one of the live sheet."""
    codes = SheetCode.objects.filter(sheet__account=account, sheet__ended_at=None, used_at=None)
    asked = codes.select_for_update(of=("self",)).order_by("position").first()
    if asked is None or not hmac.compare_digest(bytes(asked.digest), digest_of(account, code)):
        return False
    asked.used_at = at
    asked.save(update_fields=("used_at",))
    return True


def _sms(account: Account, code: str, at: datetime) -> bool:
    live = SmsCode.objects.filter(account=account, used_at=None, expires_at__gt=at)
    last = live.select_for_update().order_by("-sent_at", "-id").first()
    if last is None or not hmac.compare_digest(bytes(last.digest), digest_of(account, code)):
        return False
    last.used_at = at
    last.save(update_fields=("used_at",))
    return True


def _expects_code(account: Account, at: datetime) -> bool:
    """True where six digits may be meant for the app or a text message: no wrong try of the PIN."""
    live = SmsCode.objects.filter(account=account, used_at=None, expires_at__gt=at)
    return Totp.objects.filter(account=account).exists() or live.exists()


def _pin(
    account: Account, code: str, device_token: str, at: datetime, *, counts: bool = True
) -> Factor | None:
    """`counts` False: a wrong one is counted by the lock of the second step alone."""
    device = device_of(device_token)
    if device is None:
        return None
    pin = DevicePin.objects.select_for_update().filter(device=device, account=account, locked_at=None).first()
    if pin is None:
        return None
    right = check_password(code, pin.pin_hash)
    if not right and not counts:
        return None
    pin.failures = 0 if right else pin.failures + 1
    pin.locked_at = at if pin.failures >= TRIES else None
    pin.save(update_fields=("failures", "locked_at"))
    return Factor.PIN if right else None


def check_pin(*, account: Account, pin: str, device_token: str, at: datetime) -> Factor:
    """Accept a PIN on a registered computer: the computer is the other factor. For 换人.

    Five wrong ones lock it until it is set anew after a full log-in.
    Refused: wrong_pin, pin_locked, no_pin_here, password_first.
    """
    refuse_if(_try_pin(account, clean_code(pin), device_token, at))
    return Factor.PIN_ALONE


@transaction.atomic(durable=True)
def _try_pin(account: Account, pin: str, device_token: str, at: datetime) -> tuple[Refusal, ...]:
    device = device_of(device_token)
    row = DevicePin.objects.filter(device=device, account=account).first() if device else None
    if row is None or not account.is_active:
        return (Refusal("no_pin_here"),)
    if account.must_change_password:
        return (Refusal("password_first"),)
    if row.locked_at is not None:
        return (Refusal("pin_locked"),)
    if _pin(account, pin, device_token, at):
        return ()
    row.refresh_from_db()
    return (
        Refusal("pin_locked") if row.locked_at else Refusal("wrong_pin", f"还可以试{TRIES - row.failures}次"),
    )


@transaction.atomic
def enrol_app(*, account: Account, at: datetime, secret: bytes = b"") -> str:
    """Give the account a new authenticator secret; return it in base32, shown once. `secret`: practice's."""
    secret = secret or secrets.token_bytes(20)
    sealed = settings.DATA_KEY.encrypt(secret, _place(account))
    Totp.objects.update_or_create(
        account=account, defaults={"secret_encrypted": sealed, "last_step": 0, "made_at": at}
    )
    return base64.b32encode(secret).decode()


def send_sms_code(*, account: Account, sender: Sender, at: datetime) -> None:
    """Send a code by text message: five minutes, once. Refused: the codes of refusals_to_send."""
    code = f"{secrets.randbelow(10**APP_DIGITS):0{APP_DIGITS}d}"
    phone = _record_sms(account, code, at)
    sender.send(to=phone, text=f"登录验证码{code}，5分钟内有效，不要告诉任何人。")


@transaction.atomic
def _record_sms(account: Account, code: str, at: datetime) -> str:
    Account.objects.select_for_update().get(pk=account.pk)
    phone = phone_of(account.person)
    sent = SmsCode.objects.filter(account=account, sent_at__gt=at - timedelta(days=1))
    last = sent.order_by("-sent_at", "-id").first()
    today = [row for row in sent.order_by("id") if day_of(row.sent_at) == day_of(at)]
    facts = SmsFacts(bool(phone), last.sent_at if last else None, len(today))
    refuse_if(refusals_to_send(facts, at))
    SmsCode.objects.create(
        account=account, digest=digest_of(account, code), sent_at=at, expires_at=at + SMS_LASTS
    )
    return phone


def digest_of(account: Account, code: str) -> bytes:
    """Keyed digest of a one-time code: without the key eight digits cannot be tried out."""
    found: bytes = settings.INDEX_KEY.blind_index(f"code:{account.pk}:{code}")
    return found


def _place(account: Account) -> bytes:
    return b"account.totp:" + account.pk.bytes


__all__ = [
    "Refused",
    "check_again",
    "check_pin",
    "check_second_factor",
    "digest_of",
    "enrol_app",
    "send_sms_code",
]
