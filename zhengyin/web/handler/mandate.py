"""委托书: its form on the page of a case."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from zhengyin.certificates.asked import MandateGiven, tidied_proxy
from zhengyin.certificates.kinds import Covers, Kept
from zhengyin.certificates.queries.case import CasePage
from zhengyin.certificates.queries.mandates import problems_of
from zhengyin.certificates.words import WORDS
from zhengyin.web.forms import PlainForm
from zhengyin.web.offices.fields import PhotoField, day_field, text_field

BEGUN = ("identity", "relation", "given_on", "until")  # empty until somebody types


class MandateForm(PlainForm):
    """Who stands there, what the paper lets them do, until when."""

    name = text_field("代办人姓名", 30, kind="w-name")
    identity = text_field("代办人公民身份号码", 30, kind="w-idno", help_text="看代办人的证件原件")
    relation = text_field("是申请人的什么人", 20, kind="w-name")
    covers = forms.MultipleChoiceField(
        label="委托书写了让他（她）办什么",
        choices=[(one.value, WORDS[f"covers.{one.value}"]) for one in Covers],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    given_on = day_field("委托书的日期")
    until = day_field("委托到哪天（含当天）", help_text="照委托书上写的填")
    kept = forms.ChoiceField(
        label="委托书怎样留下", choices=[(one.value, WORDS[f"kept.{one.value}"]) for one in Kept],
        widget=forms.RadioSelect, initial=Kept.PHOTO.value,
    )  # fmt: skip
    photo = PhotoField(label="拍一张委托书")

    def __init__(
        self,
        page: CasePage,
        data: Mapping[str, Any] | None = None,
        files: "MultiValueDict[str, UploadedFile[bytes]] | None" = None,
        *,
        typed: QueryDict | None = None,
    ) -> None:
        """`typed` is shown again and not judged: the same page was sent for its other button."""
        initial = {"name": page.proxy, "covers": [Covers.APPLY.value, Covers.COLLECT.value]}
        self.begun = typed is not None and any([*map(typed.get, BEGUN), "photo" in (files or ())])
        if typed is not None and self.begun:
            initial = {name: typed.get(name, "") for name in (*BEGUN, "name", "kept")}
            initial["covers"] = typed.getlist("covers")
        judged = None if typed is not None else files
        super().__init__(data, judged, auto_id="mandate-%s", initial=initial)
        if self.begun and files:
            self.files = files  # the page names what has to be chosen again

    def clean(self) -> dict[str, Any]:
        """What does not fit stands at its field, by the same function as the act."""
        said = self.cleaned_data
        name, identity, relation = tidied_proxy(
            *(said.get(one, "") for one in ("name", "identity", "relation"))
        )
        for field, words in problems_of(name, identity, relation):
            if field not in self.errors:
                self.add_error(field, words)
        return said

    @property
    def given(self) -> MandateGiven:
        """As the act takes it."""
        said, picture = self.cleaned_data, self.cleaned_data["photo"]
        return MandateGiven(
            name=said["name"],
            identity=said["identity"],
            relation=said["relation"],
            covers=frozenset(Covers(one) for one in said["covers"]),
            given_on=said["given_on"],
            until=said["until"],
            kept=Kept(said["kept"]),
            photo=picture.data if picture else b"",
            content_type=picture.content_type if picture else "",
        )
