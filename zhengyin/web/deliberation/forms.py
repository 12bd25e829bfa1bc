"""What is typed about notices, objections and meetings: shape of input only."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django import forms

from zhengyin.deliberation.kinds import (
    HANDLING_LABELS,
    HEARD_LABELS,
    MEETING_LABELS,
    Handling,
    Heard,
    MeetingKind,
)
from zhengyin.deliberation.policy.meeting import Measure, Votes
from zhengyin.shared.days import SHANGHAI, day_of
from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import day_field, number_field, text_field, words_field

OF_VILLAGES = (MeetingKind.VILLAGERS_REPRESENTATIVES, MeetingKind.VILLAGERS)
OF_COMMUNITIES = (MeetingKind.RESIDENTS_REPRESENTATIVES, MeetingKind.RESIDENTS)
EVERYWHERE = (MeetingKind.GROUP, MeetingKind.COUNCIL, MeetingKind.JOINT_COMMITTEES)
WITHOUT_NAMES = "会贴出来、放上网：只写事，不写人名、证件号码和电话"
Typed = Mapping[str, Any] | None


class Named(PlainForm):
    """Several forms stand on one page: each has ids of its own."""

    def __init__(self, data: Typed = None, *, about: object = "", initial: Typed = None) -> None:
        super().__init__(data, auto_id=f"{type(self).__name__}-{about}-%s", initial=dict(initial or {}))


class PostForm(Named):
    """张贴公示."""

    matter = words_field("公示什么事", 200, help_text=WITHOUT_NAMES)
    place = text_field("贴在哪里", 100, help_text="例如：村务公开栏、三社社长家门口")
    from_on = day_field("从哪天起")
    until_on = day_field("到哪天为止（含当天）")
    party_studied_on = day_field("党组织研究的日期", required=False, help_text="没有研究过的不填")

    @classmethod
    def for_now(cls, at: datetime, days: int, matter: str) -> "PostForm":
        """From today, as long as it must at least; a request's matter stands in it as it was asked for."""
        today, last = day_of(at), day_of(at) + timedelta(days=days - 1)
        return cls(initial={"from_on": today, "until_on": last, "matter": matter})


class ExtendForm(Named):
    """延长公示."""

    until_on = day_field("延长到哪天（含当天）")
    reason = text_field("为什么延长", 200)


class HearForm(Named):
    """记录异议."""

    words = words_field("提了什么意见", 500)
    name = text_field("谁提的", 30, required=False, kind="w-name", help_text="不愿留名的不填")
    heard = forms.ChoiceField(label="怎样提的", choices=[(one.value, HEARD_LABELS[one]) for one in Heard])
    heard_at = forms.DateTimeField(
        label="什么时候提的",
        input_formats=["%Y-%m-%dT%H:%M"],
        widget=forms.DateTimeInput(
            format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local", "class": "w-idno"}
        ),
        error_messages={"invalid": "时间写成 2026-01-05T08:30 这样"},
    )

    @classmethod
    def for_now(cls, at: datetime, about: object) -> "HearForm":
        """An empty form that begins with this minute."""
        minute = at.astimezone(SHANGHAI).replace(second=0, microsecond=0)
        return cls(about=about, initial={"heard_at": minute})


class AnswerForm(Named):
    """答复异议."""

    handling = forms.ChoiceField(
        label="怎样处理",
        choices=[("", "请选一项"), *((one.value, HANDLING_LABELS[one]) for one in Handling)],
    )
    answer = words_field("怎样答复的", 500)


class WhyForm(Named):
    """A reason."""

    reason = text_field("原因", 200)


class ConveneForm(Named):
    """召集会议."""

    kind = forms.ChoiceField(label="什么会")
    matter = words_field("讨论什么事", 200, help_text="只写事，不写人名、证件号码和电话")
    place = text_field("在哪里开", 100)
    planned_on = day_field("哪天开")

    def __init__(self, data: Typed = None, *, village: bool, initial: Typed = None) -> None:
        super().__init__(data, initial=initial)
        kinds = (*(OF_VILLAGES if village else OF_COMMUNITIES), *EVERYWHERE)
        self.fields["kind"] = forms.ChoiceField(
            label="什么会",
            choices=[(one.value, MEETING_LABELS[one]) for one in kinds],
            help_text="两委联席会议可以记，但不能代替村（居）民会议、代表会议",
        )


class VotesForm(Named):
    """登记表决, as the minutes say."""

    held_on = day_field("哪天开的")
    presided_by = text_field("主持人", 30, kind="w-name")
    eligible = number_field("应到人数")
    present = number_field("实到人数")
    votes_for = number_field("同意票")
    votes_against = number_field("反对票")
    abstentions = number_field("弃权票")
    party_studied_on = day_field(
        "党组织研究的日期", required=False, help_text="村（居）民会议、代表会议决定的，要先经党组织研究"
    )
    conclusion = text_field("结论", 200)
    minutes = text_field("会议记录（名称或编号）", 200)

    @property
    def votes(self) -> Votes:
        """What was typed, as the rules take it."""
        return Votes(**{name: self.cleaned_data[name] for name in Votes.__dataclass_fields__})


class MeasureForm(Named):
    """确认表决结果: by which numbers, and where they stand."""

    quorum = number_field("最少要到多少人")
    majority = number_field("最少要多少同意票")
    article = text_field("这两个数按哪一条定的", 200, help_text="法律或者本村（社区）议事规则的名称和条款")

    @property
    def measure(self) -> Measure:
        """What was typed, as the rules take it."""
        return Measure(**{name: self.cleaned_data[name] for name in Measure.__dataclass_fields__})
