"""The question at the counter, as it stands in the address: the item, who demands, the procedure's answers.

Unknown values count as not said. The same parts travel hidden with the application.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import Ground, Said, Tie
from zhengyin.catalogue.policy import Answer, Ask, Question, asks
from zhengyin.web.public.pages import Choice

LONGEST = {"for": 60, "unit_name": 50, "ground_reason": 200, "basis_words": 200, "public_reason": 200}
YES_NO = (Choice(Said.YES.value, "是"), Choice(Said.NO.value, "不是"))
HAVE = (Choice(Said.YES.value, "有"), Choice(Said.NO.value, "没有"))
CAN = (Choice(Said.YES.value, "能"), Choice(Said.NO.value, "不能"))
GROUNDS = tuple(Choice(ground.value, ground.words) for ground in Ground if ground is not Ground.NOT_SAID)
# The procedure's keys: their place in the address, their choices, the free words beside them.
SHAPES: Mapping[str, tuple[str, tuple[Choice, ...]]] = {
    "document_proves": ("doc", CAN),
    "ground": ("ground", GROUNDS),
    "ground_reason": ("ground_reason", ()),
    "demand_proved": ("proved", HAVE),
    "own_duty": ("duty", YES_NO),
    "verifiable": ("can", CAN),
    "basis_given": ("basis", HAVE),
    "public_interest": ("public", YES_NO),
}
WORDS: Mapping[str, Ask] = {
    ask.key: ask
    for ask in (
        asks.DOCUMENT, asks.GROUND, asks.GROUND_REASON, asks.DEMAND_PROVED, asks.OWN_DUTY, asks.VERIFIABLE,
        asks.BASIS, asks.PUBLIC_INTEREST,
    )
}  # fmt: skip
CONDITION = "cond"  # and its number: a condition of the item's named exception
ASKED = frozenset({"item", "for", "unit", "unit_name", "tie", "letter", "public_reason", "paper", "q", "last",
                   *(name for name, _ in SHAPES.values()), "basis_words"})  # fmt: skip
LETTER = "来人带了公函和工作证件吗？"
BASIS_WORDS = "写明依据：哪个文件、第几条"
BROUGHT_FORM = "form"  # 对方给了表，要在表上盖章
PUBLIC_REASON = "涉及公共利益的，写明为什么"


@dataclass(frozen=True, slots=True)
class Field:
    """One question of the procedure on the page; without choices it is answered in words."""

    name: str
    words: str
    value: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address says."""

    item: str
    asked_for: str
    unit: str
    unit_name: str
    ties: tuple[str, ...]
    said: Mapping[str, str]  # the procedure's answers, by their place in the address
    conditions: tuple[str, ...]
    paper: str  # BROUGHT_FORM, or empty: our own paper

    @property
    def chosen(self) -> bool:
        """A person chose the item, or said that none of the list is meant."""
        return bool(self.item or self.asked_for)

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        """Everything said, for hidden fields."""
        conditions = [(f"{CONDITION}{index}", value) for index, value in enumerate(self.conditions)]
        parts = [("item", self.item), ("for", self.asked_for), ("unit", self.unit),
                 ("unit_name", self.unit_name), *(("tie", tie) for tie in self.ties),
                 *self.said.items(), *conditions, ("paper", self.paper)]  # fmt: skip
        return tuple((name, value) for name, value in parts if value)

    def question(self, day: date) -> Question:
        """The question for the rules; choosing an item is confirming it."""
        return Question(
            day=day,
            entry_code=self.item,
            asked_for=self.asked_for,
            confirmed=self.chosen,
            unit_class=self.unit,
            demanding_unit=self.unit_name,
            letter=self._said("letter"),
            ties_asked=bool(self.ties),
            ties=frozenset(Tie(tie) for tie in self.ties if tie in tuple(Tie)),
            document_proves=self._said("doc"),
            exception_conditions=tuple(Said(value or Said.NOT_ASKED.value) for value in self.conditions),
            ground=Ground(self.said.get("ground") or Ground.NOT_SAID.value),
            ground_reason=self.said.get("ground_reason", ""),
            demand_proved=self._said("proved"),
            own_duty=self._said("duty"),
            verifiable=self._said("can"),
            basis_given=self._said("basis"),
            basis_words=self.said.get("basis_words", ""),
            public_interest=self._said("public"),
            public_interest_reason=self.said.get("public_reason", ""),
        )

    def _said(self, name: str) -> Said:
        return Said(self.said.get(name) or Said.NOT_ASKED.value)


def asked_in(query: QueryDict, units: Sequence[str], conditions: int = 0) -> Asked:
    """Read the question; `conditions` is how many the item's named exception has."""
    item = query.get("item", "")[:20]
    said = {name: _one_of(query.get(name, ""), choices) for name, choices in SHAPES.values() if choices}
    said["letter"] = _one_of(query.get("letter", ""), HAVE)
    for name in ("ground_reason", "basis_words", "public_reason"):
        said[name] = query.get(name, "").strip()[: LONGEST[name]]
    return Asked(
        item=item,
        asked_for="" if item else query.get("for", "").strip()[: LONGEST["for"]],
        unit=query.get("unit", "") if query.get("unit", "") in units else "",
        unit_name=" ".join(query.get("unit_name", "").split())[: LONGEST["unit_name"]],
        ties=tuple(tie for tie in query.getlist("tie") if tie in (*Tie, "none")),
        said=said,
        conditions=tuple(
            _one_of(query.get(f"{CONDITION}{index}", ""), YES_NO) for index in range(conditions)
        ),
        paper=BROUGHT_FORM if query.get("paper") == BROUGHT_FORM else "",
    )


def fields_for(
    answer: Answer, asked: Asked, entry: Entry | None, *, investigating: bool
) -> tuple[Field, ...]:
    """What is open, and what was said already, so that it can be changed; each question once."""
    found = [Field("letter", LETTER, asked.said["letter"], HAVE)] if investigating else []
    found += _conditions(answer, asked, entry)
    is_open = {ask.key for ask in answer.asks}
    for key, (name, choices) in SHAPES.items():
        if key in is_open or asked.said.get(name):
            found.append(Field(name, WORDS[key].words, asked.said.get(name, ""), choices))
    if asked.said["basis"] == Said.YES:
        found.append(Field("basis_words", BASIS_WORDS, asked.said["basis_words"]))
    if asked.said["public"] == Said.YES:
        found.append(Field("public_reason", PUBLIC_REASON, asked.said["public_reason"]))
    return tuple(found)


def _conditions(answer: Answer, asked: Asked, entry: Entry | None) -> list[Field]:
    """The conditions of the item's named exception, while they are open or were answered."""
    exception = entry.exception if entry else None
    is_open = any(ask.key == "exception_conditions" for ask in answer.asks)
    if exception is None or not (is_open or any(asked.conditions)):
        return []
    return [
        Field(f"{CONDITION}{index}", words, asked.conditions[index], YES_NO)
        for index, words in enumerate(exception.conditions)
    ]


def _one_of(value: str, choices: Sequence[Choice]) -> str:
    return value if value in [choice.value for choice in choices] else ""
