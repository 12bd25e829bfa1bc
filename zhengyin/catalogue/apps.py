"""The room's place in Django; hands the room's kind of line down to the registers."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """The catalogue keeps the lists; it knows no case and no person."""

    name = "zhengyin.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        """Hand the kinds of lines down."""
        from zhengyin.catalogue.bases.lines import KINDS as OF_BASES
        from zhengyin.catalogue.lines import KINDS
        from zhengyin.registers.lines import declare

        declare((*KINDS, *OF_BASES))
