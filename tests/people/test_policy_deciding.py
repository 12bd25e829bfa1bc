"""What binds everybody who decides or seals: one changed fact, one refusal, the near miss beside it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from zhengyin.people.policy.deciding import (
    Concerned,
    Deciding,
    refusals_of_own_case,
    refusals_of_the_handler,
    refusals_of_the_person,
    refusals_of_the_text,
)
from zhengyin.shared.refusal import Refusal

WHO, OTHER = UUID(int=1), UUID(int=2)
GOOD = Deciding(WHO, b"own", "李国栋", near_relative=False)
STRANGERS = Concerned(frozenset({b"another"}), frozenset({"李国梁"}))
OWN_BY_NUMBER = Concerned(identities=frozenset({b"own"}))
OWN_BY_NAME = Concerned(names_without_number=frozenset({"李国栋"}))


def codes(refusals: Iterable[Refusal]) -> list[str]:
    return [refusal.code for refusal in refusals]


@pytest.mark.parametrize("concerned, change, own, person", [
    (STRANGERS, {}, [], []),
    (Concerned(), {}, [], []),
    (OWN_BY_NUMBER, {}, ["own_case"], ["own_case"]),
    (OWN_BY_NAME, {}, ["own_case"], ["own_case"]),
    (OWN_BY_NAME, {"name": "李国"}, [], []),  # another name, however near
    (STRANGERS, {"blocked_after_reset": True}, ["blocked_after_reset"], ["blocked_after_reset"]),
    (STRANGERS, {"recused": True}, ["recused"], ["recused"]),
    (STRANGERS, {"recused": True, "near_relative": None}, ["recused"], ["recused"]),  # not asked again
    (STRANGERS, {"recused": True, "near_relative": True}, ["recused"], ["recused"]),
    (STRANGERS, {"near_relative": None}, [], ["near_relative_not_answered"]),
    (STRANGERS, {"near_relative": True}, [], ["near_relative"]),
    (OWN_BY_NUMBER, {"recused": True, "blocked_after_reset": True},
     ["own_case", "recused", "blocked_after_reset"], ["own_case", "recused", "blocked_after_reset"]),
])  # fmt: skip
def test_who_decides(concerned: Concerned, change: dict[str, Any], own: list[str], person: list[str]) -> None:
    """`own` where nothing is certified and nobody is asked about relatives; `person` else."""
    deciding = replace(GOOD, **change)
    assert codes(refusals_of_own_case(concerned, deciding)) == own
    assert codes(refusals_of_the_person(concerned, deciding)) == person


def test_the_own_case_names_who_it_is() -> None:
    (found,) = refusals_of_the_person(OWN_BY_NUMBER, GOOD)
    assert found.about == "李国栋"


@pytest.mark.clause("H3.2.2a")
@pytest.mark.parametrize("seen, refused", [("text", []), ("Text", ["changed_since_seen"]),
                                           ("", ["changed_since_seen"])])  # fmt: skip
def test_another_text_than_the_one_that_was_seen(seen: str, refused: list[str]) -> None:
    assert codes(refusals_of_the_text(seen, "text")) == refused


@pytest.mark.parametrize("handlers, may, refused", [
    ((WHO,), False, ["handler_may_not_approve"]),
    ((OTHER, WHO), False, ["handler_may_not_approve"]),
    ((WHO,), True, []),
    ((OTHER,), False, []),
    ((), False, []),
])  # fmt: skip
def test_who_handled_it(handlers: tuple[UUID, ...], may: bool, refused: list[str]) -> None:
    assert codes(refusals_of_the_handler(WHO, handlers, may_have_handled=may)) == refused
