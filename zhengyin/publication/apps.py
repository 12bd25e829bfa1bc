"""The room as Django knows it."""

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    """No tables and no lines: it reads what is in force and writes files."""

    name = "zhengyin.publication"
    label = "publication"
    verbose_name = "公布"
