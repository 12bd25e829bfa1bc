"""What is drawn on a PDF's page besides its words: straight strokes, pictures; and where each word stands.

PDFium is asked directly, a character or a segment a call; whoever calls holds pdfpages' lock. A page
that is turned for showing is measured as it is shown.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium
from pypdfium2 import PdfMatrix

from zhengyin.documents.ruling import Box, Glyph, Stroke

THIN = 3.0  # points: a box no thicker is a line, and a line may lean by so much
PALE = 235  # a line of a lighter grey is not seen on paper
DEEPEST = 6  # forms within forms
MOST_OBJECTS = 20_000  # of a page; what is beyond is a drawing
MOST_GLYPHS = 6_000
HIGHEST_CHARACTER = 60.0  # points that a character stands above its line at most
SPACE = ord(" ")
BLANK = "_＿﹍ \u3000\u00a0"  # characters that are themselves a place to write on

Corners = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Strokes across and down, and the areas of pictures."""

    across: tuple[Stroke, ...]
    down: tuple[Stroke, ...]
    pictures: tuple[Box, ...]


def drawn_on(page: pypdfium2.PdfPage) -> Drawn:
    """Every straight stroke and picture of a page."""
    across: list[Stroke] = []
    down: list[Stroke] = []
    pictures: list[Box] = []
    shown = as_shown(page)
    for number, (kind, raw, matrix) in enumerate(_objects(page.raw, shown, 0)):
        if number >= MOST_OBJECTS:
            break
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_box(_unit(raw, matrix)))
        else:
            for ends in _lines(raw, matrix):
                _sort(ends, across, down)
    return Drawn(tuple(across), tuple(down), tuple(pictures))


def glyphs_on(page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage, drawn: Drawn) -> tuple[Glyph, ...]:
    """The characters that say something, with their boxes: those at the height of what is drawn."""
    count, matrix = min(pdfium.FPDFText_CountChars(words), MOST_GLYPHS), as_shown(page)
    lowest = min((one.at for one in drawn.across), default=0.0)
    highest = max((one.at for one in drawn.across), default=0.0) + HIGHEST_CHARACTER
    box, raw, upright = pdfium.FS_RECTF(), words.raw, matrix.a == 1
    there, ask, character = ctypes.byref(box), pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetUnicode
    found = []
    for at in range(count):
        code = character(raw, at)
        if code <= SPACE or (said := chr(code)) in BLANK or not ask(raw, at, there):
            continue
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        if upright:
            bottom, top = bottom + matrix.f, top + matrix.f
            left, right = left + matrix.e, right + matrix.e
        else:
            left, bottom, right, top = _box(((left, bottom), (right, top)), matrix)
        if lowest < top and bottom < highest and bottom < top:
            found.append(Glyph(said, left, bottom, right, top))
    return tuple(found)


def as_shown(page: pypdfium2.PdfPage) -> PdfMatrix:
    """From the page's own measure to how it is shown: turned, and counted from its lower left corner."""
    left, bottom, right, top = page.get_bbox()
    return {
        0: PdfMatrix(1, 0, 0, 1, -left, -bottom),
        90: PdfMatrix(0, -1, 1, 0, -bottom, right),
        180: PdfMatrix(-1, 0, 0, -1, right, top),
        270: PdfMatrix(0, 1, -1, 0, top, -left),
    }[page.get_rotation()]


def _objects(parent: object, matrix: PdfMatrix, level: int) -> Iterator[tuple[int, object, PdfMatrix]]:
    """Paths and pictures, those within forms too, with the matrix of what holds them."""
    count, one_of = (
        (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject) if level
        else (pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)
    )  # fmt: skip
    for at in range(max(count(parent), 0)):
        raw = one_of(parent, at)
        kind = pdfium.FPDFPageObj_GetType(raw)
        if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            yield kind, raw, matrix
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and level < DEEPEST:
            yield from _objects(raw, _matrix(raw).multiply(matrix), level + 1)


def _matrix(raw: object) -> PdfMatrix:
    own = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(raw, own):
        return PdfMatrix()
    return PdfMatrix.from_raw(own)


def _unit(raw: object, matrix: PdfMatrix) -> tuple[tuple[float, float], ...]:
    """A picture fills the unit square of its own matrix."""
    whole = _matrix(raw).multiply(matrix)
    return tuple(whole.on_point(x, y) for x in (0, 1) for y in (0, 1))


def _box(points: tuple[tuple[float, float], ...], matrix: PdfMatrix | None = None) -> Box:
    some = [matrix.on_point(*point) for point in points] if matrix else points
    across, up = [x for x, _ in some], [y for _, y in some]
    return Box(min(across), min(up), max(across), max(up))


def _lines(raw: object, matrix: PdfMatrix) -> Iterator[Corners]:
    """The straight lines of a path: those stroked, and thin filled boxes along their middle."""
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(raw, fill, stroked) or not (fill.value or stroked.value):
        return
    filled = bool(fill.value) and _seen(raw, pdfium.FPDFPageObj_GetFillColor)
    stroke = bool(stroked.value) and _seen(raw, pdfium.FPDFPageObj_GetStrokeColor)
    if not (filled or stroke):
        return
    for outline in _outlines(raw, _matrix(raw).multiply(matrix)):
        left, bottom, right, top = _box(tuple(outline))
        if stroke and len(outline) > 1:
            yield from pairwise(outline)
        elif filled and min(right - left, top - bottom) <= THIN:
            yield (left, bottom), (right, top)


def _outlines(raw: object, matrix: PdfMatrix) -> Iterator[list[tuple[float, float]]]:
    """Each connected outline's corners; a curve breaks it off."""
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(max(pdfium.FPDFPath_CountSegments(raw), 0)):
        segment = pdfium.FPDFPath_GetPathSegment(raw, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = matrix.on_point(x.value, y.value)
        if kind == pdfium.FPDF_SEGMENT_LINETO and points:
            points.append(here)
        else:
            if points:
                yield points
            points = [here]
        if points and pdfium.FPDFPathSegment_GetClose(segment):
            yield [*points, points[0]]
            points = []
    if points:
        yield points


def _seen(raw: object, colour_of: object) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not colour_of(raw, red, green, blue, alpha):  # type: ignore[operator]
        return True
    return alpha.value > 0 and min(red.value, green.value, blue.value) < PALE


def _sort(ends: Corners, across: list[Stroke], down: list[Stroke]) -> None:
    (x0, y0), (x1, y1) = ends
    wide, high = abs(x1 - x0), abs(y1 - y0)
    if high <= wide and high <= THIN:
        across.append(Stroke((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
    elif wide < high and wide <= THIN:
        down.append(Stroke((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
