"""The room as Django knows it."""

from django.apps import AppConfig


class GuidanceConfig(AppConfig):
    """Hands this room's kinds of lines down to the registers."""

    name = "zhengyin.guidance"
    label = "guidance"
    verbose_name = "咨询和指导"

    def ready(self) -> None:
        """Declare the lines of this room."""
        from zhengyin.guidance.lines import KINDS
        from zhengyin.registers.lines import declare

        declare(KINDS)
