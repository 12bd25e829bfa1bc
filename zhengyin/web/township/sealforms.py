"""Forms about a seal's life: shape of input only."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from zhengyin.regions.names import Ending
from zhengyin.seals.kinds import KIND_LABELS, SHAPE_LABELS, SealKind, Shape
from zhengyin.seals.specification import LEAST_MM, MOST_MM, Specification
from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import PhotoField, day_field, text_field

NO_MILLIMETRES = "直径填毫米数，例如 42 或 41.5"
STARS = [("yes", "刊五角星"), ("no", "不刊")]


class OrderForm(PlainForm):
    """What is to be engraved; what is not known yet is left open."""

    kind = forms.ChoiceField(
        label="印章种类", required=False, choices=list(KIND_LABELS.items()), widget=forms.RadioSelect
    )
    purpose = text_field("专用章的全名", 40, required=False, help_text="公章不填。例如：档案专用章")
    reason = text_field(
        "为什么换", 200, required=False, help_text="第一次制作不填。更换要写，例如：磨损、改名"
    )
    shape = forms.ChoiceField(label="形状", required=False, choices=list(SHAPE_LABELS.items()))
    diameter_mm = forms.DecimalField(
        label="直径（毫米）",
        required=False,
        min_value=LEAST_MM,
        max_value=MOST_MM,
        max_digits=4,
        decimal_places=1,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "w-name"}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value", "max_digits", "max_decimal_places", "max_whole_digits"),
            NO_MILLIMETRES,
        ),
    )
    star = forms.ChoiceField(label="中央五角星", required=False, choices=STARS, widget=forms.RadioSelect)
    second_script = PhotoField(
        label="第二种文字的图样", help_text="民族文字等，只收图样，拍照或扫描；没有就不传"
    )
    material = text_field("质料", 40, required=False, help_text="例如：铜、牛角、橡胶")
    engraver = text_field("刻制单位", 80, required=False, help_text="经公安机关许可的刻章单位")
    police_number = text_field("公安备案号", 60, required=False, help_text="还没有的，颁发以前再填")

    @property
    def specification(self) -> Specification:
        """As the act takes it."""
        said = self.cleaned_data
        return Specification(
            shape=Shape(said["shape"] or Shape.ROUND),
            diameter_mm=said["diameter_mm"],
            star=said["star"] != "no",
            material=said["material"],
            engraver=said["engraver"],
            police_number=said["police_number"],
        )

    @property
    def seal_kind(self) -> SealKind:
        """A 公章 unless said otherwise."""
        return SealKind(self.cleaned_data["kind"] or SealKind.OFFICIAL)


class AnywayForm(PlainForm):
    """Asked once more, where a picture came back: kept although nothing could be measured in it."""

    anyway = forms.BooleanField(label="照片上没有量出印模，仍然留存", required=False)
    anyway_reason = text_field(
        "为什么仍然留存", 200, required=False, help_text="例如：印章太大，采集纸盖不下"
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        if not self.is_bound:
            del self.fields["anyway"], self.fields["anyway_reason"]

    @property
    def kept_anyway(self) -> str:
        """Why; empty where the tick is not set."""
        said = self.cleaned_data
        return str(said["anyway_reason"]) if said["anyway"] else ""


class IssueForm(AnywayForm):
    """The seal on the table and who takes it."""

    made_on = day_field("刻制日期")
    issued_on = day_field("颁发日期")
    received_by = text_field("领取人", 30, kind="w-name", help_text="在领取单上签字的人")
    police_number = text_field(
        "公安备案号", 60, required=False, help_text="制作时填过的不用再填；没有备案号的，写明为什么没有"
    )
    receipt = PhotoField(label="签了字的领取单，拍一张", help_text="先打印领取单，领取人签字")
    impression = PhotoField(label="印模（盖在印模采集纸上，拍一张）", help_text="可以不传；以后还能补")

    def __init__(self, *args: Any, demonstration: bool, **named: Any) -> None:
        super().__init__(*args, **named)
        if demonstration:
            for name, words in (("police_number", "示例库可以不填"), ("receipt", "示例库可以不传")):
                self.fields[name].help_text = f"{self.fields[name].help_text}。{words}"


class ReasonForm(PlainForm):
    """Why, in a sentence."""

    reason = text_field("原因", 200)


class CollectForm(PlainForm):
    """Who handed it in, on which day, signed where."""

    collected_on = day_field("收缴日期")
    handed_in_by = text_field("交印人", 30, kind="w-name", help_text="在收缴单上签字的人")
    paper = PhotoField(label="签了字的收缴单，拍一张", help_text="可以不传")


class VoidForm(PlainForm):
    """Since when it is withheld, how it was asked for, and the public notice."""

    since = forms.DateTimeField(
        label="从什么时候起不交",
        input_formats=["%Y-%m-%dT%H:%M"],
        widget=forms.DateTimeInput(
            format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local", "class": "w-idno"}
        ),
        help_text="这以后盖的，核对时显示待核",
        error_messages={"invalid": "时间写成 2026-01-05T08:30 这样"},
    )
    document = text_field("作废公告（名称和文号）", 200)
    reason = text_field("怎样催交的", 200, help_text="例如：两次书面催交，拒不交出")


class DestroyForm(PlainForm):
    """When, where, how, before whom."""

    destroyed_on = day_field("销毁日期")
    place = text_field("在哪里销毁的", 120)
    how = text_field("怎样销毁的", 60, help_text="例如：锯断、熔化")
    first_witness = text_field("见证人一", 30, kind="w-name")
    second_witness = text_field("见证人二", 30, kind="w-name", help_text="两个人，都不是您自己")
    record = PhotoField(label="销毁记录或者照片", help_text="可以不传")


class ImpressionForm(AnywayForm):
    """A picture of what the seal prints."""

    taken = PhotoField(
        label="印模照片", required=True, help_text="盖在印模采集纸的黑框中间，从正上方拍，黑框拍全"
    )


class CommitteeEndForm(PlainForm):
    """Abolished, or merged into another; from which day, by which paper."""

    how = forms.ChoiceField(
        label="撤销还是合并",
        choices=[(Ending.MERGED.value, "合并到别的村（社区）"), (Ending.ABOLISHED.value, "撤销")],
        widget=forms.RadioSelect,
    )
    into = forms.ChoiceField(label="合并到哪里", required=False)
    ended_on = day_field("从哪天起")
    document = text_field("批准文件（名称和文号）", 200)

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        others: Iterable[tuple[str, list[tuple[str, str]]]],
        **named: Any,
    ) -> None:
        super().__init__(data, **named)
        self.fields["into"] = forms.ChoiceField(
            label="合并到哪里", required=False, choices=[("", "（撤销的不选）"), *others]
        )
