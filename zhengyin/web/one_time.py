"""One-time links: the address names one thing and proves that we made it; whoever holds it needs no account.

Capitals and digits only, so that the code on a letter stays small; case does not matter.
"""

import base64
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

ID, PROOF = 32, 24  # characters


@dataclass(frozen=True, slots=True)
class OneTime:
    """The links of one kind of thing; `capitals` names the same address as a code on paper holds it."""

    salt: str
    address: str
    capitals: str = ""

    def link_of(self, thing_id: UUID) -> str:
        """The address, without the host."""
        return reverse(self.address, args=[self.token_of(thing_id)])

    def whole_link_of(self, thing_id: UUID) -> str:
        """With the host, as it is pasted into a message."""
        return f"{settings.PUBLIC_URL}{self.link_of(thing_id)}"

    def scanned_link_of(self, thing_id: UUID) -> str:
        """The same with the host, as a code holds it."""
        return f"{settings.PUBLIC_URL}{reverse(self.capitals, args=[self.token_of(thing_id)])}".upper()

    def thing_in(self, token: str) -> UUID | None:
        """What a link is for; None where nobody of ours made it."""
        try:
            found = UUID(hex=token[:ID])
        except ValueError:
            return None
        return found if constant_time_compare(token.upper(), self.token_of(found)) else None

    def token_of(self, thing_id: UUID) -> str:
        """The id and its proof."""
        proof = salted_hmac(self.salt, thing_id.hex, algorithm="sha256").digest()
        return thing_id.hex.upper() + base64.b32encode(proof).decode()[:PROOF]
