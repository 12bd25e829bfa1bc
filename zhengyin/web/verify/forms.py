"""Shape of what is typed on the pages of verification."""

from django import forms

from zhengyin.verification.queries import By
from zhengyin.web.forms import PlainForm

LONGEST_KEY = 64  # characters: a SHA-256 in hexadecimal


class ComparisonForm(PlainForm):
    """The name and last four digits as they stand on the paper; which paper, hidden."""

    by = forms.ChoiceField(choices=[(by.value, by.name) for by in By], widget=forms.HiddenInput)
    key = forms.CharField(max_length=LONGEST_KEY, widget=forms.HiddenInput)
    name = forms.CharField(
        label="纸上的姓名", max_length=30, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    last_four = forms.CharField(
        label="身份证号码最后4位", max_length=8, required=False, help_text="纸上没有号码的，空着。",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip


class FileForm(PlainForm):
    """The PDF as it was received."""

    file = forms.FileField(
        label="收到的PDF文件", allow_empty_file=True,
        help_text="要原来的文件；截图、照片和打印出来的不行。查完就删，不保存。",
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
    )  # fmt: skip
