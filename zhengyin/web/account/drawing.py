"""A QR code for the telephone's authenticator, drawn as one path: the page loads no picture."""

from dataclasses import dataclass

import segno


@dataclass(frozen=True, slots=True)
class Drawn:
    """The path of all dark modules and the side of the square, quiet zone included."""

    path: str
    side: int


def drawn(text: str) -> Drawn:
    """Draw `text`; the address of an authenticator needs small letters, so not the paper's code."""
    rows = segno.make_qr(text, error="m").matrix
    quiet = 4
    parts = (
        f"M{x + quiet} {y + quiet}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    return Drawn("".join(parts), len(rows) + 2 * quiet)
