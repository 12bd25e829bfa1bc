"""复制提醒文字: the same sentences for whoever waits for somebody else, to be pasted where they talk."""

from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from uuid import UUID

from zhengyin.regions import queries as regions
from zhengyin.reminders.policy.sentences import AtPlace, Waits, copied, sentence
from zhengyin.reminders.queries import cases, oversight
from zhengyin.reminders.queries.table import MONTHS, SEAL, Question
from zhengyin.reminders.queries.telling import desk_address, place_words

NOBODY_ASIDE: frozenset[UUID] = frozenset()


class Matter(Enum):
    """What somebody can be reminded of by hand: whom it is for, the words, the question."""

    APPROVE = ("负责人", "有{count}件等您签批", cases.to_approve)
    COUNTERSIGN = ("复核签批人", "有{count}件等您复核签批", cases.to_countersign)
    SEAL = ("印章保管人", SEAL, cases.to_seal)
    MONTHS = ("村（居）务监督委员会", MONTHS, oversight.months_unsigned)

    def __init__(self, whom: str, words: str, question: Question) -> None:
        self.whom, self.words, self.question = whom, words, question


def text_for(matter: Matter, organization_id: UUID, at: datetime) -> str:
    """李家湾村：有3件等您签批，最早的已等2个工作日。请打开 … 办理。 Empty where nothing waits."""
    waits: Waits = matter.question(organization_id, at, NOBODY_ASIDE)
    return _copied(organization_id, [sentence(matter.words, waits)]) if waits.count else ""


def copy_texts(matters: Iterable[Matter], organization_id: UUID, at: datetime) -> tuple[tuple[str, str], ...]:
    """(whom it is for, text) of each that waits."""
    with regions.remembering():
        found = [(matter.whom, text_for(matter, organization_id, at)) for matter in matters]
    return tuple((whom, text) for whom, text in found if text)


def lacking(organization_id: UUID, *, overdue: int, unsigned: int) -> str:
    """What a township tells a committee of its list; empty where nothing is lacking."""
    said = []
    if overdue:
        said.append(f"有{overdue}件超期没有办完")
    if unsigned:
        said.append(f"有{unsigned}个月的登记还没有核对、签名")
    return _copied(organization_id, said) if said else ""


def _copied(organization_id: UUID, sentences: Iterable[str]) -> str:
    at = AtPlace(place_words(organization_id), tuple(sentences))
    return copied(at, desk_address(), demonstration=regions.is_demonstration())
