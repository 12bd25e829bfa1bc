"""The one-time link by which a body without a desk answers: it names its question and nothing else."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse

from zhengyin.web.onetime import key_in, token_of

SALT = "zhengyin.opinion"


def link_of(question_id: UUID) -> str:
    """The address, without the host."""
    return reverse("opinion", args=[token_of(SALT, question_id)])


def whole_link_of(question_id: UUID) -> str:
    """With the host, as it is pasted into a message."""
    return f"{settings.PUBLIC_URL}{link_of(question_id)}"


def scanned_link_of(question_id: UUID) -> str:
    """The same as a code holds it."""
    address = reverse("opinion-capitals", args=[token_of(SALT, question_id)])
    return f"{settings.PUBLIC_URL}{address}".upper()


def question_in(token: str) -> UUID | None:
    """The question a link is for; None where nobody of ours made it."""
    return key_in(SALT, token)
