"""The one-time link by which a department without a desk answers a question."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse

from zhengyin.web.onetime import key_in, token_of

SALT = "zhengyin.enquiry"


def link_of(enquiry_id: UUID) -> str:
    """The address, without the host."""
    return reverse("enquiry-link", args=[token_of(SALT, enquiry_id)])


def whole_link_of(enquiry_id: UUID) -> str:
    """With the host, as it is pasted into a message."""
    return f"{settings.PUBLIC_URL}{link_of(enquiry_id)}"


def enquiry_in(token: str) -> UUID | None:
    """The question a link is for; None where nobody of ours made it."""
    return key_in(SALT, token)
