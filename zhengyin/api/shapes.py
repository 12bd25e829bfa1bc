"""What is asked and answered about lists. Shape only; the words come from the rooms below."""

from datetime import date
from typing import Annotated, Final

from ninja import Field, Schema
from ninja.params import functions
from pydantic import ConfigDict, model_validator

from zhengyin.api.standing import Coded, Told
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import EntryKind, Said, Tie, Worded

LONGEST_WORDS: Final = 60  # characters of somebody's own words, as on the pages
MOST_ON_A_PAGE: Final = 100
CODE: Final = r"^[0-9]{12}$"
ITEM: Final = r"^[A-Z]{2,5}(-[A-Z]{2,4})?-[0-9]{2}$"

CommitteeCode = Annotated[str, functions.Path(..., pattern=CODE, description="村（居）委会的12位区划代码")]
ItemInPath = Annotated[str, functions.Path(..., pattern=ITEM, max_length=20, description="事项代码")]
ItemCode = Annotated[str, Field(pattern=ITEM, max_length=20)]
Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2099, 12, 31))]


class Asked(Schema):
    """What a program sends; in a body a name nobody knows is an error, not a silence."""

    model_config = ConfigDict(extra="forbid")


class OnDay(Asked):
    """On which day."""

    day: Day | None = Field(None, description="哪一天，例如 2026-11-27；不填就是今天（北京时间）")


class WhichItems(OnDay):
    """Which items, and which page of them."""

    kind: EntryKind | None = Field(None, description="只要这一类")
    page: int = Field(1, ge=1, le=1000, description="第几页")
    size: int = Field(50, ge=1, le=MOST_ON_A_PAGE, description="一页几项")


class Demand(OnDay):
    """What somebody is asked to bring. `item` or `words`; what is not said stays open."""

    item: ItemCode | None = Field(None, description="事项代码。有代码的，不用再填 words")
    words: str | None = Field(
        None, min_length=1, max_length=LONGEST_WORDS,
        description="没有事项代码时，用自己的话说要开什么证明；答复里给出可能的事项，由人来选",
    )  # fmt: skip
    none_of_these: bool = Field(False, description="清单里的都不是：按 words 原话答复")
    unit: str | None = Field(None, max_length=30, pattern="^[a-z_]+$", description="要证明的是哪一类单位")
    tie: Tie | None = Field(None, description="和本村（社区）的关系")
    document_proves: Said = Field(Said.NOT_ASKED, description="手里的证件能不能证明")
    basis_given: Said = Field(Said.NOT_ASKED, description="要证明的单位有没有给出法律法规依据")

    @model_validator(mode="after")
    def one_thing_is_asked(self) -> "Demand":
        """Without either there is no question."""
        if not self.item and not (self.words and self.words.strip()):
            raise ValueError("item 和 words 要填一个")
        return self


class CommitteeNamed(Schema):
    """Whose lists they are; names repeat, so never without township and county."""

    code: str
    name: str
    township: str
    county: str


class BasisNamed(Schema):
    """Document, number and article. A draft is never given as one."""

    document: str
    number: str
    article: str
    issued_by: str
    standing: Coded
    words: str


class Item(Schema):
    """One entry in force."""

    code: str
    name: str
    kind: Coded
    aliases: list[str]
    level: Coded
    list_version: str
    bases: list[BasisNamed]
    guide: bool = Field(description="办事指南已经定好，可以取")


class Items(Told):
    """One page of what is in force."""

    committee: CommitteeNamed
    day: date
    list_versions: list[str]
    items: list[Item]
    page: int
    pages: int
    total: int


class Line(Schema):
    """An office and its telephone; empty while none is known."""

    name: str
    telephone: str


class OpenQuestion(Schema):
    """What is still to be answered, and who can."""

    code: str
    words: str
    asked_of: Coded
    decides: bool = Field(description="答了它，能开还可能变成不能开")


class WayOn(Schema):
    """Where to go instead."""

    who: str
    do: str
    where: str
    bring: list[str]
    contact: Line | None
    to_confirm: bool = Field(description="需本县确认")


class Named(Schema):
    """An item by code and name."""

    code: str
    name: str


class AnswerGiven(Told):
    """May it be issued? The answer first, then why, then where to go."""

    committee: CommitteeNamed
    day: date
    outcome: Coded
    may_be_issued: bool
    settled: bool = Field(description="没有还能改变答复的问题")
    headline: str
    reason: str
    rule: Coded
    bases: list[str]
    list_version: str
    item: Named | None
    guide: str = Field(description="办事指南的事项代码；没有就是空")
    questions: list[OpenQuestion]
    ways: list[WayOn]
    complaint: Line | None
    candidates: list[Named] = Field(description="words 可能指的事项，最像的在前")
    instead: str = Field(description="一个事项也没找到时，怎么办")


class Section(Schema):
    """One of the seven headings."""

    title: str
    texts: list[str]


class FieldAsked(Schema):
    """One thing that is typed into the form."""

    label: str
    kind: Coded
    required: bool


class GuideGiven(Told):
    """The guide of an item, and its sample form."""

    committee: CommitteeNamed
    day: date
    item: Named
    sections: list[Section]
    materials: list[str]
    working_days: int = Field(description="几个工作日；0 是当场办")
    valid_days: int = Field(description="有效几天；0 是没有另外规定")
    not_written: str = Field(description="不能写的")
    bases: list[BasisNamed]
    list_version: str
    form_title: str
    form_fields: list[FieldAsked]
    sample: list[str]


class UnitClasses(Told):
    """Who demands certificates, by class."""

    classes: list[Coded]


def coded(word: Worded) -> Coded:
    """A code of the lists with its words."""
    return Coded(code=word.value, words=word.words)


def named(entry: Entry) -> Named:
    """An entry by code and name."""
    return Named(code=entry.code, name=entry.name)
