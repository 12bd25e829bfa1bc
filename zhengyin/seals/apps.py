"""The room as Django knows it."""

from django.apps import AppConfig


class SealsConfig(AppConfig):
    """Hands this room's kinds of lines down to the registers."""

    name = "zhengyin.seals"
    label = "seals"
    verbose_name = "印章"

    def ready(self) -> None:
        """Declare the lines of this room."""
        from zhengyin.registers.lines import declare
        from zhengyin.seals.lines import KINDS

        declare(KINDS)
