"""Which characters the papers can print. A name with another one is refused at entry, never boxed.

The fonts are separately installed files (fonts.lock, tools/fonts.py). A character counts as covered
when every stack of a paper has it: body, title and small print, labels; so it prints wherever it lands.
"""

import json
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import uharfbuzz
from django.conf import settings

LOCK = Path(__file__).with_name("fonts.lock")
RARE = ("BabelStoneHan.ttf",)
# The stacks of paper/paper.typ; a title is bold, small print is not.
STACKS = (
    ("FandolFang-Regular.otf", "LXGWWenKai-Regular.ttf", *RARE),
    ("FandolSong-Regular.otf", *RARE),
    ("FandolSong-Bold.otf", *RARE),
    ("FandolHei-Regular.otf", *RARE),
    ("FandolHei-Bold.otf", *RARE),
)


class FontsMissing(Exception):
    """Font files are not where they should be; without them a paper would print boxes."""


def locked() -> tuple[str, ...]:
    """Return the names of the font files the papers need."""
    return tuple(font["file"] for font in json.loads(LOCK.read_text(encoding="utf-8"))["fonts"])


def folder() -> Path:
    """Return the folder of the fonts; raise FontsMissing, naming the files that are not there."""
    return whole(Path(settings.FONTS_DIR))


def whole(place: Path) -> Path:
    """The same folder where no file is missing, else FontsMissing."""
    missing = [name for name in locked() if not (place / name).is_file()]
    if missing:
        raise FontsMissing(f"{place} 里缺字体：{'、'.join(missing)}。请先运行 python3 tools/fonts.py {place}")
    return place


def characters_of(file: Path) -> uharfbuzz.Set:
    """Return the code points one font can print."""
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(file)).unicodes


@cache
def coverage(place: Path) -> uharfbuzz.Set:
    """Return the code points every stack can print. Milliseconds, once in a process; FontsMissing."""
    common, *others = (_printed_by(whole(place), stack) for stack in STACKS)
    for other in others:
        common.intersection_update(other)
    return common


def _printed_by(place: Path, stack: Iterable[str]) -> uharfbuzz.Set:
    together = uharfbuzz.Set()
    for name in stack:
        together.update(characters_of(place / name))
    return together


def is_invisible(character: str) -> bool:
    """Control, direction and joining characters: they print nothing and could hide a change."""
    return unicodedata.category(character)[0] == "C" and character != "\n"


def uncovered(text: str) -> tuple[str, ...]:
    """Return the characters of `text` that cannot be printed, each once, in their order."""
    return uncovered_in((text,))


def uncovered_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the same for several texts: asked for every cell of a register, it looks at no file again."""
    known = coverage(settings.FONTS_DIR)
    characters = dict.fromkeys(character for text in texts for character in text)
    return tuple(c for c in characters if is_invisible(c) or (ord(c) not in known and not c.isspace()))
