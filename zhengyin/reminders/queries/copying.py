"""复制提醒文字: the same sentences for whoever waits for somebody else, to be pasted where they talk."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID

from zhengyin.people.offices import LABELS, Office
from zhengyin.regions import queries as regions
from zhengyin.reminders.policy.sentences import AtPlace, copied, sentence
from zhengyin.reminders.queries import cases, oversight
from zhengyin.reminders.queries.table import APPROVE, COUNTERSIGN, MONTHS, SEAL, Question
from zhengyin.reminders.queries.telling import desk_address, place_words

NOBODY_ASIDE: frozenset[UUID] = frozenset()


class Matter(Enum):
    """What somebody can be reminded of by hand: whose it is, the words, the question."""

    APPROVE = (Office.DIRECTOR, APPROVE, cases.to_approve)
    COUNTERSIGN = (Office.SECOND_APPROVER, COUNTERSIGN, cases.to_countersign)
    SEAL = (Office.CUSTODIAN, SEAL, cases.to_seal)
    MONTHS = (Office.SUPERVISION_COMMITTEE, MONTHS, oversight.months_unsigned)

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
    """What waits in this committee for others; nobody sends a text to an office of their own (`own`)."""
    with regions.remembering():
        found = [
            ToCopy(matter.name.lower(), LABELS[matter.office], text_for(matter, organization_id, at))
            for matter in matters
            if matter.office not in own
        ]
    return tuple(one for one in found if one.text)


def text_for(matter: Matter, organization_id: UUID, at: datetime) -> str:
    """李家湾村：有3件等您签批，最早的已等2个工作日。请打开 … 办理。 Empty where nothing waits."""
    waits = matter.question(organization_id, at, NOBODY_ASIDE)
    if not waits.count:
        return ""
    return _copied(place_words(organization_id), sentence(matter.words, waits))


def lacking(place: str, *, overdue: int, unsigned: int) -> str:
    """What a township tells a committee of its list; empty where nothing is lacking."""
    said = [f"有{overdue}件超期没有办完"] if overdue else []
    said += [f"有{unsigned}个月的登记还没有核对、签名"] if unsigned else []
    return _copied(place, *said) if said else ""


def _copied(place: str, *sentences: str) -> str:
    return copied(AtPlace(place, sentences), desk_address(), demonstration=regions.is_demonstration())
