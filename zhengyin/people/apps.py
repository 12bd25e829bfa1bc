"""The room as Django knows it."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Hands this room's kinds of lines down to the registers."""

    name = "zhengyin.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare the lines of this room."""
        from zhengyin.people.lines import KINDS
        from zhengyin.registers.lines import declare

        declare(KINDS)
