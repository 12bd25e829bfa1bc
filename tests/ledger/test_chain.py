"""The canonical bytes: stable for ever, one changed field is another hash."""

import json
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengyin.ledger import chain

AT = datetime(2026, 11, 21, 8, 0, 0, 123456, tzinfo=UTC)
BOOK = chain.book_id(UUID(int=1), "certificates", 2026)
ENTRY = chain.Entry(
    book=BOOK, no=1, previous_hash=chain.genesis(BOOK), kind="certificate.sealed", subject=UUID(int=2),
    county_code="620422", happened_at=AT, recorded_at=AT, person=UUID(int=3), person_name="张国栋",
    office="custodian", session=UUID(int=4), columns='{"unit":"会宁县公证处"}', personal_digest="d" * 64,
    text_digest="a" * 64, document_digest="e" * 64,
)  # fmt: skip
OTHER = {
    str: "另", int: 2, UUID: UUID(int=9), datetime: AT + timedelta(microseconds=1),
}  # fmt: skip


def test_the_format_never_changes():
    """Were this to fail, no line written before could be checked any more."""
    assert str(BOOK) == "c9cff8ea-bd87-52ff-b16e-c8ba14302149"
    assert chain.canonical(ENTRY).decode().split("\t") == [
        "sha256/zy1", str(BOOK), "1", chain.genesis(BOOK), "certificate.sealed", str(UUID(int=2)),
        "620422", "1795248000123456", "1795248000123456", str(UUID(int=3)), "张国栋", "custodian",
        str(UUID(int=4)), '{"unit":"会宁县公证处"}', "d" * 64, "a" * 64, "e" * 64, "", "",
    ]  # fmt: skip
    assert chain.line_hash(ENTRY) == "1602873288908f5f6070873342e9bd96da0b322dcca783ce2fb17a33d9ecd7db"


def test_every_field_is_hashed():
    for field in fields(chain.Entry):
        value = OTHER[type(getattr(ENTRY, field.name))]
        assert chain.line_hash(replace(ENTRY, **{field.name: value})) != chain.line_hash(ENTRY), field.name


def test_fields_cannot_flow_into_each_other():
    one = replace(ENTRY, pad_number="12", slip_digest="3")
    two = replace(ENTRY, pad_number="1", slip_digest="23")
    assert chain.line_hash(one) != chain.line_hash(two)


@pytest.mark.parametrize("mark", ["\t", "\n", "\0", "\\", "\x7f"])
def test_what_would_blur_the_fields_is_refused(mark: str):
    with pytest.raises(ValueError, match="control character"):
        chain.canonical(replace(ENTRY, person_name=f"张{mark}国栋"))


@given(st.dictionaries(st.text(), st.text()))
def test_columns_have_one_text_without_control_characters(columns: dict[str, str]):
    text = chain.canonical_json(columns)
    assert json.loads(text) == columns
    assert text == chain.canonical_json(dict(reversed(columns.items())))
    assert not any(ord(mark) < 32 for mark in text)


def test_a_naive_instant_is_a_mistake():
    with pytest.raises(TypeError):
        chain.microseconds(datetime(2026, 11, 21))  # noqa: DTZ001 - the mistake


def test_the_commitment_hides_and_binds():
    text = chain.canonical_json({"name": "张建国"})
    assert chain.commitment(b"1" * 32, text) != chain.commitment(b"2" * 32, text)
    assert chain.commitment(b"1" * 32, text) != chain.commitment(b"1" * 32, text + " ")
