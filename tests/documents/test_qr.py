"""The code reads back, from the page, under a red seal, in capitals."""

import io

import pytest
from PIL import Image, ImageChops, ImageDraw

from tests.documents.papers import AT, CERTIFICATE, DRAFT, RECEIPT
from tests.documents.reading import picture_of
from zhengyin.documents import qr
from zhengyin.documents.typesetting import typeset

ADDRESS = ("https://hn.zhengyin.example/v/" + "A2" * 13).upper()


def under_a_seal(png: bytes) -> bytes:
    """Stamp a red ring across a finder pattern, the worst place."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    left, top = round(picture.width * 0.14), round(picture.height * 0.78)
    seal = Image.new("RGB", picture.size, "white")
    for radius in (120, 60):
        box = (left - radius, top - radius, left + radius, top + radius)
        ImageDraw.Draw(seal).ellipse(box, outline=(230, 20, 20), width=14)
    picture = ImageChops.multiply(picture, seal)  # ink does not hide what is printed below it
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def test_the_code_of_a_printed_certificate_reads_back() -> None:
    assert qr.read(picture_of(typeset(CERTIFICATE, AT).pdf)) == (ADDRESS,)


def test_it_reads_under_a_red_seal() -> None:
    stamped = under_a_seal(picture_of(typeset(CERTIFICATE, AT).pdf))
    assert qr.read(stamped) == (ADDRESS,)


def test_both_slips_of_a_sheet_read() -> None:
    assert len(qr.read(picture_of(typeset(RECEIPT, AT).pdf))) >= 1


def test_a_paper_before_its_seal_has_no_code() -> None:
    assert qr.read(picture_of(typeset(DRAFT, AT).pdf)) == ()


def test_the_symbol_is_version_four_up_to_67_characters() -> None:
    assert qr.drawn("A" * 67).side == 33 + 2 * 4
    assert qr.drawn("A" * 68).side == 37 + 2 * 4


@pytest.mark.parametrize("text", ["", "汉字", "A" * 109, "HTTP://X/?A=1"])
def test_what_alphanumeric_mode_cannot_hold_is_refused(text: str) -> None:
    with pytest.raises(qr.UnfitForCode):
        qr.drawn(text)
