"""Finding the item in residents' words: BM25 over names and ways of asking, plus whole phrases. Pure.

It proposes, a person confirms. Nothing near enough means abstaining and asking, not guessing.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import rjieba

from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import EntryKind

K1: Final = 1.2
B: Final = 0.5
NEAR_ENOUGH: Final = 2.0
WEIGHTS: Final = {"name": 3, "alias": 2, "asked": 1}
MOST: Final = 5
EXACT: Final = 20.0  # who types a name as the list has it means that one
LISTED: Final = {EntryKind.PROHIBITED: 1.2, EntryKind.ISSUABLE: 1.2}
"""What a list names comes before what only has a way."""

STOP: Final = frozenset(Path(__file__).with_name("stopwords.txt").read_text(encoding="utf-8").split())
"""Words of every question."""
ELSEWHERE: Final[Mapping[str, str]] = {
    "^(?!.*表).*(公章|章子|印章|刻章|空白纸|空白的纸)":  # a form to be stamped is another thing
    "这是印章管理的事，不是要开的证明，请打乡镇（街道）的电话问。",
    "投诉|举报|反映|推来推去|互相推": "要反映不合理的证明要求，请点“反映不合理要求”，或者打主管部门的电话。",
    "真假|真伪|是不是真的|核对码|怎么查": "核对一张证明，请扫证明上的二维码，或者输入核对码。",
}
A_FORM: Final = "(?<!代)表(?![现哥弟姐妹扬])|盖章|盖个章"
"""What is said of the other side's form, where no item is named beside it."""
FORM: Final = (
    "对方给了表要盖章的：带着表来村（居）委会。表上哪几项能证明、能盖章，要看是哪一项证明："
    "您可以按那一项的名字再查，比如“居住证明”。"
)
FORM_AT_COUNTER: Final = "来表盖章：先按表上要证明的那一项来查、选好，再选“对方给了表，要在表上盖章”。"
NOTHING: Final = "没有找到。换个说法试试：谁要这个证明、拿去办什么事？也可以打村（社区）的电话问。"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may be meant."""

    code: str
    name: str
    kind: EntryKind
    score: float
    matched: str  # the name or way of asking that came nearest


@dataclass(frozen=True, slots=True)
class Found:
    """The nearest items, best first; empty with words for what to do instead."""

    candidates: tuple[Candidate, ...]
    instead: str = ""

    @property
    def at_counter(self) -> str:
        """The same for whoever works at the counter."""
        return FORM_AT_COUNTER if self.instead == FORM else self.instead


@dataclass(frozen=True, slots=True)
class _Doc:
    entry: Entry
    terms: Counter[str]
    length: int
    phrases: tuple[tuple[str, str], ...]  # (stripped phrase, as it is written)


class Index:
    """Built once for the lists of a county and day, then only read."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        searched = (one for one in entries if one.kind is not EntryKind.PRINCIPLE and not one.for_code)
        self._docs = tuple(_doc(entry) for entry in searched)
        holding = Counter(term for doc in self._docs for term in doc.terms)
        count = len(self._docs)
        self._idf = {term: math.log(1 + (count - n + 0.5) / (n + 0.5)) for term, n in holding.items()}
        self._mean = sum(doc.length for doc in self._docs) / max(count, 1)

    def search(self, text: str) -> Found:
        """The nearest items for a question of any length, from one character on."""
        for words, instead in ELSEWHERE.items():
            if re.search(words, text):
                return Found((), instead)
        if re.search(A_FORM, text) and not self._near(re.sub(A_FORM, "", text)):
            return Found((), FORM)
        near = self._near(text)
        return Found(near, "" if near else NOTHING)

    def _near(self, text: str) -> tuple[Candidate, ...]:
        terms, flat = _terms(text), _flat(text)
        scored = [(self._score(doc, terms, flat), doc) for doc in self._docs]
        near = sorted((one for one in scored if one[0][0] >= NEAR_ENOUGH), key=lambda one: -one[0][0])
        return tuple(_candidate(doc, *score) for score, doc in near[:MOST])

    def _score(self, doc: _Doc, terms: Counter[str], flat: str) -> tuple[float, str]:
        norm = K1 * (1 - B + B * doc.length / self._mean)
        bm25 = sum(
            self._idf[term] * doc.terms[term] * (K1 + 1) / (doc.terms[term] + norm)
            for term in terms
            if term in doc.terms
        )
        phrase, written = max(((_phrase(flat, one), name) for one, name in doc.phrases), default=(0.0, ""))
        return (bm25 + phrase) * LISTED.get(doc.entry.kind, 1.0), written if phrase else doc.entry.name


def _phrase(flat: str, phrase: str) -> float:
    """A whole way of asking inside the question, or a short question inside a name."""
    if flat == phrase:
        return EXACT
    if len(phrase) > 1 and phrase in flat:
        return 1.2 * len(phrase)
    if len(flat) > 1 and flat in phrase:
        return 2.0 + 2.0 * len(flat) / len(phrase)
    return 0.0


def _doc(entry: Entry) -> _Doc:
    document = entry.kind is EntryKind.STATUTORY_DOCUMENT  # its words stand in half of all questions
    own = () if document else (entry.name,)
    terms: Counter[str] = Counter()
    for words, weight in ((own, "name"), (entry.aliases, "alias"), (entry.asked_as, "asked")):
        for word in words:
            for term in _terms(word):
                terms[term] = max(terms[term], WEIGHTS[weight])
    said = dict.fromkeys((*entry.name.split("、"), *entry.aliases, *entry.asked_as))
    phrases = tuple((_flat(word), word) for word in said if _flat(word))
    return _Doc(entry, terms, sum(terms.values()), phrases)


def _terms(text: str) -> Counter[str]:
    words = [word.strip() for word in rjieba.cut_for_search(text)]
    return Counter(word for word in words if word and word not in STOP and re.match(r"\w", word))


def _flat(text: str) -> str:
    """Without punctuation and the words every question has."""
    return re.sub(r"[\W_]|证明|开个|开一个|情况", "", text)


def _candidate(doc: _Doc, score: float, written: str) -> Candidate:
    return Candidate(doc.entry.code, doc.entry.name, doc.entry.kind, round(score, 2), written)
