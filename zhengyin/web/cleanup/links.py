"""The one-time link by which a unit reviews its entries without an account."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse

from zhengyin.web.onetime import id_in, token_of

SALT = "zhengyin.cleanup"


def link_of(unit_id: UUID) -> str:
    """The address, without the host."""
    return reverse("cleanup-link", args=[token_of(SALT, unit_id)])


def scanned_link_of(unit_id: UUID) -> str:
    """The same with the host, as a code holds it."""
    return f"{settings.PUBLIC_URL}{reverse('cleanup-link-capitals', args=[token_of(SALT, unit_id)])}".upper()


def unit_in(token: str) -> UUID | None:
    """The unit a link is for; None where nobody of ours made it."""
    return id_in(SALT, token)
