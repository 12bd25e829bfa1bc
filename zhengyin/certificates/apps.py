"""The room's entry in Django."""

from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    """Declares the room's kinds of lines."""

    name = "zhengyin.certificates"
    label = "certificates"

    def ready(self) -> None:
        from zhengyin.certificates.lines import KINDS
        from zhengyin.registers.lines import declare

        declare(KINDS)
