"""Which document a citation means: by title and number, however brackets and spaces are written. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, Protocol

from zhengyin.catalogue.entries import Basis, Entry

BRACKETED_YEAR: Final = re.compile(r"[\[(【〔]([12][0-9]{3})[\])】〕]")
DROPPED: Final = re.compile(r"\s|中华人民共和国")
NUMBER_AFTER: Final = r"(?:\(([^()]*号[^()]*)\))?"
NOT_INSIDE_ANOTHER: Final = r"(?![0-9附])"


class Document(Protocol):
    """What is looked for: a row of the table."""

    @property
    def title(self) -> str: ...

    @property
    def number(self) -> str: ...


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """A title, number or sentence as it is compared: half-width, 〔2020〕 for every bracketed year."""
    narrow = unicodedata.normalize("NFKC", text)
    return BRACKETED_YEAR.sub(r"〔\1〕", DROPPED.sub("", narrow))


def means(title: str, number: str, document: Document) -> bool:
    """Whether this title and number name the document; a number that one of the two lacks says nothing."""
    same = plain(title).strip("《》") == plain(document.title)
    return same and (not number or not document.number or plain(number) == plain(document.number))


def mentions(text: str, document: Document) -> bool:
    """Whether a sentence names the document by 《title》 or by number."""
    said, number = plain(text), plain(document.number)
    for found in re.finditer(re.escape(f"《{plain(document.title)}》") + NUMBER_AFTER, said):
        if not found[1] or not number or found[1] == number:
            return True
    return bool(number and re.search(re.escape(number) + NOT_INSIDE_ANOTHER, said))


def cited_in(entry: Entry) -> Iterator[Basis]:
    """Everything an entry names as its basis, its exception's too."""
    yield from entry.bases
    if entry.exception:
        yield entry.exception.basis


def rests_on(entry: Entry, document: Document) -> bool:
    """Whether the entry, its exception or its guide names the document as its basis."""
    cited = any(means(one.document, one.number, document) for one in cited_in(entry))
    return cited or bool(entry.guide and mentions(entry.guide.basis, document))


def not_found(entry: Entry, documents: Iterable[Document]) -> tuple[str, ...]:
    """The bases of an entry that no document of the table is."""
    known = tuple(documents)
    return tuple(
        one.words
        for one in cited_in(entry)
        if not any(means(one.document, one.number, document) for document in known)
    )
