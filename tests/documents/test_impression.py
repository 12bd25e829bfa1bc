"""The seal's picture on our sheet: red lifted off, the diameter in millimetres, nothing guessed."""

import io
from decimal import Decimal

import pytest
from PIL import Image, ImageDraw, ImageFilter

from tests.documents.papers import AT, SEAL_SHEET
from tests.documents.reading import picture_of
from zhengyin.documents.impression import cleaned, measured
from zhengyin.documents.typesetting import typeset
from zhengyin.documents.uploads import Checked

INK = (205, 40, 45)


def checked(picture: Image.Image, kind: str = "JPEG") -> Checked:
    out = io.BytesIO()
    picture.save(out, kind, quality=85)
    return Checked(out.getvalue(), f"image/{kind.lower()}")


def sheet(
    diameter: float = 42,
    *,
    mm: float = 8,
    turned: float = 0,
    frame: bool = True,
    oval: float = 1,
    lamp: bool = False,
) -> Image.Image:
    """The printed sheet with a seal, `mm` pixels a millimetre, turned by degrees, under a warm lamp."""
    page = Image.new("RGB", (round(150 * mm), round(170 * mm)), (244, 226, 205) if lamp else (246, 246, 244))
    draw = ImageDraw.Draw(page)
    left, top = 30 * mm, 40 * mm
    if frame:
        draw.rectangle((left, top, left + 90 * mm, top + 90 * mm), outline=(25, 25, 28), width=round(5 * mm))
    draw.text((40, 20), "印模采集纸", fill=(25, 25, 28))
    if diameter:
        x, y, half = left + 47 * mm, top + 44 * mm, diameter / 2 * mm
        draw.ellipse(
            (x - half, y - half * oval, x + half, y + half * oval), outline=INK, width=round(1.2 * mm)
        )
        draw.regular_polygon((x, y, 7 * mm), 5, fill=INK)
    if turned:
        page = page.rotate(turned, resample=Image.Resampling.BICUBIC, fillcolor=(120, 90, 60), expand=True)
    return page


@pytest.mark.parametrize("diameter", [38, 42, 45])
@pytest.mark.parametrize("mm", [8, 14])
@pytest.mark.parametrize("turned", [0, 7, -12])
def test_the_diameter_is_measured_within_half_a_millimetre(diameter: int, mm: int, turned: int) -> None:
    found = measured(checked(sheet(diameter, mm=mm, turned=turned)))
    assert found is not None
    assert abs(found.diameter - diameter) <= Decimal("0.5")


@pytest.mark.parametrize("dpi", [150, 200])
def test_the_sheet_as_it_is_printed_measures(dpi: int) -> None:
    """Template and measure speak of one frame."""
    printed = picture_of(typeset(SEAL_SHEET, AT).pdf, dpi)
    page, mm = Image.open(io.BytesIO(printed)).convert("RGB"), dpi / 25.4
    dark = page.convert("L").point([255 * (level < 90) for level in range(256)])
    thick = dark.filter(ImageFilter.MinFilter(9))  # only what is thick
    across = thick.resize((1, page.height), Image.Resampling.BOX).tobytes()
    bars = [y for y, level in enumerate(across) if level > 255 * 0.35]  # 90 of 210 mm
    assert abs(bars[-1] + 9 - bars[0] - 90 * mm) <= 2
    middle = (bars[0] + bars[-1]) / 2
    x, half = page.width / 2 + 1 * mm, 21 * mm
    draw = ImageDraw.Draw(page)
    draw.ellipse((x - half, middle - half, x + half, middle + half), outline=INK, width=round(1.2 * mm))
    found = measured(checked(page))
    assert found is not None and abs(found.diameter - 42) <= Decimal("0.5")


def test_a_warm_lamp_is_no_ink() -> None:
    found = measured(checked(sheet(42, lamp=True)))
    assert found is not None and abs(found.diameter - 42) <= Decimal("0.5")
    assert cleaned(checked(sheet(0, lamp=True))) is None


def test_of_an_oval_the_longer_side() -> None:
    found = measured(checked(sheet(45, oval=2 / 3)))
    assert found is not None
    assert abs(found.wide - 45) <= Decimal("0.6") and abs(found.high - 30) <= Decimal("0.6")
    assert found.diameter == found.wide.quantize(Decimal("0.1"))


def test_without_the_frame_nothing_is_measured_but_the_red_is_kept() -> None:
    picture = checked(sheet(42, frame=False))
    assert measured(picture) is None
    assert cleaned(picture) is not None


def test_without_red_nothing_is_measured() -> None:
    picture = checked(sheet(0))
    assert measured(picture) is None
    assert cleaned(picture) is None


def test_a_black_block_is_no_frame() -> None:
    page = sheet(42, frame=False)
    ImageDraw.Draw(page).rectangle((20, 900, 900, 1300), fill=(20, 20, 20))
    assert measured(checked(page)) is None


def test_the_cleaned_picture_is_red_on_white_and_nothing_else() -> None:
    made = cleaned(checked(sheet(42, turned=5)))
    assert made is not None and made.content_type == "image/png"
    with Image.open(io.BytesIO(made.data)) as picture:
        red, green, blue = picture.split()
        assert red.getextrema() == (255, 255)
        assert green.tobytes() == blue.tobytes()
        assert picture.getpixel((0, 0)) == (255, 255, 255)
        assert abs(picture.width / picture.height - 1) < 0.05  # cut to the seal
        assert green.getextrema()[0] < 20
