"""The one table of reminders: key, whose, what is asked, in which words. A new one is one row."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zhengyin.people.offices import Office
from zhengyin.reminders.policy.sentences import Waits
from zhengyin.reminders.queries import cases, oversight
from zhengyin.reminders.queries.cases import Aside

Question = Callable[[UUID, datetime, Aside], Waits]
APPROVE = "有{count}件等您签批"
COUNTERSIGN = "有{count}件等您复核签批"
SEAL = "有{count}件已签批，等您盖章"
MONTHS = "有{count}个月的登记等您核对、签名"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One matter that may wait for somebody; `words` name the number and nothing else."""

    key: str
    offices: frozenset[Office]
    question: Question
    words: str


def _row(key: str, offices: tuple[Office, ...], question: Question, words: str) -> Reminder:
    return Reminder(key, frozenset(offices), question, words)


TABLE: tuple[Reminder, ...] = (
    _row("approve", (Office.DIRECTOR,), cases.to_approve, APPROVE),
    _row("letters", (Office.DIRECTOR,), cases.letters_to_approve, "有{count}份告知函等您签发"),
    _row("countersign", (Office.SECOND_APPROVER,), cases.to_countersign, COUNTERSIGN),
    _row("seal", (Office.CUSTODIAN,), cases.to_seal_for_long, SEAL),
    _row("slips", (Office.CUSTODIAN,), cases.slips_overdue, "有{count}张应急用印单过了日子还没补登"),
    _row("accept", (Office.HANDLER,), cases.to_accept, "有{count}件申请等您收下"),
    _row("deadline", (Office.HANDLER,), cases.near_their_day, "有{count}件快到期或者已经到期，等您办"),
    _row("objections", (Office.HANDLER, Office.DIRECTOR), cases.objections_open,
         "有{count}条对公示的异议还没答复"),
    _row("months", (Office.SUPERVISION_COMMITTEE,), oversight.months_unsigned, MONTHS),
    _row("overdue", (Office.TOWNSHIP,), oversight.committees_overdue, "有{count}个村（社区）有超期没办完的"),
    _row("unsigned", (Office.TOWNSHIP,), oversight.committees_unsigned,
         "有{count}个村（社区）有没核对的月份"),
)  # fmt: skip
