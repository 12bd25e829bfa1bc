"""The codes of a paper: what its QR code holds, and under which index the paper is found again.

A token and a 核对码 stand on the paper alone; the database keeps a keyed digest of each.
"""

from django.conf import settings

from zhengyin.shared.codes import as_typed


def address_of(token: str) -> str:
    """What the QR code holds; capitals make it small, and the server ignores case."""
    return f"{settings.PUBLIC_URL}/v/{token}".upper()


def token_in(said: str) -> str:
    """The token of a code that holds an address of ours; empty for any other code."""
    own = address_of("")
    return said.upper().removeprefix(own) if said.upper().startswith(own) else ""


def token_index(token: str) -> bytes:
    """Where the paper of a QR code's token is found; the address ignores case."""
    return bytes(settings.INDEX_KEY.blind_index(f"token:{as_typed(token)}"))


def check_code_index(code: str) -> bytes:
    """Where the paper of a typed 核对码 is found."""
    return bytes(settings.INDEX_KEY.blind_index(f"check-code:{as_typed(code)}"))
