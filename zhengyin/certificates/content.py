"""The text of a certificate: typed fields in fixed sentences, and its digest. Pure.

What is approved is this text and the number of copies; the date, the number and the code come
with the seal. The digest is salted, for an identity number could be guessed from a bare one.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from zhengyin.catalogue.entries import Form
from zhengyin.catalogue.sentences import MissingField, needed_keys, render
from zhengyin.certificates.persons import KEY, Certified, Row, rows_of, sentence_of
from zhengyin.certificates.typed import printed
from zhengyin.shared.days import in_words

LAST_SENTENCE = "特此证明。"
ANY_PLACE = "本村（社区）"
MAY_LACK = ("people", "pages")  # parts of a text that few have


@dataclass(frozen=True, slots=True)
class Text:
    """What a certificate says, word for word."""

    issuer: str
    title: str
    to: str
    facts: tuple[str, ...]
    closing: tuple[str, ...]
    copies: int
    people: tuple[Row, ...] = ()  # rows of the table, from five persons on
    pages: tuple[str, ...] = ()  # SHA-256 of each page of a brought form

    def canonical(self) -> str:
        """One spelling of one text; what it does not have is not named: so it was before there was any."""
        said = {name: value for name, value in asdict(self).items() if name not in MAY_LACK or value}
        return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def digest(self, salt: str) -> str:
        """SHA-256 over salt and text, hexadecimal."""
        return hashlib.sha256(f"{salt}\n{self.canonical()}".encode()).hexdigest()

    @staticmethod
    def read(canonical: str) -> "Text":
        """The text that `canonical` spells."""
        raw = json.loads(canonical)
        people = tuple(tuple(row) for row in raw.get("people", ()))
        lists = {name: tuple(raw.get(name, ())) for name in ("facts", "closing", "pages")}
        return Text(**{**raw, **lists, "people": people})


def at_home(sentence: str, place: str) -> str:
    """The sentence of a form, which speaks to any committee, as this one says it: 本村 or 本社区."""
    return sentence.replace(ANY_PLACE, place) if place else sentence


@dataclass(frozen=True, slots=True)
class Wording:
    """What the text is made of."""

    form: Form
    values: Mapping[str, str]
    issuer: str
    demanding_unit: str
    purpose: str
    copies: int
    valid_until: date | None = None
    people: tuple[Certified, ...] = ()  # where the paper certifies several
    applicant: str = ""
    pages: tuple[str, ...] = ()
    place: str = ""  # how the committee calls its own place on paper; empty: as the form has it

    @property
    def filled(self) -> Mapping[str, str]:
        """Typed values and the two that every certificate has."""
        return {
            **printed(self.form, self.values),
            "purpose": self.purpose,
            "demanding_unit": self.demanding_unit,
        }

    def sentence(self, key: str) -> str:
        """The sentence of one fact; raises MissingField instead of printing a hole."""
        if key == KEY and self.people:
            return sentence_of(self.people, self.applicant)
        fact = next(fact for fact in self.form.facts if fact.key == key)
        return render(at_home(fact.sentence, self.place), self.filled)

    def holes(self) -> tuple[str, ...]:
        """Labels of the fields without which a sentence cannot be printed."""
        labels = {field.key: field.label for field in self.form.fields}
        keys = (key for fact in self.form.facts for key in needed_keys(fact))
        return tuple(dict.fromkeys(labels.get(key, key) for key in keys if not self.filled.get(key)))

    def text(self) -> Text:
        """The whole text; raises MissingField where a field is empty."""
        until = f"有效期至{in_words(self.valid_until)}。" if self.valid_until else ""
        return Text(
            issuer=self.issuer,
            title=self.form.title,
            to=self.demanding_unit,
            facts=tuple(self.sentence(fact.key) for fact in self.form.facts),
            closing=(render(at_home(self.form.closing, self.place), self.filled) + until, LAST_SENTENCE),
            copies=self.copies,
            people=rows_of(self.people),
            pages=self.pages,
        )


__all__ = ["LAST_SENTENCE", "MissingField", "Text", "Wording"]
