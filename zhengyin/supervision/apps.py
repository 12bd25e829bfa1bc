"""The room as Django knows it."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """Hands this room's kinds of lines down to the registers."""

    name = "zhengyin.supervision"
    label = "supervision"
    verbose_name = "监督"

    def ready(self) -> None:
        """Declare the lines of this room."""
        from zhengyin.registers.lines import declare
        from zhengyin.supervision.lines import KINDS

        declare(KINDS)
