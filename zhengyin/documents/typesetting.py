"""A paper's data becomes PDF/A. Nothing is cut and no character becomes a box: both are errors.

One warm compiler a process and paper: it costs 235 ms cold and about 10 ms warm. A compiler is not
safe for two threads at once, hence its lock. The fonts are given explicitly, the system's ignored.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Literal

import typst
from django.conf import settings

from zhengyin.documents import fonts
from zhengyin.documents.paper.parts import Drawing, Mark, Overflow, Paper

TEMPLATES = Path(__file__).with_name("paper")
STANDARD: Literal["a-2u"] = "a-2u"  # as declared by typst; every glyph maps to its character


class CannotPrint(ValueError):
    """Characters the fonts do not have, or that print nothing."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        self.characters = characters
        named = "、".join(
            f"{c}（U+{ord(c):04X}）" if c.isprintable() else f"U+{ord(c):04X}" for c in characters
        )
        super().__init__(f"这些字印不出来：{named}")


@dataclass(frozen=True, slots=True)
class Typeset:
    pdf: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Press:
    """A warm compiler for one paper."""

    compiler: typst.Compiler
    lock: Lock

    def pull(self, data: str, at: datetime) -> tuple[bytes, list[str]]:
        """Return the PDF and typst's warnings."""
        stamp = at.astimezone(timezone.utc).replace(microsecond=0)  # typst takes no other form
        with self.lock:
            pdf, warnings = self.compiler.compile_with_warnings(
                format="pdf",
                sys_inputs={"json": data},
                pdf_standards=STANDARD,
                timestamp=stamp,
            )
        assert isinstance(pdf, bytes)
        return pdf, [warning.message for warning in warnings]


@cache
def typefaces(place: Path) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[place])


@cache
def press(template: str, place: Path) -> Press:
    source = TEMPLATES / f"{template}.typ"
    return Press(
        typst.Compiler(source, root=TEMPLATES, font_paths=typefaces(place), ignore_system_fonts=True),
        Lock(),
    )


def texts_in(data: object) -> Iterator[str]:
    """Yield every text of a paper's data, however deep; a drawing is none."""
    if isinstance(data, Drawing):
        return
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from texts_in(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from texts_in(value)


def typeset(paper: Paper, at: datetime) -> Typeset:
    """Print `paper` as PDF/A, dated `at`; the same paper and instant give the same bytes.

    Raises CannotPrint, Overflow, and fonts.FontsMissing.
    """
    data = paper.as_data()
    if settings.PRACTICE:  # here, so that no paper can be forgotten
        data["mark"] = Mark.PRACTICE.value
    if boxes := fonts.uncovered_in(texts_in(data)):
        raise CannotPrint(boxes)
    try:
        pdf, warnings = press(paper.template, fonts.folder()).pull(json.dumps(data, ensure_ascii=False), at)
    except typst.TypstError as error:
        raise as_overflow(error) from error
    if warnings:
        raise RuntimeError(f"{paper.template}: {warnings}")
    return Typeset(pdf, pages_of(pdf))


def as_overflow(error: typst.TypstError) -> Exception:
    """Translate the template's own panic; anything else is a mistake of ours and stays as it is."""
    found = re.search(r"overflow:([^\"\\\s]+)", f"{error.message} {error.diagnostic}")
    return Overflow(found.group(1)) if found else error


def pages_of(pdf: bytes) -> int:
    """typst writes one flat page tree, uncompressed: its count is the number of pages."""
    return max(int(count) for count in re.findall(rb"/Type/Pages/Count (\d+)|/Count (\d+)", pdf)[0] if count)
