"""A text as a cell of a table that a spreadsheet will open. Pure."""

from typing import Final

DANGEROUS: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""A spreadsheet would take the cell for a formula; the wide ones too, in a Chinese one."""


def plain(value: str) -> str:
    """The same text, never a formula: an apostrophe in front says that it is text."""
    return f"'{value}" if value.startswith(DANGEROUS) else value
