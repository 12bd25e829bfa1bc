"""Codes that cannot be guessed. Letters that look alike are left out of what people type."""

import secrets
import unicodedata

TOKEN_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"  # 5 bits each, alphanumeric in a QR code
TYPED_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # 5 bits each, without I O 0 1


def new_token() -> str:
    """Return the long token of a QR code: 26 letters, 130 random bits."""
    return "".join(secrets.choice(TOKEN_LETTERS) for _ in range(26))


def new_check_code() -> str:
    """Return a 核对码: 12 letters, 60 random bits, printed in fours."""
    return "".join(secrets.choice(TYPED_LETTERS) for _ in range(12))


def new_tracking_code() -> str:
    """Return a resident's tracking code: 10 letters, 50 random bits."""
    return "".join(secrets.choice(TYPED_LETTERS) for _ in range(10))


def in_fours(code: str) -> str:
    """7KQ4M2XD9PTA → 7KQ4 M2XD 9PTA."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def as_typed(text: str) -> str:
    """Read a typed code as it was meant: capitals, no spaces or dashes, letters of any width."""
    return "".join(unicodedata.normalize("NFKC", text).upper().split()).replace("-", "")
