"""Photographs of sheets made by code: a form on a table, seen from the side, with shadow and noise."""

import io
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from zhengyin.documents.sheet import Quad, _coefficients
from zhengyin.documents.uploads import Checked, checked_picture

A4 = (1240, 1754)


def form_page(lines: int = 18, rules: bool = True) -> Image.Image:
    """A sheet with rules and `lines` of something like writing on them."""
    page, chance = Image.new("RGB", A4, "white"), random.Random(7)
    draw = ImageDraw.Draw(page)
    if rules:
        draw.rectangle((120, 200, 1120, 1600), outline="black", width=4)
    for line in range(lines):
        top = 240 + line * 72
        if rules:
            draw.line((120, top + 52, 1120, top + 52), fill="black", width=2)
        for word in range(16):
            left = 150 + word * 58
            for _ in range(5):
                draw.line(
                    (left + chance.randrange(40), top + chance.randrange(40),
                     left + chance.randrange(40), top + chance.randrange(40)),
                    fill=(20, 20, 60), width=5,
                )  # fmt: skip
    return page


def photographed(page: Image.Image, corners: Quad, size: tuple[int, int] = (1500, 2000)) -> Image.Image:
    """The sheet lying on a dark table, its corners where the camera saw them."""
    page_corners: Quad = ((0, 0), (page.width, 0), page.size, (0, page.height))
    back = _coefficients(corners, page_corners)
    seen = page.transform(size, Image.Transform.PERSPECTIVE, back, Image.Resampling.BICUBIC)
    inside = Image.new("L", page.size, 255).transform(size, Image.Transform.PERSPECTIVE, back)
    table = Image.new("RGB", size, (96, 70, 48))
    table.paste(seen, mask=inside)
    light = Image.linear_gradient("L").resize(size).point(lambda level: 160 + level * 95 // 255)
    lit = ImageChops.multiply(table, Image.merge("RGB", (light,) * 3))
    noise = Image.effect_noise(size, 14).point(lambda level: max(0, level - 128))
    return ImageChops.subtract(lit, Image.merge("RGB", (noise,) * 3)).filter(ImageFilter.GaussianBlur(1))


def uploaded(picture: Image.Image) -> Checked:
    """As it comes out of the upload."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return checked_picture(out.getvalue())
