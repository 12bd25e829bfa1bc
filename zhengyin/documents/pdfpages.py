"""What stands on the pages of a PDF: its text, how much ink is on it, and a picture of each page.

PDFium (Chrome's own reader) is not safe for two threads at once, hence the lock.
"""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

import pypdfium2
from PIL import Image, ImageChops

from zhengyin.documents.drawn import drawn_on, glyphs_on
from zhengyin.documents.ruling import Box, Ruled, ruled_from
from zhengyin.documents.uploads import Checked

INK_SIDE = 700  # pixels of the longer side in which ink is counted
DARKER = 48  # grey levels below white
MUCH_INK = 100  # ten-thousandths: a page with so much dark ink is written on, whatever its colours
SHOWN_SIDE = 1400  # pixels of a page as it is shown: legible on a telephone
MOST_TEXT = 20_000  # characters of one page that are looked at
_ONE_AT_A_TIME = Lock()


class PdfUnreadable(Exception):
    """PDFium cannot open it, though it looked like a PDF."""


@dataclass(frozen=True, slots=True)
class PageSeen:
    """One page, counted from 1. `ink` is in ten-thousandths of its area, colours included.

    `pictured` is what lies under pictures, of the same; `ruled` the lines and tables drawn to write on.
    """

    number: int
    text: str
    ink: int
    pictured: int
    ruled: Ruled


def pages_seen(pdf: bytes) -> tuple[PageSeen, ...]:
    """Every page with its text and ink; raise PdfUnreadable."""
    with _opened(pdf) as document:
        return tuple(_seen(document[at], at + 1) for at in range(len(document)))


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


def _seen(page: pypdfium2.PdfPage, number: int) -> PageSeen:
    words, drawn, grey = page.get_textpage(), drawn_on(page), _rendered(page, INK_SIDE, grey=True)
    ruled = Ruled()
    if drawn.across:
        glyphs = glyphs_on(page, words, drawn)
        ruled = ruled_from(drawn.across, drawn.down, glyphs, _Inked(grey, page.get_height()))
    seen = PageSeen(number, _text(words), _ink(page, grey), _share(page, drawn.pictures), ruled)
    words.close()
    page.close()
    return seen


def _text(words: pypdfium2.PdfTextPage) -> str:
    text: str = words.get_text_range(count=-1)
    return text[:MOST_TEXT]


def _drawn(page: pypdfium2.PdfPage, side: int) -> Image.Image:
    return _rendered(page, side).convert("RGB")


def _rendered(page: pypdfium2.PdfPage, side: int, *, grey: bool = False) -> Image.Image:
    longer = max(page.get_width(), page.get_height(), 1.0)
    picture: Image.Image = page.render(scale=side / longer, grayscale=grey).to_pil()
    return picture


class _Inked:
    """Whether anything is drawn in an area of a page, which is given in points from below."""

    def __init__(self, grey: Image.Image, height: float) -> None:
        self._grey, self._height = grey, height
        self._scale = grey.height / max(height, 1.0)

    def __call__(self, area: Box) -> bool:
        left, right = area.left * self._scale, area.right * self._scale
        top, bottom = (self._height - area.top) * self._scale, (self._height - area.bottom) * self._scale
        if right - left < 1 or bottom - top < 1:
            return False
        levels = self._grey.crop((round(left), round(top), round(right), round(bottom))).histogram()
        return any(levels[: 256 - DARKER])


def _share(page: pypdfium2.PdfPage, pictures: Iterable[Box]) -> int:
    """Ten-thousandths of a page that lie under pictures; strips of one scan are added up."""
    wide, high = page.get_width(), page.get_height()
    covered = sum(
        max(min(one.right, wide) - max(one.left, 0), 0) * max(min(one.top, high) - max(one.bottom, 0), 0)
        for one in pictures
    )
    return int(min(10_000 * covered / max(wide * high, 1.0), 10_000))


def _ink(page: pypdfium2.PdfPage, grey: Image.Image) -> int:
    """What is dark is ink; only where that is little are colours looked at, which costs more."""
    dark = _share_of(grey.histogram())
    return dark if dark >= MUCH_INK else _coloured_ink(_drawn(page, INK_SIDE))


def _coloured_ink(picture: Image.Image) -> int:
    """The darkest of the three colours counts: red and blue print on white are ink too."""
    red, green, blue = picture.split()
    return _share_of(ImageChops.darker(ImageChops.darker(red, green), blue).histogram())


def _share_of(levels: list[int]) -> int:
    return round(10_000 * sum(levels[: 256 - DARKER]) / max(sum(levels), 1))
