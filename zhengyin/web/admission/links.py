"""The one-time link by which a body without a desk answers: it names its question and nothing else.

Capitals and digits only, so that the code on the letter stays small; case does not matter.
"""

import base64
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

SALT = "zhengyin.opinion"
ID, PROOF = 32, 24  # characters


def link_of(question_id: UUID) -> str:
    """The address, without the host."""
    return reverse("opinion", args=[_token(question_id)])


def scanned_link_of(question_id: UUID) -> str:
    """The same with the host, as a code holds it."""
    return f"{settings.PUBLIC_URL}{reverse('opinion-capitals', args=[_token(question_id)])}".upper()


def whole_link_of(question_id: UUID) -> str:
    """With the host, as it is pasted into a message."""
    return f"{settings.PUBLIC_URL}{link_of(question_id)}"


def question_in(token: str) -> UUID | None:
    """The question a link is for; None where nobody of ours made it."""
    try:
        found = UUID(hex=token[:ID])
    except ValueError:
        return None
    return found if constant_time_compare(token.upper(), _token(found)) else None


def _token(question_id: UUID) -> str:
    proof = salted_hmac(SALT, question_id.hex, algorithm="sha256").digest()
    return question_id.hex.upper() + base64.b32encode(proof).decode()[:PROOF]
