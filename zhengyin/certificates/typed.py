"""What was typed into the item's form: what does not fit, and how it is printed. Pure."""

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

from zhengyin.catalogue.entries import FieldKind, Form, FormField
from zhengyin.certificates.free import tidied_words
from zhengyin.shared.days import in_words
from zhengyin.shared.names import name_problem, normalise_name
from zhengyin.shared.since import since_in

EARLIEST = 1900  # the year before which nobody alive, and nothing a committee knows of, began
EXAMPLES = {
    FieldKind.DATE: "一个日期，请写成2026-11-21",
    FieldKind.SINCE: "年月日，请写成1978年3月1日、1978年3月或者1978年",
}
COMPATIBLE = range(0x3200, 0x3400)  # ㎡, ㈠: symbols by their category, words on a paper


def tidy(form: Form, typed: Mapping[str, str]) -> dict[str, str]:
    """Trim every field of the form, normalise names; what the form does not know is dropped.

    Free words lose the stop that their sentence brings along, whoever types them and when.
    """
    said = tidied_words(typed)
    return {field.key: _tidied(field, said.get(field.key, "")) for field in form.fields}


def _tidied(field: FormField, value: str) -> str:
    text = " ".join(value.split())
    if field.kind is FieldKind.NAME:
        return normalise_name(text)
    if field.kind in EXAMPLES and (since := since_in(text)):
        return since.kept
    return text.upper() if field.kind is FieldKind.IDENTITY else text


def problems(form: Form, values: Mapping[str, str], today: date) -> Iterator[tuple[str, str]]:
    """Yield (field key, what is wrong in Chinese); an empty optional field is never wrong.

    `today` is the day of the application: a paper certifies what was, save where a field says otherwise.
    """
    for field in form.fields:
        value = values.get(field.key, "")
        if field.required and not value:
            yield field.key, f"“{field.label}”还没有填"
        elif value and (words := _problem(field, value, today)):
            yield field.key, words


def words_problem(label: str, value: str, most: int) -> str:
    """Say what is wrong with any words for a paper, or return an empty string."""
    if len(value) > most:
        return f"“{label}”最多{most}个字，现在{len(value)}个"
    if any(ord(character) < 32 or character in "{}[]<>" for character in value):
        return f"“{label}”里有不能用的符号"
    if odd := pictures_in(value):
        return f"“{label}”里的“{'、'.join(odd)}”印不出来，请换成字"
    return ""


def pictures_in(value: str) -> tuple[str, ...]:
    """Emoji and invisible characters, each once: a font may draw them, a certificate does not."""
    return tuple(dict.fromkeys(character for character in value if _is_picture(character)))


def _is_picture(character: str) -> bool:
    category, place = unicodedata.category(character), ord(character)
    if category[0] == "C" or 0xFE00 <= place <= 0xFE0F:
        return True
    return category in ("So", "Sk") and place >= 0x2600 and place not in COMPATIBLE


def phone_problem(phone: str) -> str:
    """Say what is wrong with a telephone as typed, or return an empty string; empty is nothing wrong."""
    if not phone.strip():
        return ""
    plain = unicodedata.normalize("NFKC", phone).replace("+86", "", 1)
    digits = "".join(character for character in plain if character not in " -()—–")
    if not (digits.isascii() and digits.isdecimal()):
        return "电话只填数字"
    if digits[0] == "1":
        return "" if len(digits) == 11 else f"手机号是11位数字，现在{len(digits)}位"
    least, most = (10, 12) if digits[0] == "0" else (7, 8)
    if not least <= len(digits) <= most:
        return f"电话号码位数不对，现在{len(digits)}位：座机请连区号一起填，手机是11位"
    return ""


def plain_phone(phone: str) -> str:
    """The number as it is kept: digits of one width, no blanks."""
    return "".join(unicodedata.normalize("NFKC", phone).split())


def name_problem_of(typed: str) -> str:
    """Say what is wrong with a name as typed, or return an empty string; empty is the form's matter."""
    return name_problem(normalise_name(typed)) if typed else ""


def _problem(field: FormField, value: str, today: date) -> str:
    if field.kind is FieldKind.NAME and (words := name_problem(value)):
        return words
    if words := words_problem(field.label, value, field.max_length):
        return words
    if field.kind in EXAMPLES:
        return _date_problem(field, value, today)
    if field.kind is FieldKind.NUMBER and not value.isdecimal():
        return f"“{field.label}”要填数字"
    if field.kind is FieldKind.CHOICE and value not in field.choices:
        return f"“{field.label}”要从列出的里面选"
    return ""


def _date_problem(field: FormField, value: str, today: date) -> str:
    since = since_in(value)
    if since is None or (field.kind is FieldKind.DATE and since.parts < 3):
        return f"“{field.label}”不是{EXAMPLES[field.kind]}这样"
    day = since.first
    if day.year < EARLIEST:
        return f"“{field.label}”太早了，请看看年份"
    if day > today and not field.may_be_future:
        return f"“{field.label}”还没有到，请看看年份：今天是{in_words(today)}"
    return ""


def printed(form: Form, values: Mapping[str, str]) -> dict[str, str]:
    """The values as they stand on paper: dates in words, no more of them than is known."""
    kinds = {field.key: field.kind for field in form.fields}
    return {key: _on_paper(kinds.get(key), value) for key, value in values.items()}


def _on_paper(kind: FieldKind | None, value: str) -> str:
    since = since_in(value) if kind in EXAMPLES else None
    return since.words if since else value
