"""What a seal prints, photographed on our sheet: the red lifted off the paper, and its diameter.

The sheet (paper/sealpaper.typ) carries a black frame whose outer edge is 90 mm. Where the frame is found,
the picture is laid flat by its four corners and the red inside it measured; where it is not, nothing is
guessed. A record to compare with, never used to print a seal on anything. Pillow alone does it.
"""

import io
from dataclasses import dataclass
from decimal import Decimal

from PIL import Image, ImageChops, ImageFilter

from zhengyin.documents.sheet import Quad, extremes, laid_flat_to, largest, opened, quad_area
from zhengyin.documents.uploads import Checked

FRAME_MM, BAR_MM = 90, 5  # the printed frame: outer edge and thickness
PIXELS_A_MM = 10
SMALL = 640  # pixels of the picture in which the frame is looked for
BLACK = 110  # a channel of red ink stays above it, black print lies below in all three
LEAST_FRAME, MOST_FRAME = 0.12, 0.32  # of the frame's square that is black; as printed it is 0.21
LEAST_SIDE = SMALL / 8
RED = 45  # levels by which red stands above green and blue: ink, not a warm lamp
LEAST_RED = 3  # pixels in a row or column that are no speck
ROUND_WITHIN = Decimal("1.05")
MARGIN = 0.05  # of white around the cleaned picture


@dataclass(frozen=True, slots=True)
class Measured:
    """Width and height of the red, in millimetres."""

    wide: Decimal
    high: Decimal

    @property
    def diameter(self) -> Decimal:
        """Of a round seal the mean of both, of another the longer."""
        longer, shorter = max(self.wide, self.high), min(self.wide, self.high)
        both = longer if longer > shorter * ROUND_WITHIN else (longer + shorter) / 2
        return both.quantize(Decimal("0.1"))


def measured(taken: Checked) -> Measured | None:
    """The size of what is red inside the printed frame; None without frame or red."""
    with opened(taken) as picture:
        frame = frame_in(picture)
        if frame is None:
            return None
        side = FRAME_MM * PIXELS_A_MM
        flat = laid_flat_to(picture, frame, (side, side))
    inner = BAR_MM * PIXELS_A_MM + PIXELS_A_MM // 2
    box = extent(red_in(flat.crop((inner, inner, side - inner, side - inner))))
    if box is None:
        return None
    wide, high = (Decimal(end - start) / PIXELS_A_MM for start, end in box)
    return Measured(wide, high)


def cleaned(taken: Checked) -> Checked | None:
    """The red alone, on white, cut to its edge; None where nothing is red."""
    with opened(taken) as picture:
        red = red_in(picture)
    box = extent(red)
    if box is None:
        return None
    (left, right), (top, bottom) = box
    edge = round(max(right - left, bottom - top) * MARGIN)
    red = red.crop((left - edge, top - edge, right + edge, bottom + edge))
    paler = ImageChops.invert(red)
    out = io.BytesIO()
    Image.merge("RGB", (Image.new("L", red.size, 255), paler, paler)).save(out, "PNG", optimize=True)
    return Checked(out.getvalue(), "image/png")


def red_in(picture: Image.Image) -> Image.Image:
    """How far red stands above the other two, as grey; what is no ink is nought."""
    red, green, blue = picture.split()
    above = ImageChops.subtract(red, ImageChops.lighter(green, blue))
    return above.point([0 if level < RED else min(255, level * 2) for level in range(256)])


def extent(red: Image.Image) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the red begins and ends, across and down, specks left out; None where there is none."""
    ink = red.point([255 * (level > 0) for level in range(256)]).filter(ImageFilter.MedianFilter(3))
    across = _ends(ink.resize((ink.width, 1), Image.Resampling.BOX), ink.height)
    down = _ends(ink.resize((1, ink.height), Image.Resampling.BOX), ink.width)
    return (across, down) if across and down else None


def _ends(means: Image.Image, count: int) -> tuple[int, int] | None:
    """First and last place where at least LEAST_RED of `count` pixels are ink."""
    least = max(1.0, 255 * LEAST_RED / count)
    there = [at for at, level in enumerate(means.tobytes()) if level >= least]
    return (there[0], there[-1] + 1) if there else None


def frame_in(picture: Image.Image) -> Quad | None:
    """The outer corners of the printed frame in pixels of the picture; None where it is not plain."""
    small = picture.copy()
    small.thumbnail((SMALL, SMALL))
    red, green, blue = small.split()
    brightest = ImageChops.lighter(red, ImageChops.lighter(green, blue))
    black = largest(brightest.point([255 * (level < BLACK) for level in range(256)]))
    if len(black) < LEAST_SIDE * 4:
        return None
    quad = extremes(black)
    area = quad_area(quad)
    if area < LEAST_SIDE**2 or not LEAST_FRAME <= len(black) / area <= MOST_FRAME:
        return None
    across, down = picture.width / small.width, picture.height / small.height
    # A pixel stands for its middle: the frame's edge lies half a pixel further out.
    out = ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5))
    first, second, third, fourth = (
        ((x + 0.5 + dx) * across, (y + 0.5 + dy) * down) for (x, y), (dx, dy) in zip(quad, out, strict=True)
    )
    return first, second, third, fourth
