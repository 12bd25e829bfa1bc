"""What is typed about a 告知函: shape of input only."""

from collections.abc import Mapping
from typing import Any

from django import forms

from zhengyin.certificates.kinds import SentBy
from zhengyin.certificates.letter import LetterGiven
from zhengyin.certificates.queries.letters import LIMITS, LetterPage, problems_in, tidied
from zhengyin.certificates.words import WORDS
from zhengyin.web.deliberation.forms import Named
from zhengyin.web.offices.fields import day_field, text_field

Typed = Mapping[str, Any] | None


class LetterForm(Named):
    """What is wrong with the words stands at their field, by the same function as the act."""

    def clean(self) -> dict[str, Any]:
        """Only what the letter knows."""
        said = {name: str(self.cleaned_data.get(name, "")) for name in LIMITS if name in self.fields}
        for name, words in problems_in(**said):
            if name not in self.errors:
                self.add_error(name, words)
        return self.cleaned_data


class DraftForm(LetterForm):
    """To whom, where, until when."""

    unit = text_field("发给哪个单位（全称）", LIMITS["unit"][1])
    address = text_field(
        "对方地址（可以不填）", LIMITS["address"][1], required=False, help_text="邮寄的时候抄在信封上"
    )
    answer_by = day_field("请对方在哪天以前答复")

    @classmethod
    def of(cls, page: LetterPage, data: Typed = None) -> "DraftForm":
        """As it stands now."""
        return cls(data, initial={"unit": page.unit, "address": page.address, "answer_by": page.answer_by})

    @property
    def given(self) -> LetterGiven:
        """As the act takes it."""
        said = self.cleaned_data
        return tidied(LetterGiven(said["unit"], said["address"], said["answer_by"]))


class ReturnForm(LetterForm):
    """Why it goes back."""

    reason = text_field("哪里要改", 200)


class SendForm(LetterForm):
    """How it left the office."""

    signed = forms.BooleanField(label="负责人已经在纸上签了名", required=False)
    how = forms.ChoiceField(
        label="怎样送的",
        choices=[(one.value, WORDS[f"sent_by.{one.value}"]) for one in SentBy],
        widget=forms.RadioSelect,
    )
    post_number = text_field("邮寄单号（邮寄的填）", LIMITS["post_number"][1], required=False)
    note = text_field("怎样送的、交给了谁（其他方式的填）", LIMITS["note"][1], required=False)


class BasisForm(LetterForm):
    """What the unit named."""

    basis = text_field("对方给出的依据", LIMITS["basis"][1], help_text="文件名称、文号、第几条")
    said = text_field("怎样答复的（可以不填）", LIMITS["said"][1], required=False)


class DroppedForm(LetterForm):
    """The unit asks no more."""

    said = text_field("怎样答复的（可以不填）", LIMITS["said"][1], required=False)
