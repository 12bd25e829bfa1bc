"""归档用纸: list of contents, notes at the end, box label and receipt: one layout, a sheet each."""

from dataclasses import dataclass
from typing import ClassVar

from zhengyin.documents.paper.parts import Data, Issuer, Mark, heading, within

LONGEST_FACT = 200


@dataclass(frozen=True, slots=True)
class ArchivePaper:
    """A title, facts in pairs, a table, paragraphs, and lines to sign. What is empty is not printed.

    `columns` are title and width in millimetres (0 takes the rest).
    """

    template: ClassVar[str] = "archive"

    issuer: Issuer
    title: str
    year: int
    facts: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]
    signers: tuple[str, ...]
    mark: Mark

    def __post_init__(self) -> None:
        within("署名", 60, self.issuer.place, self.issuer.name)
        within("归档用纸的内容", LONGEST_FACT, *(words for _, words in self.facts))
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row with other columns than the table")

    def as_data(self) -> Data:
        return {
            **heading(self.title, self.issuer, self.mark),
            "number": "",
            "previous_check": "",
            "keywords": [],
            "footing": f"{self.issuer.full}　{self.year}年　{self.title}",
            "year": f"{self.year}年",
            "facts": [list(fact) for fact in self.facts],
            "columns": [list(column) for column in self.columns],
            "rows": [list(row) for row in self.rows],
            "words": self.words,
            "signers": self.signers,
        }
