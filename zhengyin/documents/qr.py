"""The code on the paper: made with segno, read back with zxing-cpp.

Level Q, because a seal may touch the code. Content in capitals only: alphanumeric mode keeps the
symbol small (version 4 up to 67 characters), so the server's addresses ignore case.
"""

import io
import re

import segno
import zxingcpp
from PIL import Image

MAX_CHARACTERS = 108  # version 6: above it a module on 33 mm gets too small for a bad printer
ALPHANUMERIC = re.compile(r"[0-9A-Z $%*+\-./:]+")


class UnfitForCode(ValueError):
    """The text is empty, too long, or holds what alphanumeric mode cannot."""


def rows(text: str) -> tuple[str, ...]:
    """Return the matrix of `text` in capitals as rows of 0 and 1, without the quiet zone."""
    content = text.upper()
    if len(content) > MAX_CHARACTERS or not ALPHANUMERIC.fullmatch(content):
        raise UnfitForCode(content)
    symbol = segno.make_qr(content, error="q", mode="alphanumeric", boost_error=False)
    return tuple("".join("1" if dark else "0" for dark in line) for line in symbol.matrix)


def read(image: bytes) -> tuple[str, ...]:
    """Return what every QR code in a picture says, in reading order; empty when there is none.

    The red channel alone: the red of a seal over the code becomes white paper there.
    """
    with Image.open(io.BytesIO(image)) as picture:
        red = picture.convert("RGB").getchannel("R")
    found = zxingcpp.read_barcodes(red, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return tuple(code.text for code in found)
