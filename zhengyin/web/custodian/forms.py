"""Before the seal: impressions, the one question, a code. Copies were fixed by the approval."""

from collections.abc import Mapping
from typing import Any

from django import forms

from zhengyin.certificates.models import Certificate
from zhengyin.seals.policy.whereabouts import Where
from zhengyin.web.director.forms import NO, YES, KinForm
from zhengyin.web.forms import PlainForm

MOST = 999  # impressions on one certificate


class AskedForm(KinForm):
    """What is asked before every seal."""

    kin = forms.ChoiceField(
        label="申请人是您的近亲属吗？",
        help_text=KinForm.base_fields["kin"].help_text,
        choices=[(NO, "不是"), (YES, "是，换人盖章")],
        widget=forms.RadioSelect,
        required=False,
    )
    impressions = forms.IntegerField(
        label="一共盖几枚章",
        help_text="每份落款盖1枚；有骑缝章的，加上。",
        min_value=1,
        max_value=MOST,
        widget=forms.NumberInput(attrs={"class": "w-name", "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"min_value": "枚数至少1枚", "max_value": "枚数太多了", "invalid": "枚数要填数字"},
    )
    # Shown while the seal is taken out. Not ticked means at its place of keeping; the act compares.
    where = forms.BooleanField(label="我带着印章，就在那里盖", required=False)

    @property
    def said_where(self) -> Where:
        """Where it is stamped, as the custodian says."""
        return Where.OUT if self.cleaned_data["where"] else Where.OFFICE


class SealForm(AskedForm):
    """What is asked before the seal; the answers travel on to the sealing itself."""

    filled = forms.ChoiceField(
        label="表上该填的都填了吗？",
        help_text="看手里的表：还有空着该填的，不能盖章。",
        choices=[(YES, "都填了"), (NO, "还有没填的")],
        widget=forms.RadioSelect,
        required=False,  # an empty answer is refused by the act, with its own words
    )

    def __init__(
        self,
        case: Certificate,
        data: Mapping[str, Any] | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        if not case.brought_title:
            del self.fields["filled"]
        else:
            self.fields["impressions"].help_text = "每份表上盖1枚，附条和表骑缝盖1枚。"

    @property
    def form_filled(self) -> bool | None:
        """None: not answered, or not asked because the paper is our own."""
        return {YES: True, NO: False}.get(self.cleaned_data.get("filled", ""))

    @property
    def answers(self) -> dict[str, str]:
        """What travels on to the sealing itself."""
        names = [name for name in ("impressions", "kin", "filled", "where") if name in self.fields]
        return {name: str(self.cleaned_data[name]) for name in names}


class PaperForm(AskedForm):
    """The same for one of several papers of our own: each question wants its own answer."""

    kin = forms.ChoiceField(
        label="申请人是您的近亲属吗？",
        choices=[(NO, "不是"), (YES, "是，换人盖章")],
        widget=forms.RadioSelect,
        error_messages={"required": "请先回答：申请人是您的近亲属吗？"},
    )


class CodeForm(PlainForm):
    """The proof of who it is."""

    code = forms.CharField(
        label="验证码",
        max_length=20,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "w-name"}
        ),
    )


class GrantForm(SealForm, CodeForm):
    """The answers with the proof of who it is."""
