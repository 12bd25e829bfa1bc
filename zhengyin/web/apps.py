"""The desks: pages over the rooms below, one folder a desk."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, doors and words; holds no table of its own."""

    name = "zhengyin.web"
    label = "web"
