"""Forms of a void, for director and custodian. What is missing is said by the act, at its field."""

from collections.abc import Mapping
from typing import Any

from django import forms

from zhengyin.certificates.actions import VoidGiven
from zhengyin.certificates.kinds import Voiding, Why
from zhengyin.certificates.queries.case import CasePage
from zhengyin.certificates.queries.voiding import LONGEST_NOTE, LONGEST_PLACE
from zhengyin.certificates.words import WORDS
from zhengyin.shared.refusal import Refused
from zhengyin.web.forms import PlainForm
from zhengyin.web.words import sentence

OFF = {"autocomplete": "off"}
KINDS = {Voiding.COLLECTED: "都收回来了", Voiding.ANNOUNCED: "没有收齐，已经公告作废"}
AT = {
    "void_kind_missing": "kind", "why_void_missing": "why", "void_note_missing": "note",
    "not_all_collected": "collected", "announcement_missing": "announced_where",
    "announced_before_seal": "announced_on", "announced_in_future": "announced_on",
}  # fmt: skip


class UnstampedForm(PlainForm):
    """Why, and a few words where the list of reasons does not say it."""

    why = forms.ChoiceField(
        label="为什么作废", required=False, widget=forms.RadioSelect,
        choices=[(one.value, WORDS[f"why.{one.value}"]) for one in Why],
        help_text="查验的人会看到这一条。",
    )  # fmt: skip
    note = forms.CharField(
        label="说明（可以不填）", max_length=LONGEST_NOTE, required=False,
        widget=forms.TextInput(attrs=OFF), help_text="只有本村（社区）看得到。",
    )  # fmt: skip

    @property
    def chosen(self) -> Why | None:
        """The reason, if one was chosen."""
        why = self.cleaned_data["why"]
        return Why(why) if why else None


class VoidForm(UnstampedForm):
    """The same, with what became of the sheets."""

    kind = forms.ChoiceField(
        label="纸收回来了吗", required=False, widget=forms.RadioSelect,
        choices=[(kind.value, words) for kind, words in KINDS.items()],
    )  # fmt: skip
    collected = forms.IntegerField(
        label="收回来几份", required=False, min_value=0, max_value=99,
        widget=forms.NumberInput(attrs={**OFF, "class": "w-name", "inputmode": "numeric"}),
        error_messages={"invalid": "份数要填数字", "min_value": "份数要填数字", "max_value": "份数最多99份"},
    )  # fmt: skip
    announced_on = forms.DateField(
        label="没有收齐的：哪天公告的", required=False,
        widget=forms.DateInput(attrs={"type": "date", "class": "w-name"}),
        error_messages={"invalid": "不是一个日期"},
    )  # fmt: skip
    announced_where = forms.CharField(
        label="在哪里公告的", max_length=LONGEST_PLACE, required=False, widget=forms.TextInput(attrs=OFF),
        help_text="比如：村务公开栏。查验的人会看到。",
    )  # fmt: skip
    field_order = ("kind", "collected", "announced_on", "announced_where", "why", "note")

    @property
    def given(self) -> VoidGiven:
        """What was said, as the act takes it."""
        said = self.cleaned_data
        return VoidGiven(
            kind=Voiding(said["kind"]) if said["kind"] else None,
            why=self.chosen,
            note=said["note"],
            collected=said["collected"] or 0,
            announced_where=said["announced_where"],
            announced_on=said["announced_on"],
        )


def void_form(page: CasePage, data: Mapping[str, Any] | None = None) -> VoidForm:
    """All copies are taken to be back until somebody says otherwise."""
    return VoidForm(data, prefix="void", initial={"collected": page.copies})


def unstamped_form(data: Mapping[str, Any] | None = None) -> UnstampedForm:
    """Nothing is chosen beforehand."""
    return UnstampedForm(data, prefix="void")


def at_the_form(form: UnstampedForm, refused: Refused) -> Refused | None:
    """What is wrong with an answer stands at its field; return the other reasons, if there are any."""
    for refusal in refused.refusals:
        if AT.get(refusal.code) in form.fields:
            form.add_error(AT[refusal.code], sentence(refusal))
    others = [one for one in refused.refusals if AT.get(one.code) not in form.fields]
    return Refused(others) if others else None
