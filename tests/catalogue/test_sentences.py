"""From typed fields to sentences: nothing is evaluated, nothing prints a hole."""

import pytest

from tests.catalogue.cast import LISTS
from zhengyin.catalogue.entries import Fact, Form
from zhengyin.catalogue.sentences import MissingField, needed_keys, render, sample_of

RESIDENCE = LISTS["huining"].listed["ISS-ZQ-01"].entry.form
SENTENCE = "{name}，{sex}[，公民身份号码{identity}]。"


def test_fields_are_put_in() -> None:
    values = {"name": "马桂花", "sex": "女", "identity": "620422196805120003"}
    assert render(SENTENCE, values) == "马桂花，女，公民身份号码620422196805120003。"


@pytest.mark.parametrize(
    "values", [{"name": "马桂花", "sex": "女"}, {"name": "马桂花", "sex": "女", "identity": ""}]
)
def test_an_optional_part_falls_away_whole(values: dict[str, str]) -> None:
    assert render(SENTENCE, values) == "马桂花，女。"


def test_a_missing_field_is_an_error_by_its_key() -> None:
    with pytest.raises(MissingField, match="sex"):
        render(SENTENCE, {"name": "马桂花"})


@pytest.mark.parametrize("typed", ["{sex}", "{0.__class__}", "[甲]", "%(a)s", "\\g<0>"])
def test_what_is_typed_is_never_read_as_a_template(typed: str) -> None:
    assert render("{name}。", {"name": typed, "sex": "女"}) == f"{typed}。"


def test_a_fact_knows_its_fields_and_which_it_needs() -> None:
    fact = Fact(key="person", label="是谁", sentence=SENTENCE, methods=("document_seen",))  # type: ignore[arg-type]
    assert fact.field_keys == ("name", "sex", "identity")
    assert needed_keys(fact) == ("name", "sex")


def test_the_sample_shows_blanks_and_the_purpose() -> None:
    assert RESIDENCE is not None
    sample = sample_of(RESIDENCE)
    assert "××××年×月×日" in sample[2]
    assert sample[-1] == "本证明仅用于××××，用于其他事项无效。"


@pytest.mark.parametrize("pack", list(LISTS))
def test_every_shipped_form_prints_with_every_field_typed(pack: str) -> None:
    for entry in (one.entry for one in LISTS[pack].listed.values() if one.entry.form):
        form: Form = entry.form  # type: ignore[assignment]
        values = {field.key: "甲" for field in form.fields} | {"purpose": "乙", "demanding_unit": "丙"}
        for fact in form.facts:
            assert "{" not in render(fact.sentence, values)
        optional = dict.fromkeys(values, "") | {field.key: "甲" for field in form.fields if field.required}
        for fact in form.facts:
            assert set(needed_keys(fact)) <= {key for key, value in optional.items() if value}
