"""The one-time link by which a body without a desk answers a question."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse

from zhengyin.web.onetime import id_in, token_of

SALT = "zhengyin.opinion"


def link_of(question_id: UUID) -> str:
    """The address, without the host."""
    return reverse("opinion", args=[token_of(SALT, question_id)])


def scanned_link_of(question_id: UUID) -> str:
    """The same with the host, as a code holds it."""
    return f"{settings.PUBLIC_URL}{reverse('opinion-capitals', args=[token_of(SALT, question_id)])}".upper()


def question_in(token: str) -> UUID | None:
    """The question a link is for; None where nobody of ours made it."""
    return id_in(SALT, token)
