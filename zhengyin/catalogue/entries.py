"""An entry of a list, as it stands in a pack's file, in the database and before the rules. Pure.

One shape for all three: what the file says is what is kept and what decides.
"""

import re
from datetime import date
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, model_validator

from zhengyin.catalogue.kinds import (
    ClassOfUse,
    Completion,
    Confidence,
    EntryKind,
    MatterOf,
    Method,
    Said,
    Standing,
    Tie,
)
from zhengyin.catalogue.kinds import (
    FieldKind as FieldKind,
)

PENDING: Final = "待核"
"""What stands where a text is not known yet."""

SAMPLE: Final = "示例内容"
"""What marks a text that only a demonstration shows."""

SECTIONS: Final = (
    "一、事项名称、内容及用途",
    "二、开具单位",
    "三、法律政策依据",
    "四、办理（申请）条件、材料及流程",
    "五、办理时限",
    "六、要求开具单位",
    "七、证明式样",
)

FIELD_KEY: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")
Words = Annotated[str, Field(min_length=1)]


class Frozen(BaseModel):
    """No unknown key, no change after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Basis(Frozen):
    """Document, number and article: what may be cited to a resident."""

    document: Words
    number: str = ""
    article: str = PENDING
    issued_by: str = ""
    standing: Standing = Standing.IN_FORCE
    confidence: Confidence

    @property
    def words(self) -> str:
        """The citation as one sentence part."""
        number = f"（{self.number}）" if self.number else ""
        article = self.article if self.article != PENDING else "（条款待核）"
        return f"{self.issued_by}《{self.document}》{number}{article}"


class RouteStep(Frozen):
    """One way on: who, where, what to bring. `office` names a telephone of the pack."""

    who: Words
    do: Words
    where: str = ""
    bring: tuple[str, ...] = ()
    office: str = ""
    to_confirm: bool = False  # 需本县确认
    confidence: Confidence
    sources: tuple[str, ...] = ()


class NamedException(Frozen):
    """The only opening in a prohibited entry that its own document names."""

    name: Words
    entry: Words  # the issuable entry whose guide and form are then used
    conditions: Annotated[tuple[Words, ...], Field(min_length=1)]
    basis: Basis


class FormField(Frozen):
    """One thing to type. `required` may be left empty only where the template brackets it."""

    key: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    label: Words
    kind: FieldKind
    max_length: Annotated[int, Field(ge=1, le=200)] = 30
    required: bool = True
    printed: bool = True
    may_be_future: bool = False  # a date after the day of the application
    choices: tuple[Words, ...] = ()
    hint: str = ""

    @model_validator(mode="after")
    def choices_stand_with_a_choice(self) -> "FormField":
        """A choice has choices, nothing else has."""
        if (self.kind is FieldKind.CHOICE) != bool(self.choices):
            raise ValueError("choices 只用于、也必须用于 kind: choice 的栏目")
        return self


class Fact(Frozen):
    """A sentence of the certificate, made of typed fields only; it is verified by itself."""

    key: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    label: Words
    sentence: Words
    methods: Annotated[tuple[Method, ...], Field(min_length=1)]

    @property
    def field_keys(self) -> tuple[str, ...]:
        """The fields this sentence prints, in order, each once."""
        return tuple(dict.fromkeys(FIELD_KEY.findall(self.sentence)))


class Form(Frozen):
    """What is typed, and the sentences it makes. The certificate's text is these and nothing else."""

    title: Words
    fields: Annotated[tuple[FormField, ...], Field(min_length=1)]
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]
    closing: Annotated[str, Field(pattern="^本证明仅用于")] = "本证明仅用于{purpose}，用于其他事项无效。"

    @model_validator(mode="after")
    def sentences_use_typed_fields_only(self) -> "Form":
        """A sentence with a key that nobody types would print a hole."""
        keys = [field.key for field in self.fields]
        if len(keys) != len(set(keys)):
            raise ValueError("form.fields 里有重复的 key")
        used = {key for fact in self.facts for key in fact.field_keys}
        unknown = (used | set(FIELD_KEY.findall(self.closing))) - {*keys, "purpose", "demanding_unit"}
        if unknown:
            raise ValueError(f"句子用了没有的栏目：{'、'.join(sorted(unknown))}")
        unprinted = {f.key for f in self.fields if f.printed} - used
        if unprinted:
            raise ValueError(f"栏目 printed 却不在句子里：{'、'.join(sorted(unprinted))}")
        return self


class Guide(Frozen):
    """The seven headings; the fourth has three parts."""

    subject: Words
    issuer: Words
    basis: Words
    conditions: Words
    materials: Annotated[tuple[Words, ...], Field(min_length=1)]
    procedure: Words
    time_limit: Words
    demanded_by: Words
    sample: Words
    not_written: str = ""  # 不能写的

    @property
    def headings(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """(heading, its texts) in the order of the law's seven."""
        fourth = (
            f"（一）条件：{self.conditions}",
            f"（二）材料：{'；'.join(self.materials)}",
            f"（三）流程：{self.procedure}",
        )
        texts = (
            (self.subject,), (self.issuer,), (self.basis,), fourth,
            (self.time_limit,), (self.demanded_by,), (self.sample,),
        )  # fmt: skip
        return tuple(zip(SECTIONS, texts, strict=True))

    @property
    def pending(self) -> tuple[str, ...]:
        """The headings that are not filled yet."""
        return tuple(title for title, texts in self.headings if any(PENDING in text for text in texts))


class Entry(Frozen):
    """One entry: an item, a way, or a document, by its code and level."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{2,5}(-[A-Z]{2,4})?-[0-9]{2,3}$")]
    kind: EntryKind
    name: Words
    aliases: tuple[Words, ...] = ()
    asked_as: tuple[Words, ...] = ()  # residents' words, for the search only
    bases: tuple[Basis, ...] = ()
    routes: tuple[RouteStep, ...] = ()
    explanation: str = ""  # 释义（非官方原文）
    confidence: Confidence
    sources: tuple[str, ...] = ()
    note: str = ""
    demonstration: bool = False
    found_in: str = ""
    in_force_from: date | None = None  # without it: from the day of the version
    in_force_until: date | None = None

    seq: int = 0  # number in the official list
    exception: NamedException | None = None
    exception_of: str = ""
    overlaps: tuple[str, ...] = ()  # prohibited codes whose matter this one also is
    replaced_by: tuple[str, ...] = ()  # documents that prove it instead
    for_code: str = ""  # a local way, added to another entry

    own_duty: Said = Said.NOT_ASKED  # NO: a committee can never know it
    class_of_use: ClassOfUse | None = None
    ties: tuple[Tie, ...] = ()
    completion: Completion | None = None
    working_days: int = 0  # 0 = on the spot, or not known yet
    valid_days: int = 0  # 0 = none is set
    demanded_by: tuple[str, ...] = ()  # unit classes; empty = any
    public_interest: Said = Said.NOT_ASKED  # NOT_ASKED: the case decides
    matter_of: MatterOf = MatterOf.COMMITTEE
    paper_only_with_seal: bool = False
    identity_optional: bool = False
    guide: Guide | None = None
    form: Form | None = None

    @model_validator(mode="after")
    def an_issuable_entry_is_whole(self) -> "Entry":
        """H4.2a, O2.1b, O2.2a: no basis, no guide or no sample form, no publication."""
        if self.demonstration and not self.found_in:
            raise ValueError("示例条目要写明在哪里见到（found_in）")
        if self.kind is not EntryKind.ISSUABLE:
            return self
        if not self.bases:
            raise ValueError("没有依据（bases）的事项不能列入可以开具的清单")
        if not self.guide or not self.form or not self.ties or not self.class_of_use or not self.completion:
            raise ValueError("可以开具的事项要有 guide、form、ties、class_of_use、completion")
        return self

    @property
    def search_names(self) -> tuple[str, ...]:
        """What it is called, the official name first."""
        return (self.name, *self.aliases)

    @property
    def unfilled(self) -> tuple[str, ...]:
        """Why an issuable entry is not offered yet; empty when it is."""
        missing = self.guide.pending if self.guide else SECTIONS
        if self.completion is Completion.TIME_LIMITED and not self.working_days:
            missing = tuple(dict.fromkeys((*missing, SECTIONS[4])))
        return missing
