"""Asking, answering, whom to ask: shape of input only."""

from collections.abc import Iterable
from typing import Any

from django import forms

from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import day_field, text_field, words_field

Items = Iterable[tuple[str, str]]


class AskForm(PlainForm):
    """Which item, what is asked."""

    words = words_field("要问什么（不写身份证号码和手机号）", 300, required=False, rows=3)
    field_order = ("item", "words")

    def __init__(self, data: Any = None, *, items: Items, **said: Any) -> None:
        super().__init__(data, **said)
        choices = [("", "请选一项"), *((code, f"{name}（{code}）") for code, name in items)]
        self.fields["item"] = forms.ChoiceField(label="哪一项", choices=choices)
        self.order_fields(self.field_order)


class AnswerForm(PlainForm):
    """What the department answers, and who does."""

    words = words_field("答复（各村、社区都看得到）", 800, required=False, rows=4)
    answered_by = text_field("答复人", 30, kind="w-name", required=False)


class EnteredForm(AnswerForm):
    """The same as the lead body was told."""

    answered_on = day_field("哪天答复的", required=False)


class ContactForm(PlainForm):
    """Whom to ask about an item."""

    department = text_field("联系部门", 60, required=False)
    telephone = text_field("办公电话（不填个人手机号）", 20, kind="w-idno", required=False)
    field_order = ("item", "department", "telephone")

    def __init__(self, data: Any = None, *, items: Items, **said: Any) -> None:
        super().__init__(data, **said)
        choices = [("", "请选一项"), *((code, f"{name}（{code}）") for code, name in items)]
        self.fields["item"] = forms.ChoiceField(label="哪一项", choices=choices)
        self.order_fields(self.field_order)
