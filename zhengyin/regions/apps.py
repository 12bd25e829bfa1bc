"""Django's handle on the room; hands the room's kinds of lines down to the registers."""

from django.apps import AppConfig


class RegionsConfig(AppConfig):
    """Declares the kinds of lines once per start."""

    name = "zhengyin.regions"
    label = "regions"

    def ready(self) -> None:
        """Hand the kinds of lines down."""
        from zhengyin.regions.lines import KINDS
        from zhengyin.registers.lines import declare

        declare(KINDS)
