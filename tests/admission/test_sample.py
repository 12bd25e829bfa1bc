"""Sentences with brackets become the form of a certificate, and read as they were typed."""

import pytest

from zhengyin.admission.sample import faults_in, form_of, text_of
from zhengyin.catalogue.entries import Form
from zhengyin.catalogue.kinds import FieldKind, Method

TEXT = "【姓名】，公民身份号码【公民身份号码】，户住本村【住址】（【房子是：选 自有/租住】）。\n" + (
    "【姓名】从【从什么时候起：日期】起接着用水，【口数：数字】口人。"
)


def test_what_stands_in_brackets_is_typed_and_the_same_name_is_one_field() -> None:
    form = Form.model_validate(form_of("情况说明", TEXT, [Method.LEDGER]))
    kinds = {one.label: one.kind for one in form.fields}
    assert kinds == {
        "姓名": FieldKind.NAME, "公民身份号码": FieldKind.IDENTITY, "住址": FieldKind.TEXT,
        "房子是": FieldKind.CHOICE, "从什么时候起": FieldKind.SINCE, "口数": FieldKind.NUMBER,
    }  # fmt: skip
    assert form.fields[0].key == "subject_name" and form.fields[1].key == "subject_identity"
    assert [fact.label for fact in form.facts][1] == "姓名、从什么时候起、口数"
    assert form.facts[1].sentence.startswith("{subject_name}从{") and len(form.facts) == 2
    assert text_of(form_of("情况说明", TEXT, [Method.LEDGER])) == TEXT


@pytest.mark.parametrize(
    "text, words",
    [
        (TEXT, []),
        ("", ["样表里要有【姓名】：给谁开的"]),
        ("户住【住址】。", ["样表里要有【姓名】：给谁开的"]),
        ("【姓名】住【】。", ["【】里没有写要填什么"]),
        ("【姓名】住【住址：照片】。", ["“照片”不是栏目的种类"]),
        ("【姓名】住【房子：选 一样】。", ["“选 一样”不是栏目的种类"]),
        ("【姓名】住【住址。", ["【和】要成对"]),
        ("【姓名】住{address}。", ["【和】要成对"]),
        ("【姓名】住【住址】。\n村里情况属实。", ["“村里情况属实。”里没有要填的"]),
    ],
)
def test_what_keeps_it_from_being_one_is_said(text: str, words: list[str]) -> None:
    found = list(faults_in(text))
    assert len(found) == len(words) and all(
        one.startswith(said) for one, said in zip(found, words, strict=True)
    )
