"""Taking the seal out and bringing it back: shape of input only."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms

from zhengyin.shared.days import SHANGHAI
from zhengyin.web.forms import PlainForm, ReasonForm
from zhengyin.web.offices.fields import text_field

MINUTE = "%Y-%m-%dT%H:%M"
EVENING = time(18)


def moment_field(label: str, help_text: str = "") -> forms.DateTimeField:
    """A minute, with the browser's own calendar where it has one."""
    widget = forms.DateTimeInput(format=MINUTE, attrs={"type": "datetime-local", "class": "w-idno"})
    return forms.DateTimeField(
        label=label, help_text=help_text, input_formats=[MINUTE], widget=widget,
        error_messages={"invalid": "时间写成 2026-01-05T08:30 这样"},
    )  # fmt: skip


def minute_of(at: datetime) -> datetime:
    """The minute of an instant, as such a field shows it."""
    return at.astimezone(SHANGHAI).replace(second=0, microsecond=0)


NO_NAMES = "只写事，不写村（居）民的姓名、证件号码和电话"


class AskForm(PlainForm):
    """Why, where to, from when until when."""

    reason = text_field("为什么要带出", 200, help_text=f"例如：到三社集中登记，现场盖章。{NO_NAMES}")
    place = text_field("带到哪里", 120, help_text="写单位或者地点，不写村（居）民的姓名、证件号码和电话")
    from_at = moment_field("从什么时候")
    until_at = moment_field("最晚什么时候归还", "到时间没有归还的，乡镇（街道、苏木）和主管部门都看得到")

    @classmethod
    def for_now(cls, at: datetime) -> "AskForm":
        """Begins now, until this evening; later in the day, for two hours."""
        now = minute_of(at)
        evening = datetime.combine(now.date(), EVENING, SHANGHAI)
        return cls(initial={"from_at": now, "until_at": max(evening, now + timedelta(hours=2))})


class ExtendForm(PlainForm):
    """A later due time, and why."""

    until_at = moment_field("改到最晚什么时候归还")
    why = text_field("为什么要延长", 200, help_text=NO_NAMES)


class WhyForm(ReasonForm):
    """Why it is not taken out: not agreed to, or not needed any more."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["reason"].help_text = NO_NAMES


class ReturnForm(PlainForm):
    """When it came back."""

    back_at = moment_field("什么时候回到保管处的")

    @classmethod
    def for_now(cls, at: datetime) -> "ReturnForm":
        """Just now."""
        return cls(initial={"back_at": minute_of(at)})

    def moment(self, at: datetime) -> datetime:
        """The end of the minute said, or `at` in this one: a stamp of that minute came before."""
        said: datetime = self.cleaned_data["back_at"]
        return at if said == minute_of(at) else said + timedelta(seconds=59)
