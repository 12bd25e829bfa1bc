"""What a person does with the printed paper: looks at it, scans its code, checks its signature."""

import io
import re
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import zxingcpp
from PIL import Image, ImageDraw, ImageFilter

from zhengyin.cli.tour.words import NotThere

DOTS = 150  # per inch: what a plain office scanner does
BLACK = 110  # a level below it is printer's black
MINUTE = 60  # seconds; a program that takes longer is a failure
VALID = "Signature is Valid"
WHOLE = "Total document signed"


def picture_of(pdf: bytes) -> Image.Image:
    """The first page as a scanner would see it."""
    with tempfile.TemporaryDirectory() as folder:
        stem = Path(folder) / "page"
        run_tool("pdftoppm", "-r", str(DOTS), "-f", "1", "-singlefile", "-", str(stem), given=pdf)
        return Image.open(io.BytesIO(stem.with_suffix(".ppm").read_bytes())).convert("RGB")


def address_in(pdf: bytes) -> str:
    """Scan the QR code; in the red channel a red seal over it would be as white as the paper."""
    found = zxingcpp.read_barcodes(picture_of(pdf).getchannel("R"))
    said = [one.text for one in found if one.text.lower().startswith("http")]
    if len(said) != 1:
        raise NotThere(f"纸上应该有一个方码，读出来{len(said)}个")
    return said[0]


def address_on_all(pdf: bytes) -> str:
    """What every slip of a sheet says: the same address, one slip a copy."""
    found = {one.text for one in zxingcpp.read_barcodes(picture_of(pdf).getchannel("R"))}
    if len(found) != 1:
        raise NotThere(f"附条上的方码应该一样，读出来{len(found)}种")
    return found.pop()


def path_in(address: str) -> str:
    """The part of the scanned address after the server's name: /V/ and the token."""
    path = urlsplit(address).path
    if not re.fullmatch(r"/v/[a-z2-7]{26,}", path, re.IGNORECASE):
        raise NotThere(f"方码里不是查验地址：{address}")
    return path


def printed_in(pdf: bytes) -> tuple[str, str]:
    """The address in words and the 核对码 beside the QR code, as a reader types them off."""
    said = run_tool("pdftotext", "-layout", "-", "-", given=pdf).decode()
    found = re.search(r"打开 *(\S+?) *，输入核对码 *([0-9A-Z ]{12,})", said)
    if found is None:
        raise NotThere("纸上没有印查验的地址和核对码")
    return found[1], found[2].strip()


def codes_on(pad: bytes) -> list[str]:
    """The 核对码 of every slip of a pad, as they stand under their squares."""
    said = run_tool("pdftotext", "-layout", "-", "-", given=pad).decode()
    return re.findall(r"[A-Z2-9]{4} [A-Z2-9]{4} [A-Z2-9]{4}", said)


def signature_on(file: Path) -> str:
    """What pdfsig says, in its own words; raise unless the signature is valid for the whole file."""
    said = run_tool("pdfsig", "-nocert", str(file)).decode(errors="replace")
    count = len(re.findall(r"^Signature #\d+:", said, re.MULTILINE))
    if count != 1 or VALID not in said or WHOLE not in said:
        raise NotThere(f"pdfsig 没有说签名有效：{said.strip()[:300]}")
    return f"{VALID}；{WHOLE}"


def signed_slip(pdf: bytes) -> bytes:
    """The printed slip, signed by hand and photographed: a JPEG."""
    page = picture_of(pdf)
    wide, high = page.size
    points = [(wide * (0.35 + 0.02 * n), high * (0.35 + 0.012 * (n % 3))) for n in range(12)]
    ImageDraw.Draw(page).line(points, fill="black", width=4)
    page.thumbnail((1600, 1600))
    out = io.BytesIO()
    page.save(out, "JPEG", quality=80)
    return out.getvalue()


def written_sheet() -> bytes:
    """A page of minutes or signatures, photographed: lines that stand for writing."""
    page = Image.new("RGB", (1240, 1754), "white")
    draw = ImageDraw.Draw(page)
    for line in range(20):
        draw.line((140, 200 + 60 * line, 700 + 20 * (line % 5), 202 + 60 * line), fill="black", width=6)
    out = io.BytesIO()
    page.save(out, "JPEG", quality=80)
    return out.getvalue()


def stamped_sheet(pdf: bytes) -> bytes:
    """印模采集纸 with a round seal of 42 mm pressed into the middle of its black frame, photographed."""
    page = picture_of(pdf)
    dark = page.convert("L").point(lambda level: 255 * (level < BLACK)).filter(ImageFilter.MinFilter(9))
    frame = dark.getbbox()  # writing is thinner than the filter and does not count
    if frame is None:
        raise NotThere("印模采集纸上没有黑框")
    x, y, radius = (frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2, 21 / 25.4 * DOTS
    box = (x - radius, y - radius, x + radius, y + radius)
    ImageDraw.Draw(page).ellipse(box, outline=(200, 30, 30), width=8)
    out = io.BytesIO()
    page.save(out, "JPEG", quality=90)
    return out.getvalue()


def run_tool(program: str, *words: str, given: bytes = b"") -> bytes:
    """Run a program of poppler's and return what it printed; its words are asked for in English."""
    environment = {"LC_ALL": "C", "PATH": "/usr/local/bin:/usr/bin:/bin"}
    try:
        done = subprocess.run(
            [program, *words], input=given, capture_output=True, timeout=MINUTE, check=False, env=environment
        )
    except FileNotFoundError as missing:
        raise NotThere(f"没有 {program}：请安装 poppler-utils（make run 会装）") from missing
    if program != "pdfsig" and done.returncode:  # pdfsig's status says nothing about the signature
        raise NotThere(f"{program} 打不开这个文件：{done.stderr.decode(errors='replace')[:200]}")
    return done.stdout
