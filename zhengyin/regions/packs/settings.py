"""What a jurisdiction decides: the settings of one county, whole and frozen.

A county's settings are the national ones, overlaid by its pack's, overlaid by its own override.
Each value in the files carries its source: the key of a document, or 产品默认 without a clause.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, field_validator

from zhengyin.regions.names import CommitteeKind

OWN_DEFAULT = "产品默认"

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Code12 = Annotated[str, StringConstraints(pattern=r"^[0-9]{12}$")]
# A land line: a mobile number is a person's and is refused here.
OfficeNumber = Annotated[str, StringConstraints(pattern=r"^0[0-9]{2,3}-[0-9]{7,8}$")]
Days = Annotated[int, Field(ge=1)]


class Frozen(BaseModel):
    """Ground of every model of a pack: nothing changes, nothing unknown passes."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class ProhibitedItems(StrEnum):
    """What happens to an item of the prohibited list."""

    STOP = "stop"
    TRUTHFUL_EXCEPTION = "truthful_exception"  # 据实出具（特殊情形）


class NeitherListPrivate(StrEnum):
    """What happens when a private party demands an item on neither list."""

    NO = "no"
    DISCRETIONARY = "discretionary"


class PublicInterestLocks(StrEnum):
    """Which act waits for the public notice or the vote."""

    APPROVE = "approve"
    SEAL = "seal"


class DeliberationBy(StrEnum):
    """What opens that lock: a notice that ran out or a residents' vote, or a vote alone."""

    NOTICE_OR_VOTE = "notice_or_vote"
    VOTE = "vote"


class CustodianAppointment(StrEnum):
    """Who makes a person keep the seal."""

    ENTRUSTMENT = "entrustment"
    NOMINATION_AND_VOTE = "nomination_and_vote"


class Standing(StrEnum):
    """What a source document is worth."""

    IN_FORCE = "in_force"
    DRAFT = "draft"
    THIRD_PARTY_COPY = "third_party_copy"
    TITLE_KNOWN = "title_known"  # in force, but no text of it was read here: its articles are 待核


STANDING_LABELS: dict[Standing, str] = {
    Standing.IN_FORCE: "现行",
    Standing.DRAFT: "征求意见稿，未生效",
    Standing.THIRD_PARTY_COPY: "转载件，待核对原件",
    Standing.TITLE_KNOWN: "只知道名称，条款待核",
}


class SourceDocument(Frozen):
    """A document a setting rests on. Only one in force, with a number, is cited to anybody."""

    title: Text
    number: str
    standing: Standing
    citable: bool
    note: str = ""

    @field_validator("citable")
    @classmethod
    def _citable_only_in_force(cls, citable: bool, told: ValidationInfo) -> bool:
        in_force = told.data.get("standing") is Standing.IN_FORCE and told.data.get("number")
        if citable and not in_force:
            raise ValueError("没有文号或不是现行文件，不能引用（只能是 false）")
        return citable

    @property
    def in_words(self) -> str:
        """《…》（民发〔2020〕20号), as it is cited."""
        return f"《{self.title}》" + (f"（{self.number}）" if self.number else "")


class Rules(Frozen):
    """The table on which the two documents differ."""

    prohibited_items: ProhibitedItems
    prohibited_items_from: date
    neither_list_private: NeitherListPrivate
    public_interest_locks: PublicInterestLocks
    deliberation_by: DeliberationBy
    party_studies_first: bool  # before a meeting of which the organic laws speak
    law_of_villages: Text  # whose articles say how a meeting decides
    law_of_communities: Text
    director_approves_own_handling: bool
    custodian_appointment: CustodianAppointment


class Words(Frozen):
    """What places and people are called here."""

    county: Text
    township: Text
    village: Text
    community: Text
    group: Text
    director: Text
    director_of_gacha: Text
    resident_of_village: Text
    resident_of_community: Text


class NumberWords(Frozen):
    """代字 between the committee's short name and the year, by kind of committee."""

    village: Text
    residents: Text


class Numbers(Frozen):
    """Limits; days are calendar days unless the name says working."""

    notice_days: Days  # the shortest a public notice runs, first and last day counted
    repeat_notice_days: Days
    complaint_first_days: Days
    complaint_further_days: Days
    admission_apply_before_working_days: Days
    admission_decide_within_working_days: Days
    handover_days: Days
    delegation_days: Days
    take_out_days: Days  # the longest a seal is taken out at once
    reset_block_hours: Days
    deadline_warning_working_days: Days
    free_words_working_days: Days  # for a paper no guide names the days of
    unit_answer_days: Days  # what a 告知函 gives the unit to name its basis
    filing_days: Days  # what is filed with the township is acknowledged by then
    late_entry_working_days: Days  # a paper stamped on an emergency slip is entered by then
    seal_loss_notice_days: Days  # how long at least the notice of a lost seal hangs
    impression_tolerance_mm: Annotated[int, Field(ge=1)]  # a measured seal may differ by so much
    remind_unsealed_hours: Days  # hours: the custodian is reminded of what was approved longer ago


class Archive(Frozen):
    """Parts of the archive number and how long registers are kept; empty: 待档案主管部门确认."""

    fonds: str = ""  # 全宗号
    category: str = ""  # 类别号
    retention: str = ""  # 保管期限
    confirmed_by: str = ""  # the archives' authority and its reply, where there is one


class LeadBody(Frozen):
    """Who leads in the county, from a day on."""

    name: Text
    since: date = Field(alias="from")
    source: Text


class TelephoneKind(StrEnum):
    """What an office line is for; `lead` is the one printed as the county's."""

    LEAD = "lead"
    OFFICE = "office"
    FAX = "fax"
    REPORT = "report"


class Telephone(Frozen):
    """An office line, where it was read and on what day that text was dated."""

    office: Text
    number: OfficeNumber
    kind: TelephoneKind
    source: Text
    seen_on: date


class FormCovers(StrEnum):
    """What an admission form is for."""

    CERTIFICATES = "certificates"
    SERVICES = "services"


class AdmissionForm(Frozen):
    """A form by which a department asks for an item."""

    key: Text
    name: Text
    also_called: tuple[Text, ...] = ()
    covers: FormCovers
    source: Text


class UseClass(StrEnum):
    """The three classes of work for which a committee's seal is used."""

    SELF_GOVERNMENT = "self_government"
    ASSISTING = "assisting_administration"
    OTHER_LAWFUL = "other_lawful_work"


USE_CLASS_LABELS: dict[UseClass, str] = {
    UseClass.SELF_GOVERNMENT: "组织村（居）民依法开展自治活动",
    UseClass.ASSISTING: "依法依规协助行政事务",
    UseClass.OTHER_LAWFUL: "依法依规开展其他工作",
}


class Confidence(StrEnum):
    """How well it is known that the entry stands in its source."""

    SOURCE = "source"  # read there
    PARTIAL = "partial"  # only a part of that text, or somebody's account of it, was read


class Listed(Frozen):
    """One entry of the list of what the seal is used for. `found_in` is the place whose text has it."""

    code: Text
    name: Text
    found_in: Text
    confidence: Confidence
    source: Text


class SealUse(Listed):
    """An entry of the committee's work. The class of an entry found elsewhere is our own sorting.

    `written_for` is the kind of committee whose rules name it; None of one that fits both.
    """

    of_class: UseClass = Field(alias="class")
    written_for: CommitteeKind | None = None


class MajorMatter(Listed):
    """What is first announced or put to the vote."""


class Settings(Frozen):
    """Everything a county's pack decides. `sources` names where each rule and number comes from."""

    pack: Text
    county_code: Code12
    county_name: Text
    documents: dict[str, SourceDocument]
    refusals_cite: Text
    rules: Rules
    words: Words
    number_words: NumberWords
    numbers: Numbers
    archive: Archive = Archive()
    lead_bodies: tuple[LeadBody, ...]
    telephones: tuple[Telephone, ...]
    joint_reviewers: tuple[Text, ...]
    admission_forms: tuple[AdmissionForm, ...]
    seal_uses: tuple[SealUse, ...] = ()
    major_matters: tuple[MajorMatter, ...] = ()
    sources: dict[str, str]

    def source_of(self, key: str) -> tuple[str, str]:
        """Where a rule or number comes from, and what that is worth: (《…》, 征求意见稿，未生效)."""
        document = self.documents.get(self.sources[key])
        return (
            (document.in_words, STANDING_LABELS[document.standing]) if document else (OWN_DEFAULT, "没有条款")
        )

    def lead_body_on(self, day: date) -> LeadBody:
        """Return who leads on `day`; the earliest body for days before the first row."""
        begun = [body for body in self.lead_bodies if body.since <= day]
        rows = begun or self.lead_bodies[:1]
        return max(rows, key=lambda body: body.since)
