"""What the address narrows a book of work uses to, for the screen, the print and the table alike."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from django.http import QueryDict

from zhengyin.regions.packs.settings import USE_CLASS_LABELS, UseClass
from zhengyin.registers.filters import EVERYTHING, Filters
from zhengyin.shared.days import in_words
from zhengyin.shared.masking import mask_name
from zhengyin.web.committee.register import Chosen, chosen_in
from zhengyin.workuse.kinds import Kind
from zhengyin.workuse.queries.book import LETTERS, Look, Part
from zhengyin.workuse.queries.found import letters_to, numbers_of
from zhengyin.workuse.words import WORDS

LONGEST = 180  # characters of the words on paper


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Days, words, persons as everywhere, class and kind besides. The unit of letters is where they lead."""

    look: Look
    chosen: Chosen
    use_class: UseClass | None
    kind: Kind | None

    def query(self, **cursor: int | None) -> str:
        """The same choice in an address, from another line on."""
        more = {"class": self.use_class, "kind": self.kind}
        said = urlencode({name: one.value for name, one in more.items() if one is not None})
        return "&".join(filter(None, (self.chosen.query(**cursor), said)))

    def of_kind(self, kind: Kind) -> "Narrowed":
        """The days that are chosen, and this kind; no words, no person, no class."""
        days = replace(self.chosen, matter="", demanding_unit="", name="", handler="")
        return Narrowed(self.look, days, None, kind)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The same as the fields of a form."""
        return tuple(parse_qsl(self.query()))

    def part(self, organization_id: UUID) -> Part:
        """The same, as the committee's book takes it."""
        filters = self._filters(organization_id)
        only = "只有符合条件的，不是全本：" + "，".join(self._words()) if filters != EVERYTHING else ""
        return Part(self.look, organization_id, self.chosen.year, filters, only=only)

    def _filters(self, organization_id: UUID) -> Filters:
        found, year = self.chosen.filters_of(organization_id), self.chosen.year
        if self.look is not LETTERS:
            numbers = numbers_of(organization_id, year, use_class=self.use_class, kind=self.kind)
            return replace(found, numbers=numbers, demanding_unit="")
        to = self.chosen.demanding_unit
        return replace(
            found, numbers=letters_to(organization_id, year, to) if to else None, demanding_unit=""
        )

    def _words(self) -> Iterator[str]:
        """What was chosen, in words for the paper; a person as masked as the lines are."""
        chosen = self.chosen
        said = (
            ("从", in_words(chosen.first) if chosen.first else ""),
            ("到", in_words(chosen.last) if chosen.last else ""),
            ("用印类别是", USE_CLASS_LABELS[self.use_class] if self.use_class else ""),
            ("哪一种是", WORDS[self.kind] if self.kind else ""),
            ("事由有" if self.look is LETTERS else "用印内容有", chosen.matter),
            ("介绍到", chosen.demanding_unit),
            ("介绍的是" if self.look is LETTERS else "给", mask_name(chosen.name) if chosen.name else ""),
            ("经办人员有", chosen.handler),
        )
        yield from (f"{before}{words}" for before, words in said if words)


def narrowed_in(look: Look, said: QueryDict, at: datetime) -> Narrowed:
    """Read the address; what makes no sense counts as not said. No line of these books is void."""
    use_class, kind = said.get("class", ""), said.get("kind", "")
    chosen, letters = replace(chosen_in(said, at), late=False, gone=False), look is LETTERS
    return Narrowed(
        look,
        chosen if letters else replace(chosen, demanding_unit=""),
        UseClass(use_class) if use_class in set(UseClass) and not letters else None,
        Kind(kind) if kind in set(Kind) and not letters else None,
    )
