"""What a one-time link holds: the thing it is for and a proof that we made it, and nothing else.

Capitals and digits only, so that the code on a letter stays small; case does not matter.
"""

import base64
from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac

ID, PROOF = 32, 24  # characters


def token_of(salt: str, key: UUID) -> str:
    """The part of the address."""
    proof = salted_hmac(salt, key.hex, algorithm="sha256").digest()
    return key.hex.upper() + base64.b32encode(proof).decode()[:PROOF]


def key_in(salt: str, token: str) -> UUID | None:
    """What a link is for; None where nobody of ours made it."""
    try:
        found = UUID(hex=token[:ID])
    except ValueError:
        return None
    return found if constant_time_compare(token.upper(), token_of(salt, found)) else None
