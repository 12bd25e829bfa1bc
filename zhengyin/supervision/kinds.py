"""What is signed and what a letter opens. Pure."""

from enum import StrEnum

# The books of what was given to residents, or told them instead; each month's part is signed.
SIGNED = ("certificates", "notices")


# The registers of what was stamped: the custodian compares each day's part with what is in hand.
STAMPED = ("certificates",)


class Sight(StrEnum):
    """What an auditor opens by a letter; each opening is a line."""

    REGISTER = "register"
    CASE = "case"
    PAPER = "paper"
    PRINT = "print"


SIGHT_LABELS: dict[Sight, str] = {
    Sight.REGISTER: "登记簿",
    Sight.CASE: "办理经过",
    Sight.PAPER: "文件",
    Sight.PRINT: "打印登记簿",
}
