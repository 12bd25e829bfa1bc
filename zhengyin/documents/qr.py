"""The code on the paper and on the screen, made and read back with zxing-cpp.

Level Q, because a seal may touch the code. Content in capitals only: alphanumeric mode keeps the
symbol small (version 4 up to 67 characters), so the server's addresses ignore case.
"""

import io
import re
from dataclasses import dataclass

import zxingcpp
from PIL import Image

MAX_CHARACTERS = 108  # version 6: above it a module on 33 mm gets too small for a bad printer
ALPHANUMERIC = re.compile(r"[0-9A-Z $%*+\-./:]+")

SVG = re.compile(r'<svg width="(?P<side>\d+)".*<path d="(?P<path>[^"]+)"', re.DOTALL)


class UnfitForCode(ValueError):
    """The text is empty, too long, or holds what alphanumeric mode cannot."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One path of all dark modules, and the side of the square in modules, quiet zone of four included."""

    path: str
    side: int

    def svg(self) -> str:
        square = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.side} {self.side}">'
        return f'{square}<path fill="#fff" d="M0 0h{self.side}v{self.side}H0z"/><path d="{self.path}"/></svg>'


def drawn(text: str) -> Drawn:
    """Draw the paper's code: `text` in capitals, level Q. Raises UnfitForCode."""
    content = text.upper()
    if len(content) > MAX_CHARACTERS or not ALPHANUMERIC.fullmatch(content):
        raise UnfitForCode(content)
    return _drawn(content, "Q")


def drawn_on_screen(text: str) -> Drawn:
    """Draw `text` as it stands, level M: an authenticator's address needs its small letters."""
    return _drawn(text, "M")


def _drawn(content: str, level: str) -> Drawn:
    code = zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat.QRCode, ec_level=level)
    said = SVG.search(code.to_svg(add_quiet_zones=True))
    assert said is not None
    return Drawn(said["path"], int(said["side"]))


def read(image: bytes) -> tuple[str, ...]:
    """Return what every QR code in a picture says, in reading order; empty when there is none.

    The red channel alone: the red of a seal over the code becomes white paper there.
    """
    with Image.open(io.BytesIO(image)) as picture:
        red = picture.convert("RGB").getchannel("R")
    found = zxingcpp.read_barcodes(red, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return tuple(code.text for code in found)
