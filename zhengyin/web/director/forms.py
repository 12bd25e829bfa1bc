"""The decision: one question that is never answered beforehand, and the reason of a return."""

from typing import Any

from django import forms

from zhengyin.people.policy.deciding import refusals_of_the_text
from zhengyin.web.forms import PlainForm
from zhengyin.web.words import sentence

YES, NO = "yes", "no"


class KinForm(PlainForm):
    """申请人是您的近亲属吗？"""

    kin = forms.ChoiceField(
        label="申请人是您的近亲属吗？",
        help_text="配偶、父母、子女、兄弟姐妹、（外）祖父母、（外）孙子女，还有儿媳、女婿、公婆、岳父母这样的姻亲。",
        choices=[(NO, "不是"), (YES, "是，换人签批")],
        widget=forms.RadioSelect,
        required=False,  # an empty answer is refused by the act, with its own words
    )

    @property
    def near_relative(self) -> bool | None:
        """None: not answered."""
        return {YES: True, NO: False}.get(self.cleaned_data.get("kin", ""))


class PaperKinForm(KinForm):
    """The same for one of several papers: each question wants its own answer."""

    kin = forms.ChoiceField(
        label="申请人是您的近亲属吗？",
        choices=[(NO, "不是"), (YES, "是，换人签批")],
        widget=forms.RadioSelect,
        error_messages={"required": "请先回答：申请人是您的近亲属吗？"},
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, text_digest: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text_digest = text_digest

    def clean(self) -> dict[str, Any]:
        """A text that changed since is shown again, with the question beneath it."""
        said = self.cleaned_data
        for refusal in refusals_of_the_text(said.get("seen", ""), self.text_digest):
            self.add_error("kin", sentence(refusal))
        return said
