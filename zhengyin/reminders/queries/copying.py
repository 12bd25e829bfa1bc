"""复制提醒文字: the same sentences for whoever waits for somebody else, to be pasted where they talk."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from zhengyin.people.offices import LABELS, Office
from zhengyin.regions import queries as regions
from zhengyin.reminders.policy.sentences import AtPlace, copied, sentence
from zhengyin.reminders.queries import admitting, cases, inspecting, keeping, oversight, table, uses, years
from zhengyin.reminders.queries.table import Question
from zhengyin.reminders.queries.telling import desk_address, place_words
from zhengyin.shared.days import day_of

NOBODY_ASIDE: frozenset[UUID] = frozenset()


class Matter(Enum):
    """What somebody can be reminded of by hand: whose it is, the words, the question."""

    APPROVE = (Office.DIRECTOR, table.APPROVE, cases.to_approve)
    COUNTERSIGN = (Office.SECOND_APPROVER, table.COUNTERSIGN, cases.to_countersign)
    SEAL = (Office.CUSTODIAN, table.SEAL, cases.to_seal)
    MONTHS = (Office.SUPERVISION_COMMITTEE, table.MONTHS, oversight.months_unsigned)
    WORK_APPROVE = (Office.DIRECTOR, table.WORK_APPROVE, uses.to_approve)
    WORK_COUNTERSIGN = (Office.SECOND_APPROVER, table.WORK_COUNTERSIGN, uses.to_countersign)
    WORK_SEAL = (Office.CUSTODIAN, table.WORK_SEAL, uses.to_seal)
    TAKE_OUT = (Office.DIRECTOR, table.TAKE_OUT, keeping.take_outs_asked)
    TAKE_BACK = (Office.CUSTODIAN, table.TAKE_BACK, keeping.take_outs_to_return)
    HANDOVER = (Office.CUSTODIAN, table.HANDOVER, keeping.handed_over)
    HANDOVER_SEEN = (Office.SUPERVISION_COMMITTEE, table.HANDOVER, keeping.handed_over)
    HANDOVER_LED = (Office.DIRECTOR, table.HANDOVER, keeping.handed_over)
    FILING_BACK = (Office.DIRECTOR, table.FILING_BACK, keeping.filings_sent_back)
    FILING_LATE = (Office.TOWNSHIP, "有{count}件备案过了期限，等您签收", keeping.filings_overdue)
    FINDINGS = (Office.DIRECTOR, table.FINDINGS, inspecting.to_put_right)
    YEAR_COUNT = (Office.CUSTODIAN, table.YEAR_COUNT, years.to_count)
    YEAR_SIGN = (Office.SUPERVISION_COMMITTEE, table.YEAR_SIGN, years.to_sign)
    YEAR_CLOSE = (Office.DIRECTOR, table.YEAR_CLOSE, years.to_close)
    YEAR_PACK = (Office.CUSTODIAN, table.YEAR_PACK, years.to_pack)

    def __init__(self, office: Office, words: str, question: Question) -> None:
        self.office, self.words, self.question = office, words, question


@dataclass(frozen=True, slots=True)
class ToCopy:
    """One text, and whom it is for."""

    key: str
    whom: str
    text: str


def copy_texts(
    matters: Iterable[Matter], organization_id: UUID, at: datetime, *, own: Collection[Office]
) -> tuple[ToCopy, ...]:
    """What waits in this committee for others, one text an office; nobody is sent his own (`own`)."""
    wanted: dict[Office, list[Matter]] = {}
    for matter in matters:
        if matter.office not in own:
            wanted.setdefault(matter.office, []).append(matter)
    with regions.remembering():
        found = [
            ToCopy(office.value, LABELS[office], text_for(asked, organization_id, at))
            for office, asked in wanted.items()
        ]
    return tuple(one for one in found if one.text)


def text_for(matters: Iterable[Matter], organization_id: UUID, at: datetime) -> str:
    """李家湾村：有3件等您签批，最早的已等2个工作日。请打开 … 办理。 Empty where nothing waits."""
    asked = ((matter.words, matter.question(organization_id, at, NOBODY_ASIDE)) for matter in matters)
    said = [sentence(words, waits) for words, waits in asked if waits.count]
    return text_of(place_words(organization_id), said)


def lacking(*, overdue: int, unsigned: int) -> tuple[str, ...]:
    """What a township tells a committee of its list; nothing where nothing is lacking."""
    said = (f"有{overdue}件超期没有办完", overdue), (f"有{unsigned}个月的登记还没有核对、签名", unsigned)
    return tuple(words for words, count in said if count)


def to_committee(key: str, place: tuple[str, str], said: Sequence[str]) -> tuple[ToCopy, ...]:
    """What an office above tells one committee of its list; `place` is its township and its name."""
    township, name = place
    text = text_of(township + name, said)
    return (ToCopy(key, name, text),) if text else ()


def to_body(key: str, name: str, due_on: date, link: str, at: datetime) -> ToCopy:
    """What a lead body tells one body that has not answered; its own link leads there without an account."""
    said = sentence(table.OPINIONS, admitting.due_by([due_on], day_of(at)))
    text = copied(AtPlace(name, (said,)), link, demonstration=regions.is_demonstration())
    return ToCopy(key, name, text)


def text_of(place: str, said: Sequence[str]) -> str:
    """The text of these sentences about one place; empty where nothing is said."""
    return _copied(place, said) if said else ""


def _copied(place: str, sentences: Iterable[str]) -> str:
    return copied(AtPlace(place, tuple(sentences)), desk_address(), demonstration=regions.is_demonstration())
