"""Several persons on one paper: up to four stand in a sentence, from five in a table. Pure.

That they are who they are is one more fact of the paper, verified by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from zhengyin.catalogue.entries import Fact, Form
from zhengyin.catalogue.kinds import Method
from zhengyin.shared.days import in_words

KEY: Final = "persons_certified"
IN_SENTENCES: Final = 4
MOST: Final = 30
METHODS: Final = (
    Method.DOCUMENT_SEEN, Method.HOUSEHOLD_BOOK, Method.LEDGER, Method.GROUP_HEAD, Method.TWO_INFORMANTS,
    Method.HANDLER_KNOWS,
)  # fmt: skip
Row = tuple[str, ...]  # 序号, 姓名, 与申请人的关系, 公民身份号码, 备注


@dataclass(frozen=True, slots=True)
class Certified:
    """One person as the paper names them. `died_on` stands only with the dead, and may be unknown."""

    name: str
    relation: str = ""  # to the applicant
    identity: str = ""
    deceased: bool = False
    died_on: date | None = None

    @property
    def gone(self) -> str:
        """已故, with the day where it is known."""
        if not self.deceased:
            return ""
        return f"已故（{in_words(self.died_on)}去世）" if self.died_on else "已故"


def with_persons(form: Form, count: int) -> Form:
    """The form of a paper that certifies several: one more fact. The names come from the persons' rows."""
    if count < 2 or any(fact.key == KEY for fact in form.facts):
        return form
    fact = Fact(key=KEY, label="都有谁", sentence=f"被证明的共{count}人。", methods=METHODS)
    return form.model_copy(update={"facts": (*form.facts, fact)})


def certifies_several(form: Form) -> bool:
    """Whether the names of more than one stand on the paper."""
    return any(fact.key == KEY for fact in form.facts)


def sentence_of(people: Sequence[Certified], applicant: str) -> str:
    """被证明的共2人：马桂花；李小明（申请人马桂花的儿子，公民身份号码……）。"""
    if len(people) > IN_SENTENCES:
        return f"被证明的共{len(people)}人，见下表；申请人是{applicant}。"
    named = "；".join(_named(one, applicant) for one in people)
    return f"被证明的共{len(people)}人：{named}。"


def rows_of(people: Sequence[Certified]) -> tuple[Row, ...]:
    """The rows of the table; none where a sentence says it."""
    if len(people) <= IN_SENTENCES:
        return ()
    return tuple(
        (str(number), one.name, one.relation, one.identity, one.gone) for number, one in enumerate(people, 1)
    )


def several(names: Sequence[str]) -> str:
    """马桂花等6人, where a list has no room for all of them."""
    return f"{names[0]}等{len(names)}人" if len(names) > 2 else "、".join(names)


def _named(one: Certified, applicant: str) -> str:
    said = (
        f"申请人{applicant}的{one.relation}" if one.relation else "",
        f"公民身份号码{one.identity}" if one.identity else "",
        one.gone,
    )
    words = "，".join(part for part in said if part)
    return f"{one.name}（{words}）" if words else one.name
