from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "zhengyin.ledger"
    label = "ledger"
    verbose_name = "登记簿底账"
