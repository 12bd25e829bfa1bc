"""The base of our forms: Chinese messages that say what to do, no browser bubbles."""

from django import forms

NOT_SAID = forms.Field.default_error_messages["required"]  # Django's own words, when nobody gave better


class PlainForm(forms.Form):
    """A form whose empty field says 「…还没有填」 instead of the framework's words."""

    use_required_attribute = False  # the browser's own bubbles are in its own language

    def full_clean(self) -> None:
        """Put our words in before the fields are looked at."""
        for field in self.fields.values():
            if field.error_messages.get("required") is NOT_SAID:
                chosen = isinstance(field, forms.ChoiceField | forms.FileField)
                field.error_messages["required"] = f"{field.label}还没有{'选' if chosen else '填'}"
        super().full_clean()
