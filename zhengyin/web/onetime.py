"""The one-time link of whoever answers without an account: it names its row and nothing else.

Capitals and digits only, so that the code on the letter stays small; case does not matter.
"""

import base64
from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac

ID, PROOF = 32, 24  # characters


def token_of(salt: str, row_id: UUID) -> str:
    """What stands in the address; `salt` is the kind of row, so that no link opens another kind."""
    proof = salted_hmac(salt, row_id.hex, algorithm="sha256").digest()
    return row_id.hex.upper() + base64.b32encode(proof).decode()[:PROOF]


def id_in(salt: str, token: str) -> UUID | None:
    """The row a link is for; None where nobody of ours made it."""
    try:
        found = UUID(hex=token[:ID])
    except ValueError:
        return None
    return found if constant_time_compare(token.upper(), token_of(salt, found)) else None
