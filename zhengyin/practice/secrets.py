"""Passwords and codes of practice accounts: computed from the practice database's key, kept nowhere."""

from datetime import datetime

from django.conf import settings
from django_otp.oath import TOTP

from zhengyin.shared.codes import TYPED_LETTERS

LETTERS, STEP = 10, 30  # of a password; seconds of a code


def password_of(username: str) -> str:
    """Ten letters to type from the page."""
    digest = settings.INDEX_KEY.blind_index(f"practice-password:{username}")
    return "".join(TYPED_LETTERS[byte % len(TYPED_LETTERS)] for byte in digest[:LETTERS]).lower()


def app_secret_of(username: str) -> bytes:
    """What the telephone's app would hold."""
    secret: bytes = settings.INDEX_KEY.blind_index(f"practice-app:{username}")[:20]
    return secret


def code_of(username: str, at: datetime) -> str:
    """The six digits of this half minute."""
    totp = TOTP(app_secret_of(username), step=STEP)
    totp.time = at.timestamp()
    return f"{totp.token():06d}"
