"""What was typed into the item's form: what does not fit, and how it is printed. Pure."""

from collections.abc import Iterator, Mapping
from datetime import date

from zhengyin.catalogue.entries import FieldKind, Form, FormField
from zhengyin.shared.days import in_words
from zhengyin.shared.names import name_problem, normalise_name


def tidy(form: Form, typed: Mapping[str, str]) -> dict[str, str]:
    """Trim every field of the form, normalise names; what the form does not know is dropped."""
    return {field.key: _tidied(field, typed.get(field.key, "")) for field in form.fields}


def _tidied(field: FormField, value: str) -> str:
    text = " ".join(value.split())
    if field.kind is FieldKind.NAME:
        return normalise_name(text)
    return text.upper() if field.kind is FieldKind.IDENTITY else text


def problems(form: Form, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (field key, what is wrong in Chinese); an empty optional field is never wrong."""
    for field in form.fields:
        value = values.get(field.key, "")
        if field.required and not value:
            yield field.key, f"“{field.label}”还没有填"
        elif value and (words := _problem(field, value)):
            yield field.key, words


def words_problem(label: str, value: str, most: int) -> str:
    """Say what is wrong with any words for a paper, or return an empty string."""
    if len(value) > most:
        return f"“{label}”最多{most}个字，现在{len(value)}个"
    if any(ord(character) < 32 or character in "{}[]<>" for character in value):
        return f"“{label}”里有不能用的符号"
    return ""


def _problem(field: FormField, value: str) -> str:
    if words := words_problem(field.label, value, field.max_length):
        return words
    if field.kind is FieldKind.NAME:
        return name_problem(value)
    if field.kind is FieldKind.DATE and _day(value) is None:
        return f"“{field.label}”不是一个日期，请写成2026-11-21这样"
    if field.kind is FieldKind.NUMBER and not value.isdecimal():
        return f"“{field.label}”要填数字"
    if field.kind is FieldKind.CHOICE and value not in field.choices:
        return f"“{field.label}”要从列出的里面选"
    return ""


def printed(form: Form, values: Mapping[str, str]) -> dict[str, str]:
    """The values as they stand on paper: dates in words."""
    kinds = {field.key: field.kind for field in form.fields}
    return {key: _on_paper(kinds.get(key), value) for key, value in values.items()}


def _on_paper(kind: FieldKind | None, value: str) -> str:
    day = _day(value) if kind is FieldKind.DATE else None
    return in_words(day) if day else value


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
