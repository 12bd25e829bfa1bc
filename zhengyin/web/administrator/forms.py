"""A county's own root: shape of input only."""

from django import forms

from zhengyin.web.forms import PlainForm

MOST_BYTES = 64 * 1024


class AuthorityForm(PlainForm):
    """The certificate and key of a county that has an authority of its own."""

    certificate = forms.FileField(label="根证书（PEM 文件）")
    key = forms.FileField(label="私钥（PEM 文件）")
    passphrase = forms.CharField(
        label="私钥口令",
        required=False,
        strip=False,
        max_length=200,
        help_text="没有口令的不填",
        widget=forms.PasswordInput(attrs={"autocomplete": "off", "class": "w-idno"}),
    )

    def clean(self) -> dict[str, object]:
        """Both are short texts."""
        said = self.cleaned_data
        for name in ("certificate", "key"):
            if name in said and (said[name].size or 0) > MOST_BYTES:
                self.add_error(name, "文件太大，不像证书或私钥")
        return said
