"""What of a page is not finished, as far as a program can see: 严禁在空白信笺、表格、纸张上盖章. Pure.

A page is its text and its ink. Blanks to sign in by hand (签字、盖章 …) are left to the hand.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zhengyin.shared.refusal import Refusal
from zhengyin.workuse.kinds import LEAST_INK

SHORTEST_BODY = 12  # characters a page says besides its signatures
SAID = 12  # characters shown around a blank

_RULED = r"[_＿﹍]{2,}"
_SPACED = r"(?<=\S)(?:\u3000{3,}| {6,})(?=\S)|(?<=[：:])[\u3000 ]{2,}(?=\S)|(?<=[：:])[\u3000 ]*$"
_BRACKETS = r"（[\s\u3000]*）|\([\s\u3000]+\)|〔[\s\u3000]*〕|【[\s\u3000]*】"
_DAY = r"年[\s\u3000_＿]*月[\s\u3000_＿]*日"
_BLANK = re.compile(f"{_DAY}|{_RULED}|{_BRACKETS}|{_SPACED}", re.MULTILINE)
_BY_HAND = re.compile(r"(签字|签名|签章|盖章|公章|手印|签收)[^，。；\n]{0,8}$")
_SIGNATURE_LINE = re.compile(
    r"签字|签名|盖章|公章|签章|手印|负责人|经办人|联系人|电话|日期|年.{0,6}月.{0,6}日|村民委员会|居民委员会|^第?\s*\d+\s*页?"
)


@dataclass(frozen=True, slots=True)
class Page:
    """`place` is what the page is called to people: 第2页 or 第3张照片."""

    place: str
    text: str
    ink: int  # ten-thousandths of its area
    readable: bool = True  # False: a photograph, of which only the ink is known


def faults_of(pages: Iterable[Page]) -> Iterator[Refusal]:
    """Yield what keeps each page from the seal (H3.2.4d): empty, a blank, nothing but a signature."""
    for page in pages:
        if page.ink < LEAST_INK:
            yield Refusal("page_empty", page.place, "H3.2.4d")
        elif page.readable and page.text.strip():
            yield from _faults_of_text(page)


def _faults_of_text(page: Page) -> Iterator[Refusal]:
    blanks = tuple(dict.fromkeys(blanks_in(page.text)))
    if blanks:
        named = "”“".join(blanks[:3]) + ("”等" if len(blanks) > 3 else "”")
        yield Refusal("blanks_unfilled", f"{page.place}“{named}", "H3.2.4d")
    if _only_signatures(page.text):
        yield Refusal("signature_only", page.place, "H3.2.4d")


def blanks_in(text: str) -> Iterator[str]:
    """Yield each unfilled place with the words before it, in the order of the text."""
    for found in _BLANK.finditer(text):
        line = text[: found.start()].rsplit("\n", 1)[-1]
        before = line.strip(" \u3000")
        if not _BY_HAND.search(before + found.group() if found.group().startswith(("（", "(")) else before):
            yield (before[-SAID:] + _shown(found.group())) or "____"


def _shown(blank: str) -> str:
    return re.sub(r"[\s\u3000]+", " ", blank) if blank.strip() else "____"


def _only_signatures(text: str) -> bool:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    body = "".join(line for line in lines if not _SIGNATURE_LINE.search(line))
    return len(body) < SHORTEST_BODY and any(_SIGNATURE_LINE.search(line) for line in lines)
