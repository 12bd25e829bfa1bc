"""What is typed about inspections and violations: shape of input only."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.datastructures import MultiValueDict

from zhengyin.supervision.policy.inspection import MOST_PHOTOS, Plan
from zhengyin.supervision.policy.violation import MeasureGiven, WrongGiven
from zhengyin.supervision.policy.words import LONGEST
from zhengyin.supervision.topics import TOPIC_LABELS, Topic
from zhengyin.supervision.wrongs import (
    MEASURE_LABELS,
    SOURCE_LABELS,
    WRONG_LABELS,
    Measure,
    Source,
    Wrong,
)
from zhengyin.web.deliberation.forms import Named
from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import day_field, text_field, words_field
from zhengyin.web.photos import PhotosField

Typed = Mapping[str, Any] | None
Choices = Iterable[tuple[str, str]]
WITHOUT_NAMES = "只写事，不写村（居）民的姓名、证件号码和电话"


class PlanForm(PlainForm):
    """安排检查: one plan, as many committees as are ticked."""

    title = text_field("这次检查叫什么", 60, help_text="例如：2026年第四季度印章检查")
    topics = forms.MultipleChoiceField(
        label="检查什么", choices=list(TOPIC_LABELS.items()), widget=forms.CheckboxSelectMultiple
    )
    planned_from = day_field("哪天开始")
    planned_last = day_field("到哪天为止（含当天）")
    first_inspector = text_field("谁去检查", 30, kind="w-name")
    second_inspector = text_field("另一位", 30, kind="w-name")
    whole = forms.BooleanField(label="所有的村（社区）", required=False)
    committees = forms.MultipleChoiceField(
        label="检查哪些村（社区）", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Typed, committees: Choices, today: date) -> None:
        usual = [topic.value for topic in Topic if topic is not Topic.OTHER]
        super().__init__(data, initial={"topics": usual, "planned_from": today})
        self.every = [(key, name) for key, name in committees]
        self.fields["committees"] = forms.MultipleChoiceField(
            label="检查哪些村（社区）", required=False, choices=self.every,
            widget=forms.CheckboxSelectMultiple,
        )  # fmt: skip

    @property
    def plan(self) -> Plan:
        """The plan as the rules see it."""
        said = self.cleaned_data
        chosen = [key for key, _ in self.every] if said["whole"] else said["committees"]
        return Plan(
            title=said["title"], committees=frozenset(UUID(key) for key in chosen),
            topics=frozenset(Topic(one) for one in said["topics"]), planned_from=said["planned_from"],
            planned_last=said["planned_last"],
            inspectors=(said["first_inspector"], said["second_inspector"]),
        )  # fmt: skip


class FindingForm(Named):
    """记一个问题."""

    topic = forms.ChoiceField(label="哪一项", choices=list(TOPIC_LABELS.items()))
    found = words_field("发现了什么问题", LONGEST, help_text=WITHOUT_NAMES)
    to_do = words_field("怎样整改", LONGEST)
    due_on = day_field("哪天以前改好（含当天）")


class VisitedForm(Named):
    """The day they went."""

    inspected_on = day_field("哪天去检查的")


class AnswerForm(Named):
    """答复整改."""

    answer = words_field("整改情况", LONGEST, help_text=WITHOUT_NAMES)
    photos = PhotosField(label=f"照片（最多{MOST_PHOTOS}张，没有就不传）", most=MOST_PHOTOS)

    def __init__(
        self, data: Typed = None, files: MultiValueDict[str, Any] | None = None, *, about: object = ""
    ) -> None:
        super().__init__(data, about=about)
        self.files = files if files is not None else MultiValueDict()


class WordsForm(Named):
    """One text: a reason, a remark, what was said. What may not be empty, the rules say."""

    words = words_field("写明", LONGEST)

    def __init__(self, data: Typed = None, *, about: object = "", label: str = "写明") -> None:
        super().__init__(data, about=about)
        self.fields["words"].label, self.fields["words"].required = label, False


class FeedbackForm(Named):
    """反馈给主管部门."""

    item = text_field("涉及什么事项（没有就不填）", 60, required=False)
    department = text_field("涉及哪个部门（没有就不填）", 60, required=False)
    words = words_field("反馈什么", LONGEST, help_text=WITHOUT_NAMES)


class WrongForm(PlainForm):
    """登记违规."""

    committee = forms.ChoiceField(label="哪个村（社区）")
    wrong = forms.ChoiceField(label="违规种类", choices=list(WRONG_LABELS.items()))
    source = forms.ChoiceField(label="怎样发现的", choices=list(SOURCE_LABELS.items()))
    happened_on = day_field("哪天发生的")
    offices = text_field("涉及什么职务", 60, help_text="例如：印章保管人。职务写进登记簿")
    persons = text_field("涉及的人", 60, help_text="姓名单独存放，到期可以删除，登记簿照样完整")
    facts = words_field(
        "事实", LONGEST, rows=3, help_text="什么时候、做了什么、怎样发现的；不写证件号码和电话"
    )

    def __init__(self, data: Typed, committees: Choices) -> None:
        super().__init__(data)
        choices = [("", "请选"), *committees]
        self.fields["committee"] = forms.ChoiceField(label="哪个村（社区）", choices=choices)

    @property
    def given(self) -> WrongGiven:
        """What is written down, as the rules see it."""
        said = self.cleaned_data
        return WrongGiven(
            committee=UUID(said["committee"]), wrong=Wrong(said["wrong"]), source=Source(said["source"]),
            happened_on=said["happened_on"], offices=said["offices"], persons=said["persons"],
            facts=said["facts"],
        )  # fmt: skip


class MeasureForm(Named):
    """记处理."""

    measure = forms.ChoiceField(label="怎样处理", choices=list(MEASURE_LABELS.items()))
    done_on = day_field("哪天处理的")
    measure_words = words_field("处理情况", LONGEST)
    body = text_field("移送给哪个机关（移送才填）", 60, required=False)
    document = text_field("文书编号（有就填，移送必填）", 60, required=False)

    @property
    def given(self) -> MeasureGiven:
        """The measure as the rules see it."""
        said = self.cleaned_data
        return MeasureGiven(
            measure=Measure(said["measure"]), done_on=said["done_on"], words=said["measure_words"],
            body=said["body"], document=said["document"],
        )  # fmt: skip
