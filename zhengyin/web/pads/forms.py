"""What is typed about pads and slips: shape of input only."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.datastructures import MultiValueDict

from zhengyin.catalogue.entries import Form
from zhengyin.catalogue.kinds import Method
from zhengyin.catalogue.policy import Question
from zhengyin.certificates.slips import MOST, LateGiven, Outage, Spoilt
from zhengyin.certificates.words import WORDS
from zhengyin.documents.uploads import Checked
from zhengyin.shared.days import SHANGHAI
from zhengyin.web.forms import PlainForm
from zhengyin.web.handler.application import ApplicationForm
from zhengyin.web.offices.fields import PhotoField, text_field

MINUTE = "%Y-%m-%dT%H:%M"
NOBODY, NEITHER, APPROVER, SEALER, BOTH = "none", "neither", "approver", "sealer", "both"
Everybody = Sequence[tuple[UUID, str]]


class IssueForm(PlainForm):
    """印一本: how many slips."""

    slips = forms.IntegerField(
        label="印几张", help_text=f"一张纸印两张，一次最多{MOST}张", min_value=1, max_value=MOST, initial=20,
        widget=forms.NumberInput(attrs={"class": "w-name", "inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("min_value", "max_value", "invalid"), f"张数要在1到{MOST}之间"),
    )  # fmt: skip


class SpoilForm(PlainForm):
    """作废."""

    reason = forms.ChoiceField(
        label="为什么作废", choices=[(one.value, WORDS[f"spoilt.{one}"]) for one in Spoilt],
        widget=forms.RadioSelect,
    )  # fmt: skip


class CloseForm(PlainForm):
    """收回: the numbers as the page showed them, and that they were counted."""

    unused = forms.CharField(widget=forms.HiddenInput, required=False)
    counted = forms.BooleanField(
        label="这几张我都点过了，没有盖过章，已经收在一起",
        error_messages={"required": "请先点清，再打钩"},
    )

    @property
    def numbers(self) -> tuple[int, ...]:
        """The slips said to be unused; what is no number is none of them."""
        said = self.cleaned_data["unused"].split(",")
        return tuple(int(one) for one in said if one.isascii() and one.isdecimal() and len(one) < 10)


class RectifyForm(PlainForm):
    """整改."""

    done = forms.CharField(
        label="怎样整改的", max_length=200, widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"})
    )


class MomentForm(PlainForm):
    """When the paper was stamped: the rules are looked at as of then."""

    happened = forms.DateTimeField(
        label="什么时候盖的章（照单子上写的）",
        input_formats=[MINUTE],
        widget=forms.DateTimeInput(format=MINUTE, attrs={"type": "datetime-local", "class": "w-idno"}),
        error_messages={"invalid": "时间写成 2026-01-05T08:30 这样"},
    )


def moment_in(text: str) -> datetime | None:
    """The same in an address."""
    try:
        return datetime.strptime(text, MINUTE).replace(tzinfo=SHANGHAI)
    except ValueError:
        return None


def choice_of(label: str, nobody: str, everybody: Everybody) -> forms.ChoiceField:
    """One of the committee's people, past and present."""
    known = [(str(person), name) for person, name in everybody]
    return forms.ChoiceField(
        label=label, choices=[("", "请选"), *known, *([(NOBODY, nobody)] if nobody else [])]
    )


class LateForm(ApplicationForm):
    """The application's own fields, and who signed the slip, how it was checked, its photograph."""

    outage = forms.ChoiceField(
        label="为什么应急", choices=[(one.value, WORDS[f"outage.{one}"]) for one in Outage],
        widget=forms.RadioSelect,
    )  # fmt: skip
    kin = forms.ChoiceField(
        label="签批人、盖章人里有申请人的近亲属吗？",
        choices=[(NEITHER, "没有"), (APPROVER, "签批人是"), (SEALER, "盖章人是"), (BOTH, "两个人都是")],
        widget=forms.RadioSelect,
    )
    methods = forms.MultipleChoiceField(
        label="核实方式（照单子上写的）", choices=[(one.value, one.words) for one in Method], required=False,
        help_text="单子上没有写的，不选", widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    informant = text_field("看了哪一本，问了谁", 60, required=False, help_text="单子上没有写的，不填")
    impressions = forms.IntegerField(
        label="一共盖了几枚章", min_value=1, max_value=999,
        widget=forms.NumberInput(attrs={"class": "w-name", "inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("min_value", "max_value", "invalid"), "枚数要填1到999"),
    )  # fmt: skip
    photo = PhotoField(label="应急用印单的照片", required=True, help_text="写好、签好字的那一张")
    code = forms.CharField(
        label="验证码", max_length=20,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "w-name"}
        ),
    )  # fmt: skip

    def __init__(
        self,
        item: Form,
        today: date,
        everybody: Everybody,
        data: Mapping[str, Any] | None = None,
        files: MultiValueDict[str, Any] | None = None,
    ) -> None:
        super().__init__(item, today, data, files)
        self.fields["approved_by"] = choice_of("谁签批的", "没有人签字", everybody)
        self.fields["countersigned_by"] = choice_of("谁复核签批的", "没有（这一项不用）", everybody)
        self.fields["countersigned_by"].initial = NOBODY
        self.fields["handled_by"] = choice_of("谁经办的", "没有写", everybody)
        self.fields["sealed_by"] = choice_of("谁盖的章", "", everybody)

    def _numbers_wrong(self, said: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Nothing here: the paper is stamped, and what does not fit is registered as to be put right."""
        yield from ()

    def late(self, question: Question, happened_at: datetime) -> LateGiven:
        """What was typed, as the act takes it."""
        said, photo = self.cleaned_data, self.cleaned_data["photo"]
        assert isinstance(photo, Checked)
        return LateGiven(
            application=self.application(question),
            happened_at=happened_at,
            outage=Outage(said["outage"]),
            approved_by=self._who("approved_by"),
            countersigned_by=self._who("countersigned_by"),
            handled_by=self._who("handled_by"),
            sealed_by=UUID(said["sealed_by"]),
            approver_near=said["kin"] in (APPROVER, BOTH),
            sealer_near=said["kin"] in (SEALER, BOTH),
            methods=tuple(said["methods"]),
            informant=" ".join(said["informant"].split()),
            impressions=said["impressions"],
            photo=photo.data,
            content_type=photo.content_type,
        )

    def _who(self, name: str) -> UUID | None:
        said = self.cleaned_data[name]
        return None if said == NOBODY else UUID(said)
