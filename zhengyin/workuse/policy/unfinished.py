"""What of a page is not finished, as far as a program can see: 严禁在空白信笺、表格、纸张上盖章. Pure.

A page is its text, its ink, what lies under pictures and what is ruled on it. Blanks to sign in by hand
(签字、盖章 …) are left to the hand; of what no program reads the custodian is asked.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zhengyin.documents.ruling import Ruled
from zhengyin.shared.refusal import Refusal
from zhengyin.workuse.kinds import LEAST_INK
from zhengyin.workuse.policy.ruled import BY_HAND, HAND, SIGNING, blanks_drawn, doubts_drawn

SHORTEST_BODY = 12  # characters a page says besides its signatures
SAID = 12  # characters shown around a blank
MOST_PICTURED = 1_000  # ten-thousandths of a page: an emblem or a signature, no scanned list
SCANNED = 5_000  # above it the page may be a picture: its body may stand there, not in its text

_RULED = r"[_＿﹍]{2,}"
_SPACED = r"(?<=\S)(?:\u3000{3,}| {6,})(?=\S)|(?<=[：:])[\u3000 ]{2,}(?=\S)|(?<=[：:])[\u3000 ]*$"
_BRACKETS = r"（[\s\u3000]*）|\([\s\u3000]+\)|〔[\s\u3000]*〕|【[\s\u3000]*】"
_DAY = r"[ \u3000_＿﹍]*年[\s\u3000_＿﹍]*月[\s\u3000_＿﹍]*日"
_BLANK = re.compile(f"{_DAY}|{_RULED}|{_BRACKETS}|{_SPACED}", re.MULTILINE)
# A place to sign or stamp ends here, or dates beside it, blanks left out; 自 … 至 does not.
_TO_HERE = r"[人处栏或和及并、/按捺盖公章（()）：:]*((日期|时间)[：:]?|[\d二〇○零]*年月日)*[\d二〇○零]*$"
_HAND_TO_HERE = re.compile(f"({HAND}){_TO_HERE}")
_SIGNED_TO_HERE = re.compile(f"({SIGNING.pattern}){_TO_HERE}")
_SIGNATURE_LINE = re.compile(
    r"签字|签名|盖章|公章|签章|手印|负责人|经办人|联系人|电话|日期|年.{0,6}月.{0,6}日|村民委员会|居民委员会|^第?\s*\d+\s*页?([\s，,/]*共?\s*\d+\s*页)?$"
)

NOTHING_RULED = Ruled()


@dataclass(frozen=True, slots=True)
class Page:
    """`place` is what the page is called to people: 第2页 or 第3张照片."""

    place: str
    text: str
    ink: int  # ten-thousandths of its area
    readable: bool = True  # False: a photograph, of which only the ink is known
    pictured: int = 0  # ten-thousandths of its area under pictures
    ruled: Ruled = NOTHING_RULED

    @property
    def has_words(self) -> bool:
        """There is text to read, over a picture too; of the picture the custodian is asked besides."""
        return self.readable and bool(self.text.strip())


def faults_of(pages: Iterable[Page]) -> Iterator[Refusal]:
    """Yield what keeps each page from the seal (H3.2.4d): empty, a blank, nothing but a signature."""
    for page in pages:
        if page.ink < LEAST_INK:
            yield Refusal("page_empty", page.place, "H3.2.4d")
        elif page.has_words:
            yield from _faults_of_text(page)


def doubts_of(pages: Iterable[Page]) -> Iterator[str]:
    """Yield, in words, what the program could not judge: the custodian looks at the paper in hand."""
    for page in pages:
        if page.ink < LEAST_INK:
            continue
        if not page.has_words or page.pictured >= MOST_PICTURED:
            yield page.place if not page.readable else f"{page.place}的图片"
        if page.has_words:
            yield from (f"{page.place}{doubt}" for doubt in dict.fromkeys(doubts_drawn(page.ruled)))


def _faults_of_text(page: Page) -> Iterator[Refusal]:
    blanks = tuple(dict.fromkeys((*blanks_in(page.text), *blanks_drawn(page.ruled))))
    if blanks:
        named = "”“".join(blanks[:3]) + ("”等" if len(blanks) > 3 else "”")
        yield Refusal("blanks_unfilled", f"{page.place}“{named}", "H3.2.4d")
    if page.pictured < SCANNED and _only_signatures(page.text):
        yield Refusal("signature_only", page.place, "H3.2.4d")


def blanks_in(text: str) -> Iterator[str]:
    """Yield each unfilled place with the words before it, in the order of the text."""
    for found in _BLANK.finditer(text):
        line = text[: found.start()].rsplit("\n", 1)[-1]
        before = line.strip(" \u3000")
        said = before + found.group() if found.group().startswith(("（", "(")) else before
        dated = "年" in found.group()
        if not (_dated_by_hand(text[: found.start()]) if dated else BY_HAND.search(said)):
            yield (before[-SAID:] + _shown(found.group())) or "____"


def _dated_by_hand(before: str) -> bool:
    """The date beside a place to sign that ends its line or the one before: whoever signs writes it."""
    lines = [re.sub(r"[\s_＿﹍]", "", line) for line in f"\n{before}".split("\n")[-2:]]
    return bool(_HAND_TO_HERE.search(lines[-1]) or _SIGNED_TO_HERE.search("".join(lines)))


def _shown(blank: str) -> str:
    return re.sub(r"[\s\u3000]+", " ", blank) if blank.strip() else "____"


def _only_signatures(text: str) -> bool:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    body = "".join(line for line in lines if not _SIGNATURE_LINE.search(line))
    return len(body) < SHORTEST_BODY and any(_SIGNATURE_LINE.search(line) for line in lines)
