"""Fields several desks ask for: a day, a short text, a photograph."""

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from zhengyin.documents import uploads
from zhengyin.documents.uploads import Checked

NO_DAY = {"invalid": "日期写成 2026-01-05 这样"}


def day_field(label: str, *, help_text: str = "", required: bool = True) -> forms.DateField:
    """A day, with the browser's own calendar where it has one."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "w-name"})
    return forms.DateField(
        label=label, help_text=help_text, required=required, widget=widget, error_messages=NO_DAY,
        input_formats=["%Y-%m-%d"],
    )  # fmt: skip


def text_field(
    label: str, longest: int, *, help_text: str = "", required: bool = True, kind: str = ""
) -> forms.CharField:
    """One line that no browser fills in by itself."""
    widget = forms.TextInput(attrs={"autocomplete": "off", "class": kind})
    return forms.CharField(
        label=label, max_length=longest, help_text=help_text, required=required, widget=widget
    )


def words_field(
    label: str, longest: int, *, help_text: str = "", required: bool = True, rows: int = 2
) -> forms.CharField:
    """A few lines."""
    widget = forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})
    return forms.CharField(
        label=label, max_length=longest, help_text=help_text, required=required, widget=widget
    )


def number_field(label: str, *, required: bool = True) -> forms.IntegerField:
    """A count of people or votes."""
    widget = forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "w-name"})
    messages = dict.fromkeys(("invalid", "min_value", "max_value"), f"{label}要填数字，不小于0")
    return forms.IntegerField(
        label=label, min_value=0, max_value=100_000, required=required, widget=widget, error_messages=messages
    )


class PhotoField(forms.FileField):
    """A photograph or a PDF, judged by its content; its value is what may be kept, or None."""

    def __init__(self, *, label: str, required: bool = False, help_text: str = "") -> None:
        widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png,application/pdf"})
        super().__init__(label=label, required=required, help_text=help_text, widget=widget)

    def clean(self, data: "UploadedFile[bytes] | None", initial: object = None) -> Checked | None:
        """Raises ValidationError with what to do."""
        if data is None:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        return uploads.checked(data)


def day_after(last: date | None) -> date | None:
    """People say the last day; periods are kept with the first day after it."""
    return last + timedelta(days=1) if last else None
