"""What is typed for a work use: the request of each kind, the answers before the seal, what comes after."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from zhengyin.documents.uploads import Checked
from zhengyin.regions.packs.settings import USE_CLASS_LABELS, MajorMatter, SealUse, UseClass
from zhengyin.seals.policy.whereabouts import Where
from zhengyin.web.custodian.forms import CodeForm
from zhengyin.web.director.forms import NO, YES, KinForm
from zhengyin.web.forms import PlainForm
from zhengyin.web.photos import PhotosField
from zhengyin.workuse.asked import WorkAsked
from zhengyin.workuse.facts import NOT_MAJOR, SURELY_NOT_MAJOR
from zhengyin.workuse.kinds import MOST_FILES, Inquirer, Kind, Override, VoidWhy, Whose
from zhengyin.workuse.policy.evidence import Inquiry, Officer
from zhengyin.workuse.policy.introduction import Letter
from zhengyin.workuse.words import WORDS

OF_LETTER = ("to", "bearers", "persons", "valid_days")
OF_INQUIRY = (
    "inquirer", "unit", "letter_number", "letter_on", "officer", "officer_certificate", "second_officer",
    "second_certificate", "wanted", "letter_scans",
)  # fmt: skip
NOT_OF = {
    Kind.ORDINARY: (*OF_LETTER, *OF_INQUIRY),
    Kind.INTRODUCTION: (*OF_INQUIRY, "for_resident", "concerned", "papers", "override"),
    Kind.EVIDENCE: (*OF_LETTER, "for_resident"),
}
ANSWERS = {YES: True, NO: False}
INTO_THE_BOOK = "会写进登记簿，不写人名、号码。"


def _chosen(label: str, kinds: Any, **said: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[("", "请选择"), *((one.value, WORDS[one.value]) for one in kinds)],
        required=False, **said,
    )  # fmt: skip


def _text(label: str, most: int, help_text: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=False, help_text=help_text)


class WorkForm(PlainForm):
    """One request. What is left empty is refused by the act, all at once and in its own words."""

    scope = forms.ChoiceField(label="属于用印范围里的哪一项", required=False)
    matter = _text("用印内容", 100, f"盖在什么材料上。{INTO_THE_BOOK}")
    copies = forms.IntegerField(
        label="盖几份", required=False, min_value=1, max_value=999, initial=1,
        widget=forms.NumberInput(attrs={"class": "w-name", "inputmode": "numeric"}),
        error_messages={"min_value": "至少1份", "max_value": "最多999份", "invalid": "份数要填数字"},
    )  # fmt: skip
    for_resident = forms.ChoiceField(
        label="盖好以后交给村（居）民个人吗？", choices=[(NO, "不交给个人"), (YES, "交给个人")],
        widget=forms.RadioSelect, required=False,
    )  # fmt: skip
    concerned = _text(
        "给谁办的（没有就不填）",
        60,
        "为某个人办的才填姓名，如建房申请；几个人用顿号隔开。他们自己不签批、不盖章。",
    )
    papers = PhotosField(
        label="写好的材料", most=MOST_FILES, pdf=True,
        help_text="交PDF；没有电子件的，拍首页和名单页。没写完、有空白的不能盖章。",
    )  # fmt: skip
    override = _chosen(
        "有地方要空着，原因是", Override, help_text="只在确实应当空着时选；选了要另一位复核签批人复核。"
    )
    to = _text("介绍到哪里", 40)
    bearers = _text("介绍谁（写一个人的姓名）", 30)
    persons = forms.IntegerField(label="一共几个人", required=False, min_value=1, max_value=99, initial=1)
    valid_days = forms.IntegerField(
        label="有效几天", required=False, min_value=1, max_value=365, initial=7,
        error_messages={"min_value": "至少1天", "max_value": "最多365天", "invalid": "天数要填数字"},
    )  # fmt: skip
    inquirer = _chosen("来的是哪一类单位", Inquirer)
    unit = _text("来函单位", 60)
    letter_number = _text("函号", 60)
    letter_on = forms.DateField(
        label="来函日期", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    officer = _text("办案人员一：姓名", 30)
    officer_certificate = _text("办案人员一：证件号", 30)
    second_officer = _text("办案人员二：姓名", 30)
    second_certificate = _text("办案人员二：证件号", 30)
    wanted = _text("要了解什么", 200)
    letter_scans = PhotosField(label="对方的来函（照片或者PDF）", most=3, pdf=True)
    major = forms.ChoiceField(label="是不是重大事项", required=False, help_text="重大事项要先公示或者表决。")
    whose = _chosen("是重大事项的：这是谁的事", Whose)

    def __init__(
        self,
        kind: Kind,
        scope: Mapping[str, SealUse],
        majors: Mapping[str, MajorMatter],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        for name in NOT_OF[kind]:
            del self.fields[name]
        if kind is Kind.EVIDENCE:
            self.fields["papers"].label = "写好的答复（留一份在这里）"
        if kind is Kind.INTRODUCTION:
            self.fields["matter"].label, self.fields["matter"].help_text = "去办什么事", INTO_THE_BOOK
        grouped: dict[UseClass, list[tuple[str, str]]] = {}
        for entry in scope.values():
            grouped.setdefault(entry.of_class, []).append((entry.code, entry.name))
        chosen: Any = self.fields["scope"]
        chosen.choices = [("", "请选择"), *((USE_CLASS_LABELS[one], some) for one, some in grouped.items())]
        asked: Any = self.fields["major"]
        entries = [(entry.code, entry.name) for entry in majors.values()]
        no_majors = ((NOT_MAJOR, "不是重大事项"), (SURELY_NOT_MAJOR, WORDS[SURELY_NOT_MAJOR]))
        asked.choices = [("", "请选择"), *no_majors, ("是重大事项，先公示或者表决", entries)]

    @property
    def asked(self) -> WorkAsked:
        """What was typed, as the act takes it."""
        said = self.cleaned_data
        return WorkAsked(
            kind=self.kind,
            scope=said["scope"],
            matter=said["matter"],
            copies=said["copies"] or 0,
            for_resident=ANSWERS.get(said.get("for_resident", "")),
            major=said["major"],
            whose=Whose(said["whose"]) if said["whose"] else None,
            concerned=said.get("concerned", ""),
            files=said.get("papers", ()),
            override=Override(said["override"]) if said.get("override") else None,
            letter=self._letter(said) if self.kind is Kind.INTRODUCTION else None,
            inquiry=self._inquiry(said) if self.kind is Kind.EVIDENCE else None,
            letter_scans=said.get("letter_scans", ()),
        )

    def _letter(self, said: Mapping[str, Any]) -> Letter:
        return Letter(said["to"], said["bearers"], said["persons"] or 0, said["valid_days"] or 0)

    def _inquiry(self, said: Mapping[str, Any]) -> Inquiry:
        letter_on: date | None = said["letter_on"]
        return Inquiry(
            inquirer=Inquirer(said["inquirer"]) if said["inquirer"] else None,
            unit=said["unit"],
            letter_number=said["letter_number"],
            letter_on=letter_on,
            officers=(
                Officer(said["officer"], said["officer_certificate"]),
                Officer(said["second_officer"], said["second_certificate"]),
            ),
            wanted=said["wanted"],
        )


class WorkKinForm(KinForm):
    """Asked only where somebody is concerned; of a letter, about whom it introduces."""

    kin = forms.ChoiceField(
        label="这份材料是您的近亲属的吗？",
        help_text=KinForm.base_fields["kin"].help_text,
        choices=[(NO, "不是"), (YES, "是，换人办")],
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, introduces: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if introduces:
            self.fields["kin"].label = "介绍信上写的人是您的近亲属吗？"


class WorkAgreeForm(WorkKinForm):
    """What is asked before the agreement; the tick only where the handler said: sounds major, is none."""

    not_major = forms.BooleanField(label="我看过，不是重大事项", required=False)


class WorkSealForm(WorkKinForm):
    """What is asked before the seal; the answers travel on to the sealing itself."""

    impressions = forms.IntegerField(
        label="一共盖几枚章", help_text="每份落款盖1枚；有骑缝章的，加上。", min_value=1, max_value=9999,
        widget=forms.NumberInput(attrs={"class": "w-name", "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"min_value": "枚数至少1枚", "max_value": "枚数太多了", "invalid": "枚数要填数字"},
    )  # fmt: skip
    checked = forms.ChoiceField(
        label="看过手里的纸了吗？",
        help_text="电脑看不全的地方，由您看着手里的纸回答。",
        choices=[(YES, "看过：没有空白"), (NO, "还有空白没填")],
        widget=forms.RadioSelect,
        required=False,
    )

    # Shown while the seal is taken out. Not ticked means at its place of keeping; the act compares.
    where = forms.BooleanField(label="我带着印章，就在那里盖", required=False)

    def __init__(self, *args: Any, on_photos: bool, concerns: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not on_photos:
            del self.fields["checked"]
        if not concerns:
            del self.fields["kin"]

    @property
    def said_where(self) -> Where:
        """Where it is stamped, as the custodian says."""
        return Where.OUT if self.cleaned_data["where"] else Where.OFFICE

    @property
    def looked(self) -> bool | None:
        """None: not answered, or not asked."""
        return ANSWERS.get(self.cleaned_data.get("checked", ""))

    @property
    def answers(self) -> dict[str, str]:
        """What travels on to the sealing itself."""
        names = [name for name in ("impressions", "kin", "checked", "where") if name in self.fields]
        return {name: str(self.cleaned_data[name]) for name in names}


class WorkGrantForm(WorkSealForm, CodeForm):
    """The answers with the proof of who it is."""


class ScanForm(PlainForm):
    """Pictures of the stamped paper."""

    pictures = PhotosField(label="盖好章的材料（照片或者扫描件）", most=MOST_FILES)

    @property
    def given(self) -> tuple[Checked, ...]:
        """The pictures as they may be kept."""
        return tuple(self.cleaned_data["pictures"])


class CountForm(PlainForm):
    """What the custodian counts with his own eyes; `shown` is the newest picture that lay before him."""

    shown = forms.IntegerField(required=False, widget=forms.HiddenInput)

    said = forms.IntegerField(
        label="您数的，一共几枚", required=False, min_value=0, max_value=9999,
        widget=forms.NumberInput(attrs={"class": "w-name", "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"min_value": "不能少于0枚", "max_value": "枚数太多了", "invalid": "枚数要填数字"},
    )  # fmt: skip


class FilingForm(PlainForm):
    """Where the paper lies."""

    place = forms.CharField(
        label="归到哪里", max_length=100, required=False, help_text="哪一年、哪一盒、第几件。"
    )


class WorkVoidForm(PlainForm):
    """作废; what is not chosen is refused by the act."""

    why = _chosen("为什么作废", VoidWhy)
    back = forms.ChoiceField(
        label="盖了章的纸", choices=[(YES, WORDS["paper_is_back"]), (NO, WORDS["paper_is_not_back"])],
        widget=forms.RadioSelect, required=False,
    )  # fmt: skip

    @property
    def said(self) -> tuple[VoidWhy | None, bool | None]:
        """Why, and whether the paper is back; None where it was not answered."""
        why = self.cleaned_data["why"]
        return VoidWhy(why) if why else None, ANSWERS.get(self.cleaned_data["back"])
