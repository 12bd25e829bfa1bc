"""The room as Django knows it."""

from django.apps import AppConfig


class DeliberationConfig(AppConfig):
    """Hands this room's kinds of lines down to the registers."""

    name = "zhengyin.deliberation"
    label = "deliberation"
    verbose_name = "公示和议事"

    def ready(self) -> None:
        """Declare the lines of this room."""
        from zhengyin.deliberation.lines import KINDS
        from zhengyin.registers.lines import declare

        declare(KINDS)
