"""What can be seen on a picture of stamped paper: red round seals, and a code."""

from collections.abc import Sequence
from dataclasses import dataclass

from zhengyin.documents.stamps import codes_on, red_rounds_on
from zhengyin.documents.uploads import Checked

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Seen:
    """Seals on each picture; whether a code was read on one of them, in words."""

    seals: tuple[int, ...]
    code: str


def looked_over(pictures: Sequence[Checked]) -> Seen:
    """Look at each picture."""
    codes = [code for picture in pictures for code in codes_on(picture)]
    return Seen(
        tuple(red_rounds_on(picture) for picture in pictures), "看到方码" if codes else "没有看到方码"
    )
