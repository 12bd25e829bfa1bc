"""Refusals that belong to one field of a form are said there."""

from collections.abc import Collection, Mapping

from django import forms
from django.core.exceptions import ValidationError

from zhengyin.shared.names import normalise_name
from zhengyin.shared.personal import numbers_in
from zhengyin.shared.refusal import Refusal, Refused
from zhengyin.web.words import sentence, sentences

REFUSED = "refused"  # an error that no form found, but a rule
NONE: Mapping[str, str] = {}
NOBODY: Mapping[str, Collection[str]] = {}


def at_fields(
    form: forms.Form,
    refused: Refused,
    fields: Mapping[str, str] = NONE,
    *,
    naming: Mapping[str, Collection[str]] = NOBODY,
) -> tuple[str, ...]:
    """Mark the fields named for a code, and those whose words hold a number that may not stand there.

    `naming`: by code the fields in whose words the refused name is looked for; its own field is none.
    Returns the sentences of every other reason. The page is answered with status_of.
    """
    said = dict(form.cleaned_data)  # add_error takes a field out of it, which may hold a second number
    left = []
    for one in dict.fromkeys(refused.refusals):
        at = [
            name
            for name in form.fields
            if _holds(said.get(name), one.about, named=name in naming.get(one.code, ()))
        ]
        if not _said_at(form, one, fields, at):
            left.append(one)
    return sentences(left)


def status_of(page: Mapping[str, object]) -> int:
    """409 of a page that tells why an act was refused, above or at a field of one of its forms."""
    forms_shown = [one for one in page.values() if isinstance(one, forms.Form) and one.is_bound]
    at_a_field = any(one.has_error(name, REFUSED) for one in forms_shown for name in one.errors)
    return 409 if page.get("reasons") or at_a_field else 200


def _said_at(form: forms.Form, refusal: Refusal, fields: Mapping[str, str], at: Collection[str]) -> bool:
    if refusal.code in fields:
        form.add_error(fields[refusal.code], ValidationError(sentence(refusal), REFUSED))
        return True
    for name in at:
        words = f"“{form.fields[name].label}”：{sentence(refusal)}"
        form.add_error(name, ValidationError(words, REFUSED))
    return bool(at)


def _holds(words: object, about: str, *, named: bool) -> bool:
    """These words hold this number, or this name where a name is looked for."""
    if not isinstance(words, str):
        return False
    return about in numbers_in(words) or (named and about in normalise_name(words))
