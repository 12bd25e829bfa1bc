"""The room as Django knows it."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """No lines of its own: it lies beside the ledger, below the registers."""

    name = "zhengyin.outbox"
    label = "outbox"
    verbose_name = "发件箱"
