"""The text: fixed sentences of typed fields, its digest, and one spelling of it."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengyin.catalogue.entries import Form
from zhengyin.certificates.content import LAST_SENTENCE, MissingField, Text, Wording, at_home

FORM = Form.model_validate(
    {
        "title": "居住证明",
        "fields": [
            {"key": "subject_name", "label": "姓名", "kind": "name"},
            {"key": "subject_identity", "label": "号码", "kind": "identity", "required": False},
            {"key": "residence", "label": "住址", "kind": "text"},
            {"key": "lived_since", "label": "从什么时候起住", "kind": "date"},
        ],
        "facts": [
            {"key": "person", "label": "是谁", "methods": ["document_seen"],
             "sentence": "{subject_name}[，公民身份号码{subject_identity}]。"},
            {"key": "since", "label": "住处", "sentence": "{subject_name}自{lived_since}起住{residence}。",
             "methods": ["ledger"]},
        ],
    }
)  # fmt: skip
VALUES: Mapping[str, str] = {
    "subject_name": "马桂花", "subject_identity": "620422196805120003", "residence": "三社12号",
    "lived_since": "2009-03-01",
}  # fmt: skip
WORDING = Wording(FORM, VALUES, "会宁县平头川镇李家湾村村民委员会", "中国农业银行会宁县支行", "申请贷款", 2)
TEXT = Text("发证人", "居住证明", "某银行", ("一句。", "两句。"), ("本证明仅用于贷款。", LAST_SENTENCE), 1)


def wording(**values: str) -> Wording:
    return replace(WORDING, values={**VALUES, **values})


def test_sentences_of_typed_fields_and_nothing_else() -> None:
    assert WORDING.text() == Text(
        issuer="会宁县平头川镇李家湾村村民委员会",
        title="居住证明",
        to="中国农业银行会宁县支行",
        facts=("马桂花，公民身份号码620422196805120003。", "马桂花自2009年3月1日起住三社12号。"),
        closing=("本证明仅用于申请贷款，用于其他事项无效。", "特此证明。"),
        copies=2,
    )


@pytest.mark.parametrize(
    "place, said",
    [("本村", "现住本村三社。"), ("本社区", "现住本社区三社。"), ("", "现住本村（社区）三社。")],
)
def test_a_committee_calls_its_own_place_by_its_kind(place: str, said: str) -> None:
    assert at_home("现住本村（社区）三社。", place) == said
    assert at_home("现住本村三社。", place) == "现住本村三社。"


def test_an_empty_optional_field_takes_its_words_along() -> None:
    assert wording(subject_identity="").sentence("person") == "马桂花。"


@pytest.mark.clause("H3.2.4d")
def test_a_hole_is_named_and_never_printed() -> None:
    assert WORDING.holes() == ()
    assert wording(residence="", subject_name="").holes() == ("姓名", "住址")
    assert wording(subject_identity="").holes() == ()
    with pytest.raises(MissingField, match="residence"):
        wording(residence="").text()
    with pytest.raises(MissingField, match="purpose"):
        replace(WORDING, purpose="").text()


def test_the_last_day_stands_in_the_closing_in_words() -> None:
    until = replace(WORDING, valid_until=date(2027, 2, 9)).text()
    assert until.closing[0].endswith("用于其他事项无效。有效期至2027年2月9日。")


@pytest.mark.parametrize(
    "typed, printed",
    [
        ("2009-03-01", "2009年3月1日"),
        ("2024-02-29", "2024年2月29日"),
        ("1949-10-01", "1949年10月1日"),
        ("去年春天", "去年春天"),  # no date: printed as typed, and refused at entry
    ],
)
def test_dates_are_printed_in_words(typed: str, printed: str) -> None:
    assert wording(lived_since=typed).sentence("since") == f"马桂花自{printed}起住三社12号。"


def test_what_was_typed_is_never_read_as_a_sentence() -> None:
    """Braces in a value stay what they are; nothing is filled in twice."""
    assert "{subject_identity}" in wording(residence="{subject_identity}").sentence("since")
    assert "[x]" in wording(residence="[x]").sentence("since")


CHANGED: dict[str, Any] = {
    "issuer": "另一个村", "title": "收入证明", "to": "另一家银行", "facts": ("一句。", "两句", "。"),
    "closing": ("本证明仅用于贷款。",), "copies": 2, "people": (("1", "马桂花", "", "", ""),),
    "pages": ("0" * 64,),
}  # fmt: skip


@pytest.mark.clause("H3.2.2a")
@pytest.mark.parametrize("name", [field.name for field in fields(Text)])
def test_any_changed_field_changes_the_digest(name: str) -> None:
    assert replace(TEXT, **{name: CHANGED[name]}).digest("salt") != TEXT.digest("salt")
    assert replace(TEXT, **{name: getattr(TEXT, name)}).digest("salt") == TEXT.digest("salt")


def test_the_digest_is_salted() -> None:
    """A bare one would let an identity number be guessed."""
    assert TEXT.digest("one") != TEXT.digest("two")
    assert len(TEXT.digest("one")) == 64


def test_one_spelling() -> None:
    assert TEXT.canonical() == replace(TEXT).canonical()
    assert TEXT.canonical().startswith('{"closing":["本证明')


words = st.text(max_size=40)
texts = st.builds(
    Text, words, words, words, st.lists(words, max_size=4).map(tuple), st.lists(words, max_size=3).map(tuple),
    st.integers(1, 99),
)  # fmt: skip


@given(texts)
def test_the_canonical_spelling_is_read_back(text: Text) -> None:
    assert Text.read(text.canonical()) == text


@given(texts, texts)
def test_two_texts_have_two_spellings(one: Text, other: Text) -> None:
    assert (one == other) == (one.canonical() == other.canonical())
