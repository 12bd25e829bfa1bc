"""The form of free words, for what no list has a form for: soft and discretionary papers only. Pure.

Who is certified stands in one sentence, then up to three things in words, each verified by itself.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from zhengyin.catalogue.entries import Fact, FieldKind, Form, FormField
from zhengyin.catalogue.kinds import Method
from zhengyin.catalogue.policy import Answer

LONGEST: Final = 200  # characters of all of them together
TITLE: Final = FormField(
    key="title", label="纸上的标题", kind=FieldKind.TEXT, max_length=30, printed=False,
    hint="例如：家庭情况证明",
)  # fmt: skip
NAME: Final = FormField(key="subject_name", label="被证明人姓名", kind=FieldKind.NAME)
IDENTITY: Final = FormField(
    key="subject_identity", label="公民身份号码", kind=FieldKind.IDENTITY, required=False
)
FIRST: Final = "words_1"
WORDS: Final = {FIRST: "第一件事", "words_2": "第二件事", "words_3": "第三件事"}
HINT: Final = "一件事写一句，每一句都要单独核实；几句一共不超过200个字。"
PERSON: Final = Fact(
    key="person",
    label="是谁",
    sentence="{subject_name}[，公民身份号码{subject_identity}]。",
    methods=(Method.DOCUMENT_SEEN, Method.HOUSEHOLD_BOOK, Method.HANDLER_KNOWS),
)


def served_by_free_words(answer: Answer) -> bool:
    """Only a soft or a discretionary yes, and no other."""
    return answer.outcome.is_yes and answer.needs_second_approver


def blank_form(answer: Answer) -> Form:
    """What there is to type; the title only where no list names the item."""
    title = () if answer.entry_code else (TITLE,)
    return _form(answer.entry_name, (*title, NAME, IDENTITY), WORDS, required=(FIRST,))


def form_with(answer: Answer, typed: Mapping[str, str]) -> Form:
    """The form as the case keeps it: as many sentences as there are words."""
    said = [key for key in WORDS if typed.get(key)] or [FIRST]
    title = "" if answer.entry_code else typed.get(TITLE.key, "")
    return _form(title or answer.entry_name, (NAME, IDENTITY), said, required=said)


def tidied_words(typed: Mapping[str, str]) -> dict[str, str]:
    """Everything typed, the words without the stop that the sentence brings along."""
    words = {key: " ".join(typed[key].split()).rstrip("。；") for key in WORDS if key in typed}
    title = {TITLE.key: " ".join(typed[TITLE.key].split())} if TITLE.key in typed else {}
    return {**typed, **words, **title}


def too_long(typed: Mapping[str, str]) -> str:
    """Say how much too long the words are together, or return an empty string."""
    length = sum(len(typed.get(key, "")) for key in WORDS)
    return f"自由文字一共最多{LONGEST}个字，现在{length}个" if length > LONGEST else ""


def _form(title: str, fields: tuple[FormField, ...], keys: Iterable[str], *, required: Iterable[str]) -> Form:
    words = tuple(
        FormField(
            key=key, label=WORDS[key], kind=FieldKind.TEXT, max_length=LONGEST, required=key in required,
            hint=HINT if key == FIRST else "",
        )
        for key in keys
    )  # fmt: skip
    facts = (Fact(key=key, label=WORDS[key], sentence=f"{{{key}}}。", methods=tuple(Method)) for key in keys)
    return Form(title=title, fields=(*fields, *words), facts=(PERSON, *facts))
