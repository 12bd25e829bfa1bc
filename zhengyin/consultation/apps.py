"""The room as Django knows it."""

from django.apps import AppConfig


class ConsultationConfig(AppConfig):
    """Hands this room's kinds of lines down to the registers."""

    name = "zhengyin.consultation"
    label = "consultation"
    verbose_name = "征求意见"

    def ready(self) -> None:
        """Declare the lines of this room."""
        from zhengyin.consultation.lines import KINDS
        from zhengyin.registers.lines import declare

        declare(KINDS)
