"""The room as Django knows it."""

from django.apps import AppConfig


class WorkUseConfig(AppConfig):
    """Hands this room's kinds of lines down to the registers."""

    name = "zhengyin.workuse"
    label = "workuse"
    verbose_name = "工作用印"

    def ready(self) -> None:
        """Declare the lines of this room."""
        from zhengyin.registers.lines import declare
        from zhengyin.workuse.lines import KINDS

        declare(KINDS)
