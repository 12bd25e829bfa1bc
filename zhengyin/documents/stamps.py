"""How many red round seals a picture of a stamped paper shows. Help, not proof."""

from PIL import Image

from zhengyin.documents.sheet import opened
from zhengyin.documents.uploads import Checked

SIDE = 360  # pixels in which they are looked for: an A4's seal of 42 mm is then some 50 wide
REDDER = 45  # how far red stands above green and blue
LEAST, MOST = 0.08, 0.36  # of the picture's longer side: a seal's width
ROUND = 0.72  # the shorter of width and height, of the longer
CLOSE = 2  # pixels over which a broken ring is one


def red_rounds_on(picture: Checked) -> int | None:
    """Count connected red parts that are about as wide as high, of a seal's size, with red in their ring.

    None: it is no picture, and nothing was looked at.
    """
    if not picture.content_type.startswith("image/"):
        return None
    image = opened(picture)
    image.thumbnail((SIDE, SIDE))
    boxes = _parts(_reds(image))
    longest = max(image.size)
    return sum(_is_seal(box, longest) for box in boxes)


def _reds(image: Image.Image) -> set[tuple[int, int]]:
    wide = image.width
    reds = set()
    data = image.tobytes()
    for at in range(0, len(data), 3):
        red, green, blue = data[at], data[at + 1], data[at + 2]
        if red - green > REDDER and red - blue > REDDER:
            reds.add((at // 3 % wide, at // 3 // wide))
    return reds


def _parts(left: set[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Width, height and number of pixels of each connected part."""
    found = []
    while left:
        part, todo = [], [left.pop()]
        while todo:
            x, y = todo.pop()
            part.append((x, y))
            near = [
                (x + dx, y + dy)
                for dx in range(-CLOSE, CLOSE + 1)
                for dy in range(-CLOSE, CLOSE + 1)
                if (x + dx, y + dy) in left
            ]
            left.difference_update(near)
            todo += near
        across, down = [x for x, _ in part], [y for _, y in part]
        found.append((max(across) - min(across) + 1, max(down) - min(down) + 1, len(part)))
    return found


def _is_seal(box: tuple[int, int, int], longest: int) -> bool:
    wide, high, pixels = box
    longer, shorter = max(wide, high), min(wide, high)
    return (
        LEAST * longest <= longer <= MOST * longest
        and shorter >= ROUND * longer
        and 0.05 * wide * high <= pixels <= 0.9 * wide * high
    )
