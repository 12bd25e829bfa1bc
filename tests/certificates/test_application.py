"""What was typed for an application: one thing changed, one reason; the near miss beside it. No database."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from zhengyin.catalogue.entries import Fact, FieldKind, Form, FormField
from zhengyin.catalogue.kinds import Method
from zhengyin.catalogue.policy import Question
from zhengyin.certificates.asked import Application, Channel, PersonGiven
from zhengyin.certificates.brought import LONGEST_TITLE, Brought
from zhengyin.certificates.persons import MOST
from zhengyin.certificates.policy import application as policy
from zhengyin.shared.refusal import Refusal
from zhengyin.web.words import all_words

TODAY, TOMORROW = date(2026, 11, 27), date(2026, 11, 28)
FORM = Form(
    title="居住证明",
    fields=(FormField(key="residence", label="住址", kind=FieldKind.TEXT, max_length=10),),
    facts=(Fact(key="home", label="住址", sentence="现住{residence}。", methods=(Method.LEDGER,)),),
)
VALUES = {"residence": "三社12号"}
ME = PersonGiven("马桂花", "620422196805120003", phone="13800000117")
SON = PersonGiven("李小明", "620422199505120005", relation="儿子")
WANTED = Application(
    question=Question(day=TODAY, demanding_unit="中国农业银行会宁县支行"),
    purpose="申请贷款", copies=1, values=VALUES, applicant=ME, channel=Channel.COUNTER,
)  # fmt: skip


def codes(refusals: Iterable[Refusal]) -> list[str]:
    found = list(refusals)
    assert all(refusal.code in all_words() for refusal in found)
    return [refusal.code for refusal in found]


def judged(application: Application, form: Form = FORM, values: dict[str, str] = VALUES) -> list[str]:
    return codes(policy.refusals_of_what_was_typed(application, form, values, TODAY))


@pytest.mark.parametrize("change, refused", [
    ({}, []),
    ({"copies": 0}, ["copies_out_of_range"]), ({"copies": 99}, []),
    ({"copies": 100}, ["copies_out_of_range"]),
    ({"purpose": ""}, ["field_wrong"]), ({"purpose": "贷" * policy.LONGEST_PURPOSE}, []),
    ({"purpose": "贷" * (policy.LONGEST_PURPOSE + 1)}, ["field_wrong"]),
    ({"question": replace(WANTED.question, demanding_unit="")}, ["field_wrong"]),
    ({"brought": Brought("", frozenset())}, ["field_wrong"]),
    ({"brought": Brought("表" * LONGEST_TITLE, frozenset())}, []),
    ({"channel": Channel.TELEPHONE}, []),
    ({"channel": Channel.TELEPHONE, "applicant": replace(ME, phone="")}, ["caller_without_telephone"]),
    ({"applicant": replace(ME, phone="")}, []),  # who stands there need not leave one
    ({"applicant": replace(ME, phone="123")}, ["field_wrong"]),
    ({"applicant": replace(ME, name="马")}, ["field_wrong"]),
    ({"applicant": replace(ME, identity="620422196805120004")}, ["field_wrong"]),
    ({"applicant": replace(ME, identity="620422196805120004", identity_note="证件上就是这样")}, []),
    ({"applicant": replace(ME, identity="E12345678", identity_kind="护照")}, []),
    ({"proxy": PersonGiven("李")}, ["field_wrong"]),
    ({"certified": (replace(SON, relation="儿" * (policy.LONGEST_RELATION + 1)),)}, ["field_wrong"]),
    ({"certified": (replace(SON, died_on=TOMORROW),)}, ["died_in_future"]),
    ({"certified": (replace(SON, died_on=TODAY),)}, []),
])  # fmt: skip
def test_what_was_typed(change: dict[str, Any], refused: list[str]) -> None:
    assert judged(replace(WANTED, **change)) == refused


@pytest.mark.parametrize("sex, who, refused", [
    ("男", ME, ["field_wrong"]), ("女", ME, []), ("", ME, []),
    ("男", replace(ME, identity_note="证件上就是这样"), []),
    ("男", replace(ME, identity="E12345678", identity_kind="护照"), []),
    ("男", replace(ME, identity=""), []),
])  # fmt: skip
def test_the_sex_is_that_of_the_number(sex: str, who: PersonGiven, refused: list[str]) -> None:
    application = replace(WANTED, applicant=who)
    assert judged(application, values={**VALUES, "subject_sex": sex}) == refused


def test_the_form_and_its_title() -> None:
    assert judged(WANTED, values={"residence": ""}) == ["field_wrong"]
    long = "证" * (policy.LONGEST_OWN_TITLE + 1)
    assert judged(WANTED, form=FORM.model_copy(update={"title": long})) == ["field_wrong"]
    assert judged(WANTED, form=FORM.model_copy(update={"title": long[1:]})) == []
    words = {**VALUES, "words_1": "字" * 201}
    assert judged(WANTED, values=words) == ["field_wrong"]
    assert judged(WANTED, values={**words, "words_1": "字" * 200}) == []


def many(count: int) -> tuple[PersonGiven, ...]:
    return tuple(replace(SON, name=f"李小{chr(0x4E00 + n)}") for n in range(count))


@pytest.mark.parametrize("certified, optional, refused", [
    ((), False, []),
    ((replace(SON, identity=""),), False, []),  # one alone: the form's own field asks for the number
    ((ME, SON), False, []),
    ((ME, SON, SON), False, ["person_written_twice"]),
    ((ME, SON, replace(SON, identity="620422200005120005")), False, []),  # two of one name
    ((ME, replace(SON, identity="")), False, ["number_missing"]),
    ((ME, replace(SON, identity="")), True, []),
    ((ME, replace(SON, identity="", deceased=True)), False, []),
    ((ME, replace(SON, identity="", died_on=TODAY)), False, []),
    (many(MOST), False, []),
    (many(MOST + 1), False, ["persons_too_many"]),
])  # fmt: skip
def test_several(certified: tuple[PersonGiven, ...], optional: bool, refused: list[str]) -> None:
    wanted = replace(WANTED, certified=certified)
    assert codes(policy.refusals_of_several(wanted, number_optional=optional)) == refused


def test_the_reason_names_whom_it_is_about() -> None:
    twice = policy.refusals_of_several(replace(WANTED, certified=(ME, SON, SON)), number_optional=True)
    assert [refusal.about for refusal in twice] == ["李小明"]
