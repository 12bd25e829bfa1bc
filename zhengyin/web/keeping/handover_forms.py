"""The handover of a seal: why, to whom, what, who signed; acting custody: shape of input only."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.datastructures import MultiValueDict

from zhengyin.people.offices import LONGEST_LOAN_DAYS
from zhengyin.seals.kinds import HANDOVER_LABELS, HandoverReason
from zhengyin.seals.policy.custody import Entrustment
from zhengyin.seals.policy.handover import Listing, Signed
from zhengyin.web.forms import PlainForm
from zhengyin.web.keeping.forms import Candidates, Keep, KeeperForm
from zhengyin.web.offices.fields import PhotoField, day_field, text_field

Named = tuple[UUID, str]


class OpenForm(PlainForm):
    """Why the seal passes on, and the day of the change."""

    reason = forms.ChoiceField(
        label="为什么移交",
        choices=[(one.value, HANDOVER_LABELS[one]) for one in HandoverReason],
        widget=forms.RadioSelect,
    )
    changed_on = day_field("变动日期", help_text="换届是选举那天，离任是离任那天；10天从第二天算起")


class SuccessorForm(KeeperForm):
    """Who is to take over."""


class ListForm(PlainForm):
    """What only the people at the cupboard can see; the rest is counted from the books."""

    condition = text_field("印章完好情况", 200, help_text="例如：完好，字迹清晰")
    keys = text_field("存放处和钥匙", 200, help_text="例如：铁皮柜第二格，钥匙两把，一并移交")
    archives = text_field("随交档案", 200, help_text="例如：2021年至2025年登记簿5本；没有的写“无”")

    def listing(self, slips: str, unfinished: str) -> Listing:
        """With what was counted; the registers' last numbers are read by the act itself."""
        return Listing(**self.cleaned_data, registers="", slips=slips, unfinished=unfinished)


class SignedForm(PlainForm):
    """The three names under the list, and its picture."""

    signed_on = day_field("三方签字的日期")
    handed_by = forms.ChoiceField(label="移交人")
    handed_reason = text_field(
        "不是原保管人移交的，写明原因", 200, required=False, help_text="原保管人自己移交的不填"
    )
    supervised_by = forms.ChoiceField(label="监交人（监督委员会）")
    scan = PhotoField(
        label="签过字的移交清单", required=True, help_text="拍清楚整张，三方签字和印模都要看得见"
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        files: Any,
        *,
        handing: Iterable[Named],
        supervising: Iterable[Named],
        initial: Mapping[str, Any],
    ) -> None:
        super().__init__(data, files, initial=dict(initial))
        for name, found in (("handed_by", handing), ("supervised_by", supervising)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [(str(key), words) for key, words in found]

    def signed(self, keep: Keep) -> Signed:
        """The signatures, the picture kept."""
        said = self.cleaned_data
        return Signed(
            signed_on=said["signed_on"],
            handed_by=UUID(said["handed_by"]),
            handed_reason=said["handed_reason"],
            supervised_by=UUID(said["supervised_by"]),
            scan=keep(said["scan"]),
        )


class ActingForm(KeeperForm):
    """临时代管: who, why, on what paper, for how long."""

    gone = text_field("原保管人为什么不在", 200, help_text="例如：去世、免职、住院")
    last_day = day_field("代管到哪天为止（含当天）", help_text=f"最长{LONGEST_LOAN_DAYS}天，不能接着代管")
    place = text_field("印章固定放在哪里", 120)
    entrusted_on = day_field("指定的日期")
    document = text_field("书面依据（名称或编号）", 200, help_text="例如：主任书面指定、村两委会议记录")
    document_scan = PhotoField(label="书面依据照片", help_text="可以不传")
    secretary = forms.BooleanField(label="他是党组织书记；已知晓不宜由他代管，仍由他代管", required=False)

    def __init__(
        self, data: Mapping[str, Any] | None, files: Any, candidates: Candidates, *, today: date
    ) -> None:
        last = today + timedelta(days=LONGEST_LOAN_DAYS - 1)
        super().__init__(data, candidates, initial={"last_day": last, "entrusted_on": today})
        self.files = files or MultiValueDict()

    def ground(self, keep: Keep) -> Entrustment:
        """The paper by which he acts."""
        said = self.cleaned_data
        return Entrustment(said["entrusted_on"], said["document"], keep(said["document_scan"]))
