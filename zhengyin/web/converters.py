"""Parts of addresses: a committee's code of twelve digits."""

from django.urls import register_converter


class DivisionCode:
    """The statistics code of a committee, twelve digits."""

    regex = "[0-9]{12}"

    def to_python(self, value: str) -> str:
        """The code stays text: it is a name, no number."""
        return value

    def to_url(self, value: str) -> str:
        """Write it as it is."""
        return value


register_converter(DivisionCode, "code")
