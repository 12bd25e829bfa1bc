"""What is signed and what a letter opens. Pure."""

from enum import StrEnum

# The registers of what was stamped, and of what residents were told instead; each month's part is signed.
SIGNED = ("certificates", "work", "notices")
READ_BY_LETTER = ("certificates", "notices")  # what an auditor's letter may open


# The registers of what was stamped: the custodian compares each day's part with what is in hand.
STAMPED = ("certificates", "work")


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
