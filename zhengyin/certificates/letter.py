"""What a 告知函 says: the rule, what can be looked at instead, the question for the unit's basis. Pure.

Its words are put together from the list, the 告知单 and the case. Two of them are free: 去哪里 and 带什么,
typed by the handler into the 告知单, go to the unit word for word; who lets the letter go has read them.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date

from zhengyin.shared.days import in_words

LAST = "专此函告。"
LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class LetterGiven:
    """What is typed: to whom, where it goes, until when an answer is asked for."""

    unit: str
    address: str
    answer_by: date


@dataclass(frozen=True, slots=True)
class Matter:
    """The refusal a letter is about, as its 告知单 told it."""

    title: str
    applicant: str
    asked_on: date
    purpose: str
    basis: str
    where: str
    bring: str
    documents: tuple[str, ...]  # what proves it instead, as the list names it
    village: str  # 村, 社区, 嘎查
    committee: str  # 村民委员会


@dataclass(frozen=True, slots=True)
class LetterText:
    """What a letter says, word for word."""

    unit: str
    address: str
    title: str
    paragraphs: tuple[str, ...]
    last: str
    answer_by: str  # ISO

    def canonical(self) -> str:
        """One spelling of one text."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def digest(self, salt: str) -> str:
        """SHA-256 over salt and text, hexadecimal."""
        return hashlib.sha256(f"{salt}\n{self.canonical()}".encode()).hexdigest()

    @staticmethod
    def read(canonical: str) -> "LetterText":
        """The text that `canonical` spells."""
        raw = json.loads(canonical)
        return LetterText(**{**raw, "paragraphs": tuple(raw["paragraphs"])})


def text_of(given: LetterGiven, matter: Matter) -> LetterText:
    """The whole letter."""
    return LetterText(
        unit=given.unit,
        address=given.address,
        title=_title(matter),
        paragraphs=(_opening(matter), _rule(matter), _instead(matter), _question(given, matter)),
        last=LAST,
        answer_by=given.answer_by.isoformat(),
    )


def _title(matter: Matter) -> str:
    whole = f"关于不出具“{matter.title}”的告知函"
    return whole if len(whole) <= LONGEST_TITLE else "不予出具证明告知函"


def _opening(matter: Matter) -> str:
    purpose = f"用于{matter.purpose}，" if matter.purpose else ""
    return (
        f"{in_words(matter.asked_on)}，{matter.applicant}到我{matter.village}申请“{matter.title}”，"
        f"{purpose}说明是贵单位要求提交。现将有关情况函告如下："
    )


def _rule(matter: Matter) -> str:
    return f"一、该事项不由{matter.committee}出具证明。见{matter.basis}。"


def _instead(matter: Matter) -> str:
    documents = f"{'、'.join(matter.documents)}能够证明的，请核对原件。" if matter.documents else ""
    bring = f"，带{matter.bring}" if matter.bring else ""
    return f"二、请按其他办法核对。{documents}已告知{matter.applicant}：“{_plain(matter.where)}{bring}”。"


def _question(given: LetterGiven, matter: Matter) -> str:
    return (
        f"三、如有依据请函告。贵单位认为仍须由我{matter.village}出具的，请在{in_words(given.answer_by)}以前"
        "书面告知要求出具的依据：文件名称、文号和条款。"
    )


def _plain(words: str) -> str:
    return words.rstrip("。；，")
