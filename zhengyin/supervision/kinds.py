"""What is signed and what a letter opens. Pure."""

from enum import StrEnum

# The registers of what was stamped, and of what residents were told instead; each month's part is signed.
SIGNED = ("certificates", "work", "introductions", "notices")
# What an auditor's letter may open: what was stamped, told and introduced.
READ_BY_LETTER = ("certificates", "notices", "work", "introductions")

# The registers of what was stamped: the custodian compares each day's part with what is in hand.
STAMPED = ("certificates", "work")


class Sight(StrEnum):
    """What an auditor opens by a letter; each opening is a line."""

    REGISTER = "register"
    CASE = "case"
    PAPER = "paper"
    PRINT = "print"


# How far each book opens. Only a certificate's paper can be shown masked; a work use's files cannot.
OPENED: dict[str, frozenset[Sight]] = {
    "certificates": frozenset(Sight),
    "notices": frozenset({Sight.REGISTER, Sight.CASE}),
    "work": frozenset({Sight.REGISTER, Sight.CASE, Sight.PRINT}),
    "introductions": frozenset({Sight.REGISTER, Sight.CASE, Sight.PRINT}),
}

SIGHT_LABELS: dict[Sight, str] = {
    Sight.REGISTER: "登记簿",
    Sight.CASE: "办理经过",
    Sight.PAPER: "文件",
    Sight.PRINT: "打印登记簿",
}
