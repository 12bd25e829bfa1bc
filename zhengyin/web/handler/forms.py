"""The handler's forms: shape of input only; what may be done is decided further down."""

import base64
import binascii
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from zhengyin.catalogue.kinds import Said, Tie
from zhengyin.catalogue.policy import asks
from zhengyin.certificates.actions.verify import CheckGiven
from zhengyin.certificates.asked import Channel, IdentityMethod
from zhengyin.certificates.kinds import How, Purpose, SignedBy
from zhengyin.certificates.policy.accept import refusals_of_the_identity, refusals_of_the_ties
from zhengyin.certificates.policy.verify import INFORMANT, LONGEST_INFORMANT
from zhengyin.certificates.queries.case import CasePage
from zhengyin.certificates.queries.shown import FactShown
from zhengyin.certificates.words import WORDS
from zhengyin.documents import uploads
from zhengyin.documents.uploads import Checked
from zhengyin.shared.days import in_words
from zhengyin.shared.refusal import Refusal
from zhengyin.web.forms import PlainForm
from zhengyin.web.words import sentences

WHO_TAKES = {
    How.IN_PERSON: "申请人自己来领",
    How.BY_PROXY: "有委托书的代办人来领",
    How.BY_POST: "邮寄给申请人",
    How.TO_UNIT: "送到要证明的单位",
}
ON_THE_TELEPHONE = "打电话来的：视频里对着证件看人，或者是谁熟识；人拿着证件来了，再选“看证件”。"
TYPED = ("identity_method", "identity_note", "public_interest", "public_interest_reason")
TRUE, UNTRUE = "true", "untrue"
PICTURE = "data:image/png;base64,"


class AcceptForm(PlainForm):
    """Who stands there, and what ties them to the place; with everything that is missing at once."""

    identity_method = forms.ChoiceField(
        label="怎样核对的身份",
        choices=[(method.value, WORDS[f"identity_method.{method.value}"]) for method in IdentityMethod],
        widget=forms.RadioSelect,
    )
    identity_note = forms.CharField(
        label="熟识的写谁认识，委托书写日期",
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    ties = forms.MultipleChoiceField(
        label="和本村（社区）的关系，看过证件或者台账的打钩",
        choices=[(tie.value, tie.words) for tie in Tie],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    public_interest = forms.ChoiceField(
        label=asks.PUBLIC_INTEREST.words,
        choices=[(Said.YES.value, "涉及"), (Said.NO.value, "不涉及")],
        widget=forms.RadioSelect,
    )
    public_interest_reason = forms.CharField(
        label="涉及的，写明为什么",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(
        self,
        page: CasePage,
        data: Mapping[str, Any] | None = None,
        *,
        typed: QueryDict | None = None,
    ) -> None:
        """What was said at the counter is ticked beforehand, what a booking says stands beside it.

        `typed` is shown again and not judged: the same page was sent for its other button.
        """
        said = [tie.value for tie in page.ties_claimed] if page.channel != Channel.ONLINE else []
        kept = {name: typed[name] for name in TYPED if typed.get(name)} if typed else {}
        ties = typed.getlist("ties") if typed else said
        super().__init__(data, initial={"ties": ties, **kept})
        self.page, self.begun = page, bool(kept or (ties and ties != said))
        if page.channel == Channel.ONLINE and page.ties_claimed:
            self.fields["ties"].help_text = "预约时说的：" + "、".join(tie.words for tie in page.ties_claimed)
        if page.channel == Channel.TELEPHONE:
            self.fields["identity_method"].help_text = ON_THE_TELEPHONE
        if page.mandates:
            self.fields["identity_note"].help_text = "委托书上面已经记过，日期不用再写。"
        if not page.interest_open:
            del self.fields["public_interest"], self.fields["public_interest_reason"]

    def clean(self) -> dict[str, Any]:
        """Who says that public interest is touched says why."""
        said = self.cleaned_data
        if said.get("public_interest") == Said.YES and not said["public_interest_reason"]:
            self.add_error("public_interest_reason", "请写明为什么涉及公共利益")
        method = said.get("identity_method", "")
        if method == IdentityMethod.MANDATE and self.page.mandates:
            said["identity_note"] = said.get("identity_note") or in_words(self.page.mandates[-1].given_on)
        if method:
            self._say("identity_note", refusals_of_the_identity(method, said.get("identity_note", "")))
        ties = [Tie(one) for one in said.get("ties", ())]
        self._say("ties", refusals_of_the_ties(self.page.ties_sufficient, ties))
        return said

    def _say(self, field: str, refusals: Iterable[Refusal]) -> None:
        """What the act would refuse for, at its field."""
        for words in sentences(refusals) if field not in self.errors else ():
            self.add_error(field, words)


class CheckForm(PlainForm):
    """How one printed sentence was verified; a row left empty says nothing."""

    method = forms.ChoiceField(label="怎么核实的", required=False)
    informant = forms.CharField(
        label=INFORMANT,
        max_length=LONGEST_INFORMANT,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    result = forms.ChoiceField(
        label="结果", choices=[(TRUE, "属实"), (UNTRUE, "不属实")], widget=forms.RadioSelect, required=False
    )

    def __init__(self, fact: FactShown, data: Mapping[str, Any] | None = None) -> None:
        said = "" if fact.confirmed is None else TRUE if fact.confirmed else UNTRUE
        initial = {"method": fact.method_code, "informant": fact.informant, "result": said}
        super().__init__(data, prefix=fact.key, initial=initial)
        self.fact = fact
        methods = [(method.value, method.words) for method in fact.methods]
        self.fields["method"] = forms.ChoiceField(
            label="怎么核实的", choices=[("", "请选"), *methods], required=False
        )

    def clean(self) -> dict[str, Any]:
        """All three or none."""
        said = self.cleaned_data
        words = {
            "method": "选一种核实方式",
            "informant": "写上看了哪一本、问了谁",
            "result": "选属实或者不属实",
        }
        if any(said.get(name) for name in words):
            for name, missing in words.items():
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, f"“{self.fact.label}”：{missing}")
        return said

    @property
    def given(self) -> CheckGiven | None:
        """The check, or None where the row says nothing new."""
        said = self.cleaned_data
        if not said["method"] or not self.has_changed():
            return None
        return CheckGiven(self.fact.key, said["method"], said["informant"], said["result"] == TRUE)


def check_forms(facts: Sequence[FactShown], data: Mapping[str, Any] | None = None) -> tuple[CheckForm, ...]:
    """One row for each printed sentence."""
    return tuple(CheckForm(fact, data) for fact in facts)


class RevealForm(PlainForm):
    """Why the whole numbers are looked at."""

    purpose = forms.ChoiceField(
        label="为什么要看",
        choices=[(one.value, WORDS[f"purpose.{one.value}"]) for one in Purpose],
        widget=forms.RadioSelect,
    )


class DeliverForm(PlainForm):
    """Who took it, and the picture of the signature: a photographed slip, or drawn on the screen."""

    how = forms.ChoiceField(
        label="怎样交的",
        choices=[(how.value, WHO_TAKES[how]) for how in How],
        widget=forms.RadioSelect,
    )
    recipient = forms.CharField(
        label="谁收的（姓名）", max_length=30, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    carrier = forms.CharField(
        label="哪一家寄的（邮寄的填）", max_length=20, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "w-name"}),
    )  # fmt: skip
    post_number = forms.CharField(
        label="单号（邮寄的填）", max_length=40, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "w-idno"}),
    )  # fmt: skip
    photo = forms.FileField(
        label="签好的签收单，拍一张；邮寄的，拍邮寄回执",
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,application/pdf"}),
    )
    drawn = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        files: Mapping[str, Any] | None = None,
        *,
        applicant: str = "",
        proxy: str = "",
    ) -> None:
        how = How.BY_PROXY if proxy else How.IN_PERSON
        initial = {"how": how.value, "recipient": proxy or applicant}
        super().__init__(data, files, initial=initial)  # type: ignore[arg-type]
        names = {f"data-{How.IN_PERSON.value}": applicant, f"data-{How.BY_PROXY.value}": proxy}
        self.fields["recipient"].widget.attrs |= {key: name for key, name in names.items() if name}

    def clean(self) -> dict[str, Any]:
        """Judge the picture by its content."""
        said = self.cleaned_data
        try:
            said["picture"] = self._picture(said)
        except ValidationError as wrong:
            self.add_error("photo", wrong)
        return said

    def _picture(self, said: Mapping[str, Any]) -> Checked | None:
        if said.get("photo"):
            return uploads.checked(said["photo"])
        if said.get("drawn", "").startswith(PICTURE):
            try:
                return uploads.checked_bytes(base64.b64decode(said["drawn"][len(PICTURE) :], validate=True))
            except binascii.Error as error:
                raise ValidationError("屏幕上的签名没有传完整，请再签一次。") from error
        return None

    @property
    def signed_by(self) -> SignedBy:
        """A photograph wins over a drawing; of what was posted it is the carrier's receipt."""
        if self.cleaned_data["how"] == How.BY_POST and self.cleaned_data.get("photo"):
            return SignedBy.POSTED
        return SignedBy.SLIP if self.cleaned_data.get("photo") else SignedBy.DRAWN
