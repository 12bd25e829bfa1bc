"""What stands on the pages of a PDF: its text, how much ink is on it, and a picture of each page.

PDFium (Chrome's own reader) is not safe for two threads at once, hence the lock.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

import pypdfium2
from PIL import Image, ImageChops

from zhengyin.documents.uploads import Checked

INK_SIDE = 700  # pixels of the longer side in which ink is counted
DARKER = 48  # grey levels below white
SHOWN_SIDE = 1400  # pixels of a page as it is shown: legible on a telephone
MOST_TEXT = 20_000  # characters of one page that are looked at
_ONE_AT_A_TIME = Lock()


class PdfUnreadable(Exception):
    """PDFium cannot open it, though it looked like a PDF."""


@dataclass(frozen=True, slots=True)
class PageSeen:
    """One page, counted from 1. `ink` is in ten-thousandths of its area, colours included."""

    number: int
    text: str
    ink: int


def pages_seen(pdf: bytes) -> tuple[PageSeen, ...]:
    """Every page with its text and ink; raise PdfUnreadable."""
    with _opened(pdf) as document:
        return tuple(
            PageSeen(at + 1, _text(document[at]), _ink(_drawn(document[at], INK_SIDE)))
            for at in range(len(document))
        )


def page_picture(pdf: bytes, number: int) -> Checked:
    """Page `number`, counted from 1, as a PNG; raise PdfUnreadable, IndexError where there is none."""
    with _opened(pdf) as document:
        if not 1 <= number <= len(document):
            raise IndexError(number)
        picture = _drawn(document[number - 1], SHOWN_SIDE)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return Checked(out.getvalue(), "image/png")


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise PdfUnreadable from error
        try:
            document.init_forms()  # what was typed into a form's fields is drawn too
            yield document
        except pypdfium2.PdfiumError as error:
            raise PdfUnreadable from error
        finally:
            document.close()


def _text(page: pypdfium2.PdfPage) -> str:
    text: str = page.get_textpage().get_text_range(count=-1)
    return text[:MOST_TEXT]


def _drawn(page: pypdfium2.PdfPage, side: int) -> Image.Image:
    longer = max(page.get_width(), page.get_height(), 1.0)
    picture: Image.Image = page.render(scale=side / longer).to_pil()
    return picture.convert("RGB")


def _ink(picture: Image.Image) -> int:
    """The darkest of the three colours counts: red and blue print on white are ink too."""
    red, green, blue = picture.split()
    levels = ImageChops.darker(ImageChops.darker(red, green), blue).histogram()
    return round(10_000 * sum(levels[: 256 - DARKER]) / max(sum(levels), 1))
