"""The base of our forms: Chinese messages that say what to do, no browser bubbles."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator

# What nobody types and no paper prints: control characters, marks that turn the direction of writing,
# and what stands where a character did not arrive whole. Lines and tabs are typed.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd\ud800-\udfff]")
NOT_SAID = forms.Field.default_error_messages["required"]  # Django's own words, when nobody gave better


def only_seen(value: object) -> None:
    """Refuse what the eye does not see: it would travel into the register unnoticed."""
    if UNSEEN.search(str(value)):
        raise ValidationError("里面有看不见的符号，或者没有传完整的字，请删掉再打一遍", code="unseen")


class PlainForm(forms.Form):
    """A form whose empty field says 「…还没有填」 instead of the framework's words.

    A label may run on into what is chosen (房子是): there the words stand apart, in brackets.
    """

    use_required_attribute = False  # the browser's own bubbles are in its own language

    def full_clean(self) -> None:
        """Put our words in before the fields are looked at."""
        for field in self.fields.values():
            if field.error_messages.get("required") is NOT_SAID:
                chosen = isinstance(field, forms.ChoiceField | forms.FileField)
                field.error_messages["required"] = f"{field.label}{'（还没有选）' if chosen else '还没有填'}"
            if isinstance(field, forms.CharField) and only_seen not in field.validators:
                known = (
                    one for one in field.validators if not isinstance(one, ProhibitNullCharactersValidator)
                )
                field.validators = [only_seen, *known]
        super().full_clean()


class ReasonForm(PlainForm):
    """A reason that will stand in the journal."""

    reason = forms.CharField(
        label="原因", max_length=200, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
