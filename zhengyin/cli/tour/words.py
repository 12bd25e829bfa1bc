"""Find things on a page as a person does: by the words on them."""

import re
from collections.abc import Iterable

from bs4 import Tag


class NotThere(Exception):
    """The page does not show what was looked for, or says no; the message says it in words."""


def text_of(tag: Tag) -> str:
    """The words of an element, with single spaces."""
    return re.sub(r"\s+", " ", tag.get_text(" ", strip=True)).strip()


def tight(words: str) -> str:
    """The words without any space: markup breaks lines where a reader sees none."""
    return re.sub(r"\s+", "", words)


def find(tags: Iterable[Tag], words: str) -> Tag | None:
    """The element with exactly these words; else the first that begins with them, else holds them."""
    shown, wanted = [(tight(tag.get_text()), tag) for tag in tags], tight(words)
    for fits in (str.__eq__, str.startswith, str.__contains__):
        for said, tag in shown:
            if fits(said, wanted):
                return tag
    return None


def listed(tags: Iterable[Tag]) -> str:
    """The words of several elements, for a message."""
    return "、".join(text_of(tag) for tag in tags if text_of(tag))
