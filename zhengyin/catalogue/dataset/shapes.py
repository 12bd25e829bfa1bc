"""The shapes of the dataset. A name here stands in every county's files: added to, never renamed.

A change that a reader must know of is another SCHEMA_VERSION.
"""

from datetime import date, datetime
from typing import Final
from uuid import UUID

from zhengyin.catalogue.entries import Frozen
from zhengyin.catalogue.kinds import Worded

SCHEMA_VERSION: Final = 1


class Coded(Frozen):
    """A stable code with its Chinese words."""

    code: str
    words: str

    @classmethod
    def of(cls, word: Worded) -> "Coded":
        """A code of the lists."""
        return cls(code=word.value, words=word.words)


class BasisTold(Frozen):
    """What an entry rests on, with how far it may be relied on; `words` is the citation."""

    document: str
    number: str
    article: str
    issued_by: str
    standing: Coded
    confidence: Coded
    words: str


class Heading(Frozen):
    """A heading with its texts."""

    title: str
    texts: tuple[str, ...]


class GuideTold(Frozen):
    """The seven headings, what is not written, what still says 待核 (empty: nothing)."""

    headings: tuple[Heading, ...]
    materials: tuple[str, ...]
    not_written: str
    pending: tuple[str, ...]
    glance: tuple[Heading, ...]


class FieldTold(Frozen):
    """One thing that is typed."""

    key: str
    label: str
    kind: Coded
    required: bool
    printed: bool
    max_length: int
    choices: tuple[str, ...]
    hint: str


class SentenceTold(Frozen):
    """One sentence of the certificate and how it is verified; {key} stands for a field."""

    key: str
    label: str
    sentence: str
    methods: tuple[Coded, ...]


class FormTold(Frozen):
    """What is typed and the sentences it makes; `sample` has ×× where something is typed."""

    title: str
    fields: tuple[FieldTold, ...]
    sentences: tuple[SentenceTold, ...]
    closing: str
    sample: tuple[str, ...]


class Telephone(Frozen):
    """An office and its line."""

    name: str
    number: str


class WayTold(Frozen):
    """One way on: who, what to do, where, what to bring, whom to ring."""

    who: str
    do: str
    where: str
    bring: tuple[str, ...]
    telephone: Telephone | None
    to_confirm: bool  # 需本县确认


class AnswerTold(Frozen):
    """What a resident is told before any question is put; `issued`: by a committee, at least in an exception.

    `is_open`: the questions decide, so there is no reason yet. `issued_by_nobody`: a demand for it may be
    complained of. `deliberated`: a notice or a meeting may come before the paper. `guide_of`: the entry
    whose guide serves the yes.
    """

    outcome: Coded
    shape: str
    mark: str
    headline: str
    reason: str
    bases: tuple[str, ...]
    questions: tuple[str, ...]
    complaint: Telephone
    is_yes: bool
    is_open: bool
    issued: bool
    issued_by_nobody: bool
    deliberated: bool
    guide_of: str


class ExceptionTold(Frozen):
    """The only opening a prohibited entry has."""

    name: str
    entry: str
    conditions: tuple[str, ...]


class ListNamed(Frozen):
    """The list an entry stands in, and its version in force."""

    title: str
    level: Coded
    division_code: str
    version: int
    takes_effect_on: date
    words: str


class EntryTold(Frozen):
    """An entry in force. Nobody asks for a rule or a way added to another entry: these have no `answer`."""

    code: str
    kind: Coded
    name: str
    aliases: tuple[str, ...]
    list: ListNamed
    in_force_from: date | None  # its own days, where the list gives it some
    in_force_until: date | None
    demonstration: bool
    found_in: str
    confidence: Coded
    bases: tuple[BasisTold, ...]
    explanation: str  # 释义（非官方原文）
    note: str
    answer: AnswerTold | None
    ways: tuple[WayTold, ...]
    for_code: str
    replaced_by: tuple[str, ...]
    exception: ExceptionTold | None
    exception_of: str
    overlaps: tuple[str, ...]
    class_of_use: Coded | None
    ties: tuple[Coded, ...]
    completion: Coded | None
    working_days: int  # 0: on the spot, or not known yet
    valid_days: int  # 0: none is set
    demanded_by: tuple[Coded, ...]  # classes of units; empty: any
    public_interest: Coded
    matter_of: Coded
    guide: GuideTold | None
    form: FormTold | None


class DecisionTold(Frozen):
    """The document that decides a version, as it was issued; `valid_until` is its last day."""

    number: str
    title: str
    issued_by: str
    signed_by: str
    reviewed_by: str
    reviewed_on: date
    filing_number: str
    issued_on: date
    takes_effect_on: date
    valid_until: date | None


class VersionTold(Frozen):
    """A version of a list that binds here. `sha256` is of its entries, `begun` and `over` count them."""

    id: UUID
    list: str
    title: str
    number: str
    issued_by: str
    level: Coded
    standing: Coded
    no: int
    takes_effect_on: date
    recorded_at: datetime
    in_force: bool
    begun: int
    over: int
    note: str
    sha256: str
    decision: DecisionTold | None


class Dataset(Frozen):
    """A county's lists on `day`: every entry in force, and the versions known by then, the newest first."""

    schema_version: int = SCHEMA_VERSION
    county: Coded
    day: date
    demonstration: bool
    notice: str
    lists: tuple[ListNamed, ...]
    entries: tuple[EntryTold, ...]
    versions: tuple[VersionTold, ...]
