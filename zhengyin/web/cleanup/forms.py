"""The forms of a clean-up round: shape of input only."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from zhengyin.cleanup.actions import Said
from zhengyin.cleanup.kinds import Verdict
from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import PhotoField, day_field, text_field, words_field

Typing = Mapping[str, Any] | None
Choices = Iterable[tuple[str, str]]
NO_DESK = "别的单位（在下面写名称）"


def unit_field(label: str, units: Choices) -> forms.ChoiceField:
    """One of the county's departments and townships, or one by its name."""
    return forms.ChoiceField(label=label, choices=[("", NO_DESK), *units], required=False)


class OpenForm(PlainForm):
    """开始清理."""

    title = text_field("清理的名称", 60, help_text="比如：2026年证明事项清理")
    due_on = day_field("答复期限（含当天）")
    ends_on = day_field("没有依据的，从哪天起取消")


class AssignForm(PlainForm):
    """Which entries are whose."""

    name = text_field("单位名称（上面选了的不填）", 60, required=False)

    def __init__(self, data: Typing = None, *, reviews: Choices, units: Choices, **said: Any) -> None:
        super().__init__(data, **said)
        self.fields["reviews"] = forms.MultipleChoiceField(
            label="哪些事项", choices=list(reviews), required=False, widget=forms.CheckboxSelectMultiple
        )
        self.fields["unit"] = unit_field("由哪个单位清理", units)


class FindingForm(PlainForm):
    """What a unit finds of one entry, at its desk."""

    verdict = forms.ChoiceField(
        label="清理意见", choices=[(one.value, one.words) for one in Verdict], widget=forms.RadioSelect,
        required=False,
    )  # fmt: skip
    basis = words_field("依据（文件名称、文号、第几条；没有依据的不填）", 300, required=False)
    reason = words_field("理由（修改、取消的要填）", 300, required=False)
    instead = words_field("取消以后怎样办（去哪里、带什么）", 300, required=False)

    def said(self, **more: Any) -> Said:
        """What was typed, for the act."""
        data = self.cleaned_data
        words = {name: data[name] for name in ("basis", "reason", "instead")}
        return Said(Verdict(data["verdict"]) if data["verdict"] else None, **words, **more)


class LinkFindingForm(FindingForm):
    """The same by the link: who answers is typed."""

    answered_by = text_field("答复人", 30, kind="w-name", required=False)


class PaperFindingForm(LinkFindingForm):
    """The same from paper that came back stamped."""

    answered_on = day_field("纸上的日期", required=False)
    scan = PhotoField(label="盖了章的答复（照片或者PDF）")

    def __init__(self, data: Typing = None, files: Any = None) -> None:
        super().__init__(data, files, auto_id="paper-%s")


class SettleForm(FindingForm):
    """The lead body's own finding, for a unit that was silent."""

    def __init__(self, data: Typing = None) -> None:
        super().__init__(data, auto_id="settle-%s")
