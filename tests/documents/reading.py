"""Read a PDF with poppler, as a stranger's computer would."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path


def text_of(pdf: bytes) -> str:
    return _run("pdftotext", "-", "-", pdf=pdf).decode()


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page without spaces, cell after cell as it was set."""
    text = _run("pdftotext", "-raw", "-", "-", pdf=pdf).decode()
    return [without_spaces(page) for page in text.split("\f")[:-1]]


def lines_drawn(pdf: bytes) -> int:
    """How many strokes the first page has besides its letters."""
    return _run("pdftocairo", "-svg", "-f", "1", "-l", "1", "-", "-", pdf=pdf).count(b"stroke-width")


def without_spaces(text: str) -> str:
    return "".join(text.split())


def picture_of(pdf: bytes, dots: int = 150) -> bytes:
    """Return the first page as PNG."""
    return _run("pdftoppm", "-r", str(dots), "-f", "1", "-singlefile", "-png", "-", pdf=pdf)


def pdfsig(pdf: bytes, folder: Path) -> str:
    file = folder / "sealed.pdf"
    file.write_bytes(pdf)
    return _run("pdfsig", str(file), pdf=b"").decode()


@dataclass(frozen=True)
class Box:
    """A word's place on its page, as shares of the page from its upper left corner."""

    word: str
    left: float
    top: float
    right: float
    bottom: float


def boxes_of(pdf: bytes) -> list[Box]:
    """Return every word with its place."""
    html = _run("pdftotext", "-bbox", "-", "-", pdf=pdf).decode()
    width, height = map(float, re.findall(r'<page width="([\d.]+)" height="([\d.]+)"', html)[0])
    pattern = r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
    return [
        Box(word, float(a) / width, float(b) / height, float(c) / width, float(d) / height)
        for a, b, c, d, word in re.findall(pattern, html)
    ]


def _run(*command: str, pdf: bytes) -> bytes:
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
