"""The room as Django knows it."""

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    """Hands this room's kinds of lines down to the registers."""

    name = "zhengyin.reminders"
    label = "reminders"
    verbose_name = "提醒"

    def ready(self) -> None:
        """Declare the lines of this room."""
        from zhengyin.registers.lines import declare
        from zhengyin.reminders.lines import KINDS

        declare(KINDS)
