from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "zhengyin.registers"
    label = "registers"
    verbose_name = "登记簿"

    def ready(self) -> None:
        from zhengyin.registers import lines

        lines.declare(lines.KINDS)
