"""The fields of an item's form as a browser shows them, at the counter and on the resident's phone."""

from typing import Any

from django import forms

from zhengyin.catalogue.entries import FieldKind, FormField

NAME, IDENTITY, SEX = "subject_name", "subject_identity", "subject_sex"  # the certified person, in every form
WIDTHS = {
    FieldKind.NAME: "w-name",
    FieldKind.DATE: "w-name",
    FieldKind.SINCE: "w-name",
    FieldKind.IDENTITY: "w-idno",
}
OFF = {"autocomplete": "off"}
SENTENCE = 200  # characters: free words, not the field of a sentence


def field_of(field: FormField) -> forms.Field:
    """One field of the item's form as a browser shows it."""
    shared: dict[str, Any] = {
        "label": field.label if field.required or "（" in field.label else f"{field.label}（可以不填）",
        "required": field.required,
        "help_text": field.hint,
    }
    if field.kind is FieldKind.CHOICE:
        return forms.ChoiceField(choices=[("", "请选"), *((one, one) for one in field.choices)], **shared)
    kind = {"type": "date"} if field.kind is FieldKind.DATE else {}
    if field.kind in (FieldKind.NUMBER, FieldKind.IDENTITY):
        kind = (
            {"inputmode": "numeric"} if field.kind is FieldKind.NUMBER else {"autocapitalize": "characters"}
        )
    if field.kind is FieldKind.TEXT and field.max_length >= SENTENCE:
        lines = forms.Textarea(attrs={**OFF, "rows": 2})
        return forms.CharField(max_length=field.max_length, widget=lines, **shared)
    width = WIDTHS.get(field.kind, "")
    widget = forms.TextInput(attrs={**OFF, **kind, **({"class": width} if width else {})})
    if field.kind is FieldKind.DATE:
        widget.input_type = "date"
    return forms.CharField(max_length=field.max_length, widget=widget, **shared)
