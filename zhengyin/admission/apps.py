"""The room as Django knows it."""

from django.apps import AppConfig


class AdmissionConfig(AppConfig):
    """Hands this room's kinds of lines down to the registers."""

    name = "zhengyin.admission"
    label = "admission"
    verbose_name = "准入、退出、报备"

    def ready(self) -> None:
        """Declare the lines of this room."""
        from zhengyin.admission.lines import KINDS
        from zhengyin.registers.lines import declare

        declare(KINDS)
