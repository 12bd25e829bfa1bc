"""The room as Django knows it."""

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    """Hands this room's kinds of lines down to the registers."""

    name = "zhengyin.archive"
    label = "archive"
    verbose_name = "年终归档"

    def ready(self) -> None:
        """Declare the lines of this room."""
        from zhengyin.archive.lines import KINDS
        from zhengyin.registers.lines import declare

        declare(KINDS)
