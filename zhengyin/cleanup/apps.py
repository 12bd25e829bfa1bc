"""The room as Django knows it."""

from django.apps import AppConfig


class CleanupConfig(AppConfig):
    """Hands this room's kinds of lines down to the registers."""

    name = "zhengyin.cleanup"
    label = "cleanup"
    verbose_name = "定期清理、工作方案"

    def ready(self) -> None:
        """Declare the lines of this room."""
        from zhengyin.cleanup.lines import KINDS
        from zhengyin.registers.lines import declare

        declare(KINDS)
