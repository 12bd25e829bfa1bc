"""A number in an address: typed by anybody, so of any length and in any script."""

MOST_DIGITS = 9  # no page, year or line has more


def number_in(text: str, otherwise: int = 0) -> int:
    """The number, or `otherwise` for what is none or longer than any we count to."""
    fits = text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS
    return int(text) if fits else otherwise
