"""A document, a change, a mistake, a review: shape of input only."""

from typing import Any

from django import forms

from zhengyin.catalogue.bases.actions import TypedBasis, TypedChange
from zhengyin.catalogue.bases.kinds import BasisEvent
from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import PhotoField, day_field, text_field, words_field


class BasisForm(PlainForm):
    """A document of the county's own."""

    title = text_field("标题", 200)
    number = text_field("文号（没有的不填）", 60, required=False)
    issued_by = text_field("发文机关", 200)
    issued_on = day_field("哪天印发（不知道的不填）", required=False)
    effective_from = day_field("从哪天起施行（不知道的不填）", required=False)
    valid_until = day_field("有效期到哪天（含当天，没有的不填）", required=False)
    note = words_field("说明（可以不填）", 300, required=False)

    def typed(self) -> TypedBasis:
        """What was typed, for the act."""
        return TypedBasis(**self.cleaned_data)


class ChangeForm(PlainForm):
    """What a later document did to this one."""

    event = forms.ChoiceField(
        label="怎么变了", choices=[(one.value, one.words) for one in BasisEvent], widget=forms.RadioSelect
    )
    takes_effect_on = day_field("从哪天起")
    by_title = text_field("按哪份文件", 200, help_text="写标题，不用加书名号")
    by_number = text_field("那份文件的文号（没有的不填）", 60, required=False)
    articles = text_field("只改了哪几条（全部的不填）", 200, required=False)
    scan = PhotoField(label="那份文件（照片或者PDF，可以不附）")

    def typed(self) -> TypedChange:
        """What was typed, for the act."""
        said: dict[str, Any] = {name: one for name, one in self.cleaned_data.items() if name != "scan"}
        return TypedChange(**said | {"event": BasisEvent(said["event"])})


class MistakeForm(PlainForm):
    """What was wrong about a record; several stand on one page, each with ids of its own."""

    reason = words_field("哪里登记错了", 200)

    def __init__(self, data: Any = None, *, about: object) -> None:
        super().__init__(data, auto_id=f"mistake-{about}-%s")


class ReviewForm(PlainForm):
    """The entry stays: why, and on what it rests now."""

    reason = words_field("为什么保留", 300)
    rests_on = text_field("现在的依据", 200, help_text="哪份文件、第几条，例如：《某某条例》第九条")
