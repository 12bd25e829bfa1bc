"""The short forms of what follows a proposal: shape of input only."""

from collections.abc import Iterable
from typing import Any

from django import forms

from zhengyin.admission.kinds import RULES, Conclusion, Kind, Stance
from zhengyin.web.admission.forms import Typing
from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import PhotoField, day_field, text_field, words_field


class SubmitForm(PlainForm):
    """What came on paper: its scan and the day it came."""

    paper = PhotoField(label="盖了章的申请表（照片或者PDF）")
    received_on = day_field("哪天收到的", required=False)


class WhyForm(PlainForm):
    """A reason, said to whoever asked."""

    reason = words_field("原因", 200, required=False)


class RefuseForm(WhyForm):
    """不予受理, by a rule."""

    field_order = ("rule", "reason")

    def __init__(self, data: Typing = None, *, kind: Kind) -> None:
        super().__init__(data, auto_id="refuse-%s")
        choices = [("", "请选一条"), *((rule.value, rule.words) for rule in RULES[kind])]
        self.fields["rule"] = forms.ChoiceField(label="依据哪一条", choices=choices, required=False)
        self.order_fields(self.field_order)


class ConsultForm(PlainForm):
    """征求意见: until when, whom beside those who must be asked."""

    due_on = day_field("答复期限（含当天）")

    def __init__(self, data: Typing = None, *, others: Iterable[tuple[str, str]], **said: Any) -> None:
        super().__init__(data, **said)
        choices = list(others)
        if choices:
            self.fields["others"] = forms.MultipleChoiceField(
                label="还征求哪些部门的意见", choices=choices, required=False,
                widget=forms.CheckboxSelectMultiple,
            )  # fmt: skip


class AnswerForm(PlainForm):
    """What a body answers at its desk."""

    stance = forms.ChoiceField(
        label="有没有意见",
        choices=[(one.value, one.words) for one in Stance],
        widget=forms.RadioSelect,
        required=False,
    )
    words = words_field("意见建议（无意见的不填）", 500, required=False)


class LinkAnswerForm(AnswerForm):
    """The same by the link: who answers is typed."""

    answered_by = text_field("答复人", 30, kind="w-name", required=False)


class PaperAnswerForm(LinkAnswerForm):
    """The same from paper that came back stamped; several stand on one page, each with ids of its own."""

    answered_on = day_field("纸上的日期", required=False)
    scan = PhotoField(label="盖了章的答复（照片或者PDF）")

    def __init__(self, data: Typing = None, files: Any = None, *, about: object) -> None:
        super().__init__(data, files, auto_id=f"paper-{about}-%s")


class WeighForm(PlainForm):
    """Adopted or not, and why."""

    taken = forms.ChoiceField(
        label="采纳吗", choices=[("yes", "采纳"), ("no", "不采纳")], widget=forms.RadioSelect
    )
    because = words_field("理由", 300, required=False)

    def __init__(self, data: Typing = None, *, about: object) -> None:
        super().__init__(data, auto_id=f"weigh-{about}-%s")


class SumForm(PlainForm):
    """汇总."""

    summary = words_field("意见汇总", 500, required=False, rows=3)


class CallForm(PlainForm):
    """召集联审会议."""

    title = text_field("会议名称", 60)
    place = text_field("在哪里开", 60)
    held_on = day_field("哪天开")

    def __init__(self, data: Typing = None, *, items: Iterable[tuple[str, str]], **said: Any) -> None:
        super().__init__(data, **said)
        self.fields["items"] = forms.MultipleChoiceField(
            label="议题", choices=list(items), required=False, widget=forms.CheckboxSelectMultiple
        )


class HoldForm(PlainForm):
    """登记会议结果: each item, each body."""

    presided_by = text_field("主持人", 30, kind="w-name", required=False)
    held_on = day_field("哪天开的")
    minutes = PhotoField(label="会议纪要、签到、会签单（照片或者PDF）")

    def __init__(
        self,
        data: Typing = None,
        files: Any = None,
        *,
        items: Iterable[tuple[str, str]],
        bodies: Iterable[tuple[str, str]],
        **said: Any,
    ) -> None:
        super().__init__(data, files, **said)
        self.items, self.bodies = dict(items), dict(bodies)
        choices = [(one.value, one.words) for one in Conclusion]
        for key, name in self.items.items():
            self.fields[f"item_{key}"] = forms.ChoiceField(
                label=name, choices=choices, required=False, widget=forms.RadioSelect
            )
            self.fields[f"why_{key}"] = text_field("理由（同意的不填）", 300, required=False)
        for key, name in self.bodies.items():
            self.fields[f"came_{key}"] = forms.ChoiceField(
                label=name,
                choices=[("yes", "到会"), ("no", "没有到会")],
                required=False,
                widget=forms.RadioSelect,
            )
            self.fields[f"signed_{key}"] = text_field("会签人", 30, kind="w-name", required=False)

    @property
    def of_items(self) -> tuple[tuple[forms.BoundField, forms.BoundField], ...]:
        """Each item's conclusion and reason."""
        return tuple((self[f"item_{key}"], self[f"why_{key}"]) for key in self.items)

    @property
    def of_bodies(self) -> tuple[tuple[forms.BoundField, forms.BoundField], ...]:
        """Each body's presence and signature."""
        return tuple((self[f"came_{key}"], self[f"signed_{key}"]) for key in self.bodies)


class DecisionForm(PlainForm):
    """The document that decides."""

    title = text_field("决定的标题", 200)
    number = text_field("文号", 60)
    issued_by = text_field("发文机关", 200)
    signed_by = text_field("签发人", 30, kind="w-name")
    reviewed_by = text_field("合法性审核单位", 60)
    reviewed_on = day_field("合法性审核日期")
    filing_number = text_field("备案号（没有的不填）", 60, required=False)
    issued_on = day_field("印发日期")
    takes_effect_on = day_field("从哪天起施行")
    valid_until = day_field("有效期到哪天（含当天，长期的不填）", required=False)
    scan = PhotoField(label="决定的扫描件（照片或者PDF）")


class PublishForm(DecisionForm):
    """The items it decides on beside it."""

    def __init__(
        self, data: Typing = None, files: Any = None, *, items: Iterable[tuple[str, str]], **said: Any
    ) -> None:
        super().__init__(data, files, **said)
        self.fields["items"] = forms.MultipleChoiceField(
            label="公布哪几项", choices=list(items), required=False, widget=forms.CheckboxSelectMultiple
        )
