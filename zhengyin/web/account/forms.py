"""Shape of what is typed at the log-in."""

from django import forms
from django.http import HttpRequest, QueryDict

from zhengyin.people.policy.reset import CHOICES, RESET_LABELS
from zhengyin.web.forms import PlainForm


def typed(request: HttpRequest) -> QueryDict | None:
    """What was sent, were it nothing; None where the page is only looked at."""
    return request.POST if request.method == "POST" else None


def _code(label: str = "验证码") -> forms.CharField:
    attrs = {"inputmode": "numeric", "autocomplete": "one-time-code"}
    return forms.CharField(label=label, max_length=20, widget=forms.TextInput(attrs=attrs))


def _pin(label: str) -> forms.CharField:
    attrs = {"inputmode": "numeric", "autocomplete": "off"}
    return forms.CharField(label=label, max_length=12, widget=forms.PasswordInput(attrs=attrs))


def _password(label: str, autocomplete: str) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, max_length=200, strip=False, widget=widget)


class LoginForm(PlainForm):
    """Step one."""

    username = forms.CharField(
        label="登录名",
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "off"}),
    )
    password = _password("密码", "current-password")

    def clean_username(self) -> str:
        """Names are written small."""
        return str(self.cleaned_data["username"]).strip().lower()


class CodeForm(PlainForm):
    """Step two."""

    code = _code()


class NewPasswordForm(PlainForm):
    """The owner chooses a password."""

    old = _password("原来的密码", "current-password")
    new = _password("新密码", "new-password")
    again = _password("新密码再输一遍", "new-password")

    def clean(self) -> dict[str, object]:
        """The two must be the same."""
        said = self.cleaned_data
        if "new" in said and "again" in said and said["new"] != said["again"]:
            self.add_error("again", "两遍输得不一样，请再输一遍")
        return said


OF_PASSWORDS = {
    "old_password_is_wrong": "old",
    "second_factor_locked": "old",
    "password_is_weak": "new",
}


class SwitchForm(PlainForm):
    """Who takes over."""

    account = forms.ChoiceField(label="换成谁", widget=forms.RadioSelect)
    pin = _pin("6位口令")

    def __init__(self, data: QueryDict | None = None, *, people: tuple[tuple[str, str], ...]) -> None:
        super().__init__(data)
        account = self.fields["account"]
        assert isinstance(account, forms.ChoiceField)
        account.choices = people


class PinForm(PlainForm):
    """This computer and the owner's PIN on it."""

    device = forms.CharField(label="这台电脑叫什么", max_length=40, help_text="例如：便民大厅1号电脑")
    pin = _pin("新口令（6位数字）")
    code = _code("验证码（动态码、码表或短信）")


class PhoneForm(PlainForm):
    """The number text messages go to from now on, and why."""

    phone = forms.CharField(
        label="新手机号",
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    reason = forms.CharField(label="原因", max_length=200, help_text="本人会看到这句话；不要写号码")


OF_PHONE = {"phone_is_wrong": "phone", "phone_is_the_same": "phone"}


class ResetForm(PlainForm):
    """What is made anew for somebody else, and why."""

    what = forms.ChoiceField(
        label="重置什么",
        choices=[(what.value, RESET_LABELS[what]) for what in CHOICES],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label="原因", max_length=200, help_text="本人会看到这句话")
