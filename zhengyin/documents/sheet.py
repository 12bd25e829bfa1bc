"""A photographed sheet of paper: its corners found, laid flat, and how much ink is on it.

Nothing is guessed: where four corners do not make a plain sheet, the picture stays as it was taken.
Pillow alone does it, for a photograph a time is not worth OpenCV's hundred megabytes in every process.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist

from PIL import Image, ImageChops, ImageFilter

from zhengyin.documents.uploads import Checked

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]  # top left, top right, bottom right, bottom left

LONGEST = 2200  # pixels of a page as it is kept: A4 at 190 dots an inch
QUALITY = 82
SMALL = 256  # pixels of the picture in which the corners are looked for
LEAST_AREA, MOST_AREA = 0.25, 0.97  # of the picture; nearly all of it means that nothing is to be cut
LEAST_FILLED = 0.93  # of the four corners' area that is paper: else they are not its corners
INK_SIDE = 700
DARKER = 36  # grey levels below the paper around it: a pencil line is, a fold or a shadow is not
MARGIN = 0.06  # left out at each edge, where the table shows


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as it is shown. `ink` is in ten-thousandths of its area; `flattened`: corners were found."""

    picture: Checked
    flattened: bool
    ink: int


def flat(taken: Checked) -> Sheet:
    """Lay the sheet flat, or leave the picture as taken where its corners are not found."""
    with opened(taken) as picture:
        found = corners(picture)
        if found is None:
            return as_taken(taken)
        page = laid_flat(picture, found)
    return Sheet(kept(page), True, ink_on(page))


def as_taken(taken: Checked) -> Sheet:
    """The picture itself, only made smaller."""
    with opened(taken) as picture:
        return Sheet(kept(picture), False, ink_on(picture))


def turned(shown: Checked, *, flattened: bool) -> Sheet:
    """A quarter to the right: for a sheet that was photographed lying on its side."""
    with opened(shown) as picture:
        page = picture.transpose(Image.Transpose.ROTATE_270)
    return Sheet(kept(page), flattened, ink_on(page))


def opened(picture: Checked) -> Image.Image:
    """A picture that `uploads` made, on white where it is transparent."""
    image = Image.open(io.BytesIO(picture.data))
    if image.mode != "RGBA":
        return image.convert("RGB")
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white


def kept(page: Image.Image) -> Checked:
    """A page as JPEG, no larger than it is worth."""
    page = page.copy()
    page.thumbnail((LONGEST, LONGEST))
    out = io.BytesIO()
    page.save(out, "JPEG", quality=QUALITY, optimize=True)
    return Checked(out.getvalue(), "image/jpeg")


def ink_on(page: Image.Image) -> int:
    """How much is darker than the paper around it, in ten-thousandths; edges and shadows do not count."""
    grey = page.convert("L")
    grey.thumbnail((INK_SIDE, INK_SIDE))
    wide, high = grey.size
    grey = grey.crop(
        (int(wide * MARGIN), int(high * MARGIN), int(wide * (1 - MARGIN)), int(high * (1 - MARGIN)))
    )
    paper = grey.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.BoxBlur(12))
    darker = ImageChops.subtract(paper, grey.filter(ImageFilter.MedianFilter(3)))
    levels = darker.histogram()
    return round(10_000 * sum(levels[DARKER:]) / max(sum(levels), 1))


def corners(picture: Image.Image) -> Quad | None:
    """The sheet's corners in pixels of the picture; None where it is not plain what they are."""
    small = picture.convert("L")
    small.thumbnail((SMALL, SMALL))
    closed = small.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.MinFilter(7))  # writing goes away
    split = _split(closed)
    light = closed.filter(ImageFilter.BoxBlur(1)).point([255 * (level > split) for level in range(256)])
    paper = largest(light)
    area = small.width * small.height
    if not LEAST_AREA * area <= len(paper) <= MOST_AREA * area:
        return None
    quad = extremes(paper)
    if not _is_sheet(quad, len(paper)):
        return None
    across, down = picture.width / small.width, picture.height / small.height
    first, second, third, fourth = (((x + 0.5) * across, (y + 0.5) * down) for x, y in quad)
    return first, second, third, fourth


def _split(grey: Image.Image) -> int:
    """Otsu's level between the paper and what it lies on."""
    levels = grey.histogram()
    total, whole = sum(levels), sum(level * count for level, count in enumerate(levels))
    best, level, below, dark = 0.0, 127, 0, 0
    for at, count in enumerate(levels):
        below, dark = below + count, dark + at * count
        above = total - below
        if not below or not above:
            continue
        apart = below * above * (dark / below - (whole - dark) / above) ** 2
        if apart > best:
            best, level = apart, at
    return level


def largest(light: Image.Image) -> list[tuple[int, int]]:
    """The largest connected light part."""
    wide, high = light.size
    left = bytearray(light.tobytes())
    found: list[tuple[int, int]] = []
    for start in range(wide * high):
        if left[start]:
            part = _part(left, start, wide)
            if len(part) > len(found):
                found = part
    return found


def _part(left: bytearray, start: int, wide: int) -> list[tuple[int, int]]:
    """The connected part that begins here; what was found is taken out of `left`."""
    left[start] = 0
    part, todo = [], [start]
    while todo:
        at = todo.pop()
        x, y = at % wide, at // wide
        part.append((x, y))
        sides = (
            (x > 0, at - 1),
            (x < wide - 1, at + 1),
            (y > 0, at - wide),
            (at + wide < len(left), at + wide),
        )
        for inside, near in sides:
            if inside and left[near]:
                left[near] = 0
                todo.append(near)
    return part


def extremes(paper: Sequence[tuple[int, int]]) -> Quad:
    """The points furthest out towards the picture's four corners."""
    return (
        min(paper, key=lambda at: at[0] + at[1]),
        max(paper, key=lambda at: at[0] - at[1]),
        max(paper, key=lambda at: at[0] + at[1]),
        min(paper, key=lambda at: at[0] - at[1]),
    )


def _is_sheet(quad: Quad, filled: int) -> bool:
    """Four corners of one sheet: no side vanishes, opposite sides alike, and paper all over."""
    first, second, third, fourth = quad
    tops = sorted((dist(first, second), dist(fourth, third)))
    sides = sorted((dist(first, fourth), dist(second, third)))
    if min(tops[0], sides[0]) < SMALL / 5 or tops[1] > 1.6 * tops[0] or sides[1] > 1.6 * sides[0]:
        return False
    inside = quad_area(quad)
    return inside > 0 and LEAST_FILLED <= filled / inside <= 2 - LEAST_FILLED


def quad_area(quad: Quad) -> float:
    """Of a simple polygon, by the shoelace formula; pixels are counted by their middles, hence the edge."""
    around = (*quad, quad[0])
    doubled = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(around))
    edge = sum(dist(a, b) for a, b in pairwise(around))
    return abs(doubled) / 2 + edge / 2 + 1


def laid_flat(picture: Image.Image, quad: Quad) -> Image.Image:
    """Cut the sheet out and straighten it: the reverse of how the camera saw it."""
    first, second, third, fourth = quad
    wide = max(dist(first, second), dist(fourth, third))
    high = max(dist(first, fourth), dist(second, third))
    scale = min(1.0, LONGEST / max(wide, high))
    return laid_flat_to(picture, quad, (round(wide * scale), round(high * scale)))


def laid_flat_to(picture: Image.Image, quad: Quad, size: tuple[int, int]) -> Image.Image:
    """The same, to a size in pixels."""
    flat_corners: Quad = ((0, 0), (size[0], 0), size, (0, size[1]))
    return picture.transform(
        size, Image.Transform.PERSPECTIVE, _coefficients(flat_corners, quad), Image.Resampling.BICUBIC
    )


def _coefficients(to: Quad, of: Quad) -> list[float]:
    """Pillow's eight numbers that lead from a point of the page to its point in the picture."""
    rows = []
    for (x, y), (u, v) in zip(to, of, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return _solved(rows)


def _solved(rows: list[list[float]]) -> list[float]:
    """Gauss and Jordan, the largest pivot first; a quadrilateral that encloses something has an answer."""
    count = len(rows)
    for column in range(count):
        best = max(range(column, count), key=lambda row: abs(rows[row][column]))
        rows[column], rows[best] = rows[best], rows[column]
        pivot = rows[column]
        rows[column] = pivot = [value / pivot[column] for value in pivot]
        for other in range(count):
            if other != column:
                factor = rows[other][column]
                rows[other] = [a - factor * b for a, b in zip(rows[other], pivot, strict=True)]
    return [row[-1] for row in rows]
