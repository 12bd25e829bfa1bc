"""Before the seal: impressions, the one question, a code. Copies were fixed by the approval."""

from django import forms

from zhengyin.web.director.forms import NO, YES, KinForm
from zhengyin.web.forms import PlainForm

MOST = 999  # impressions on one certificate


class SealForm(KinForm):
    """What is asked before the seal; the answers travel on to the sealing itself."""

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


class PaperForm(SealForm):
    """The same for one of several papers: each question wants its own answer."""

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
