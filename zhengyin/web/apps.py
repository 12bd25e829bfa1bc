"""The desks: pages over the rooms below, one folder a desk."""

from importlib import import_module

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, doors and words; holds no table of its own."""

    name = "zhengyin.web"
    label = "web"

    def ready(self) -> None:
        """Make the parts of addresses known before any table of addresses is read."""
        import_module("zhengyin.web.converters")
