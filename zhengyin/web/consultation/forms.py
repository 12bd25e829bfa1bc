"""The draft, its enclosures, whom it goes to, what becomes of an opinion: shape of input only."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from zhengyin.consultation.actions import Typed
from zhengyin.consultation.clauses import LONGEST, clauses_of, cut, tidied, too_long
from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import PhotoField, day_field, text_field, words_field

Typing = Mapping[str, Any] | None
LONGEST_TEXT = 40_000
PARTED = "一条和一条之间空一行：要分开的，中间加一个空行；要并起来的，把空行删掉"


class DraftForm(PlainForm):
    """标题、正文、联系人."""

    title = text_field("标题", 90, help_text="不用写“征求意见稿”，会自动加上")
    text = words_field(
        "正文", LONGEST_TEXT, rows=12,
        help_text="把全文贴进来，按一、（一）1. 这样的标题自动分条；存下来先看分得对不对",
    )  # fmt: skip
    part_it = "请在句子之间换行"
    contact = text_field("联系人", 30, kind="w-name")
    telephone = text_field("办公电话", 40, kind="w-idno")

    def clean_text(self) -> str:
        """A clause that is too long is said here, where it can be parted."""
        text = str(self.cleaned_data["text"])
        if found := too_long(clauses_of(self.parted(text))):
            raise forms.ValidationError(f"“{found[0]}”这一条超过{LONGEST}字，{self.part_it}")
        return text

    def parted(self, text: str) -> str:
        """As the act will cut it."""
        return cut(text)

    def typed(self) -> Typed:
        """What was typed, for the act."""
        return Typed(**{name: self.cleaned_data[name] for name in ("title", "text", "contact", "telephone")})


class ChangeForm(DraftForm):
    """The same once it was cut: only an empty line parts two clauses."""

    part_it = "请用空行分成几条"

    def __init__(self, data: Typing = None, **said: Any) -> None:
        super().__init__(data, **said)
        self.fields["text"].help_text = PARTED
        self.fields["title"] = text_field("标题", 100)  # it ends with 征求意见稿 now

    def parted(self, text: str) -> str:
        """As it was put right."""
        return tidied(text)


class EnclosureForm(PlainForm):
    """附件."""

    name = text_field("附件名称", 80, required=False)
    file = PhotoField(label="文件（照片或者PDF）")


class SendForm(PlainForm):
    """发给谁，到什么时候."""

    due_on = day_field("哪天以前答复（含当天）")
    due_time = forms.TimeField(
        label="几点以前（不限的不填）", required=False, input_formats=["%H:%M"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time", "class": "w-name"}),
        error_messages={"invalid": "几点写成 16:00 这样"},
    )  # fmt: skip
    others = words_field("还发给哪些单位（没有账户的，一行一个）", 3000, required=False, rows=4)

    def __init__(self, data: Typing = None, *, units: Iterable[tuple[str, str]], **said: Any) -> None:
        super().__init__(data, **said)
        choices = list(units)
        self.fields["bodies"] = forms.MultipleChoiceField(
            label="发给谁", choices=choices, required=False, widget=forms.CheckboxSelectMultiple,
            initial=[key for key, _ in choices],
        )  # fmt: skip

    def clean_others(self) -> tuple[str, ...]:
        """One a line; none longer than a name is."""
        names = tuple(line.strip() for line in str(self.cleaned_data["others"]).splitlines() if line.strip())
        if too_long := next((name for name in names if len(name) > 60), ""):
            raise forms.ValidationError(f"“{too_long[:20]}…”太长了，单位名称最多60个字")
        return names


class CancelForm(PlainForm):
    """取消的原因."""

    reason = words_field("为什么取消", 200, required=False)


class WeighForm(PlainForm):
    """Adopted or not, and why; several stand on one page, each with ids of its own."""

    taken = forms.ChoiceField(
        label="采纳吗", choices=[("yes", "采纳"), ("no", "不采纳")], widget=forms.RadioSelect
    )
    because = words_field("理由", 300, required=False)

    def __init__(self, data: Typing = None, *, about: object, **said: Any) -> None:
        super().__init__(data, auto_id=f"weigh-{about}-%s", **said)
