"""Refusals that belong to one field of a form are said there."""

from collections.abc import Mapping

from django import forms

from zhengyin.shared.refusal import Refused
from zhengyin.web.words import sentence, sentences


def at_fields(form: forms.Form, refused: Refused, fields: Mapping[str, str]) -> tuple[str, ...]:
    """Mark the fields named for a code; return the sentences of every other reason."""
    for refusal in refused.refusals:
        if refusal.code in fields:
            form.add_error(fields[refusal.code], sentence(refusal))
    return sentences(one for one in refused.refusals if one.code not in fields)
