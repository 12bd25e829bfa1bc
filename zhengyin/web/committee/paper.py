"""The paper as it will look, for the screen: numbers masked, what is not verified yet marked."""

from dataclasses import dataclass
from datetime import date

from zhengyin.certificates.persons import several
from zhengyin.certificates.queries.case import CasePage
from zhengyin.certificates.words import WORDS
from zhengyin.certificates.workflow import ONCE_SEALED
from zhengyin.regions import queries as regions
from zhengyin.shared.days import day_of


@dataclass(frozen=True, slots=True)
class Sentence:
    """One printed sentence; `open` while nobody has confirmed it."""

    words: str
    open: bool


@dataclass(frozen=True, slots=True)
class PaperShown:
    """One A4 sheet; `over` says across it that it no longer holds."""

    title: str
    to: str
    facts: tuple[Sentence, ...]
    people: tuple[tuple[str, ...], ...]
    closing: tuple[str, ...]
    issuer_place: str
    issuer_name: str
    signed_on: date
    number: str
    telephone: str
    handler: str
    sealed: bool
    over: str


def paper_shown(page: CasePage, today: date) -> PaperShown:
    """The sheet of a case; its date is that of the seal, before it today's."""
    card = regions.committee(page.organization_id)
    confirmed = {fact.sentence for fact in page.facts if fact.confirmed}
    return PaperShown(
        title=page.text.title,
        to=page.text.to,
        facts=tuple(Sentence(words, words not in confirmed) for words in page.text.facts),
        people=page.text.people,
        closing=page.text.closing,
        issuer_place=card.issuer_place,
        issuer_name=card.issuer_name,
        signed_on=day_of(page.sealed_at) if page.sealed_at else today,
        number=page.number,
        telephone=card.telephone,
        handler=page.handler,
        sealed=page.state in ONCE_SEALED,
        over=WORDS[page.state] if page.ended else "",
    )


def names_of(page: CasePage) -> str:
    """Whom the case certifies, in one word."""
    return several([person.name for person in page.persons if person.role == "certified"])


def case_words(page: CasePage) -> str:
    """王桂芳　收养人情况证明."""
    return f"{names_of(page)}　{page.title}"
