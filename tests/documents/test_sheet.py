"""A photographed sheet: its corners, laid flat, its ink; and what is left as it was taken."""

import io

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat

from tests.documents.sheets import form_page, photographed, uploaded
from zhengyin.certificates.brought import LEAST_INK
from zhengyin.documents.sheet import Quad, as_taken, corners, flat, opened, turned
from zhengyin.documents.uploads import checked_picture

SEEN: Quad = ((210, 160), (1330, 240), (1405, 1820), (110, 1760))
STRAIGHT: Quad = ((150, 150), (1350, 150), (1350, 1850), (150, 1850))


@pytest.mark.parametrize("seen", [SEEN, STRAIGHT, ((300, 220), (1250, 140), (1420, 1800), (160, 1880))])
def test_the_four_corners_are_found(seen: Quad) -> None:
    found = corners(opened(uploaded(photographed(form_page(), seen))))
    assert found is not None
    for (x, y), (u, v) in zip(found, seen, strict=True):
        assert abs(x - u) < 30 and abs(y - v) < 30


def test_it_lies_flat_afterwards() -> None:
    """As the sheet itself, which nobody ever sees so straight; the picture as taken is far from it."""
    taken = uploaded(photographed(form_page(), SEEN))
    page = flat(taken)
    assert page.flattened

    def apart(picture: Image.Image) -> float:
        same_size = picture.convert("L").resize((310, 438))
        return float(ImageStat.Stat(ImageChops.difference(same_size, small)).mean[0])

    in_that_light = form_page().convert("L").point(lambda level: level * 3 // 4)
    small = in_that_light.resize((310, 438))
    assert apart(opened(page.picture)) < apart(opened(taken)) / 2


@pytest.mark.parametrize(
    "picture",
    [
        form_page(),  # the sheet fills the picture: nothing to cut
        Image.effect_noise((1200, 1600), 90).convert("RGB"),
        Image.new("RGB", (1200, 1600), "gray"),
        photographed(form_page(), ((700, 900), (1000, 900), (1000, 1300), (700, 1300))),  # far away
        photographed(form_page(), ((200, 160), (1330, 160), (760, 700), (200, 1760))),  # one corner folded in
    ],
)
def test_what_is_not_plain_stays_as_it_was_taken(picture: Image.Image) -> None:
    taken = uploaded(picture)
    page = flat(taken)
    assert not page.flattened
    assert opened(page.picture).size == opened(as_taken(taken).picture).size


def test_a_large_picture_is_kept_no_larger_than_it_is_worth() -> None:
    page = as_taken(uploaded(Image.new("RGB", (3000, 2400), "white")))
    assert max(opened(page.picture).size) == 2200


def test_a_quarter_to_the_right() -> None:
    lying = Image.new("RGB", (400, 200), "white")
    ImageDraw.Draw(lying).rectangle((0, 0, 80, 199), fill="black")  # the left becomes the top
    standing = opened(turned(uploaded(lying), flattened=True).picture)
    assert standing.size == (200, 400)
    assert standing.getpixel((100, 20)) < (60, 60, 60)  # type: ignore[operator]
    assert standing.getpixel((100, 380)) > (200, 200, 200)  # type: ignore[operator]


def test_what_shines_through_counts_as_paper() -> None:
    clear = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    out = io.BytesIO()
    clear.save(out, "PNG")
    assert as_taken(checked_picture(out.getvalue())).ink == 0


def signed_only() -> Image.Image:
    page = form_page(0, rules=False)
    ImageDraw.Draw(page).line((300, 1400, 700, 1400), fill="black", width=4)
    return page


@pytest.mark.clause("H3.2.4d")
@pytest.mark.parametrize("seen", [SEEN, STRAIGHT])
@pytest.mark.parametrize(
    "page, written",
    [
        (form_page(0, rules=False), False),
        (signed_only(), False),  # a line to sign on is not a form
        (form_page(1, rules=False), True),  # one line of writing
        (form_page(0), True),  # an empty table: that it is filled, the custodian answers
        (form_page(), True),
    ],
)
def test_ink_tells_a_blank_sheet_from_one_line(page: Image.Image, written: bool, seen: Quad) -> None:
    """Under the light of a room, in the shadow of a hand, with the grain of a cheap camera."""
    assert (flat(uploaded(photographed(page, seen))).ink >= LEAST_INK) is written
