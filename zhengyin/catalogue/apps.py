"""The room's place in Django."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """The catalogue keeps the lists; it knows no case and no person."""

    name = "zhengyin.catalogue"
    label = "catalogue"
    default_auto_field = "django.db.models.BigAutoField"
