"""The room's entry in Django."""

from django.apps import AppConfig


class VerificationConfig(AppConfig):
    """Reads the books; its only rows are what was looked up, and how often. Leaves no lines."""

    name = "zhengyin.verification"
    label = "verification"
