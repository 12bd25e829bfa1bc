"""From typed fields to the certificate's sentences. Pure: replaces `{key}`, evaluates nothing.

A part in square brackets is left out when one of its fields is empty: `[，公民身份号码{subject_identity}]`.
"""

import re
from collections.abc import Mapping
from typing import Final

from zhengyin.catalogue.entries import FIELD_KEY, Fact, Form, FormField
from zhengyin.catalogue.kinds import FieldKind

OPTIONAL: Final = re.compile(r"\[([^\[\]]*)\]")
DAY: Final = "××××年×月×日"
BLANKS: Final = {FieldKind.DATE: DAY, FieldKind.SINCE: DAY, FieldKind.IDENTITY: "××××××××××××××××××"}


class MissingField(ValueError):
    """A sentence needs a field that was not typed; `args[0]` is its key."""


def render(sentence: str, values: Mapping[str, str]) -> str:
    """The sentence with its fields put in. Raises MissingField instead of printing a hole."""

    def optional(match: re.Match[str]) -> str:
        return match[1] if all(values.get(key) for key in FIELD_KEY.findall(match[1])) else ""

    def typed(match: re.Match[str]) -> str:
        if not values.get(match[1]):
            raise MissingField(match[1])
        return values[match[1]]

    return FIELD_KEY.sub(typed, OPTIONAL.sub(optional, sentence))


def needed_keys(fact: Fact) -> tuple[str, ...]:
    """The fields without which the sentence cannot be printed."""
    return tuple(dict.fromkeys(FIELD_KEY.findall(OPTIONAL.sub("", fact.sentence))))


def sample_of(form: Form) -> tuple[str, ...]:
    """The sample form: every sentence with ×× where something is typed."""
    values = {field.key: _blank(field) for field in form.fields}
    values |= {"purpose": values.get("purpose", "××××"), "demanding_unit": "××××"}
    return (*(render(fact.sentence, values) for fact in form.facts), render(form.closing, values))


def ended(words: str) -> str:
    """End a sentence that the list's file left open."""
    return words if words.endswith(("。", "；", "！")) else f"{words}。"


def _blank(field: FormField) -> str:
    if field.choices:
        return "／".join(field.choices)
    return BLANKS.get(field.kind, "×××")
