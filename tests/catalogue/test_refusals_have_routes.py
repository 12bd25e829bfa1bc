"""坚决避免居民办事无门: over all entries that refuse, in both packs, in demonstration and outside."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.catalogue.cast import COUNTIES, PACKS, RULES, TODAY, lists_of
from zhengyin.catalogue.kinds import EntryKind, Said
from zhengyin.catalogue.packfiles import read_lists
from zhengyin.catalogue.policy import Outcome, Question, may_it_be_issued

EVERY = [
    (pack, demonstration, code)
    for pack in COUNTIES
    for demonstration in (True, False)
    for code in lists_of(pack, demonstration=demonstration).listed
]


@pytest.mark.clause("H3.1d", "O2.1e")
@pytest.mark.parametrize("pack, demonstration, code", EVERY)
def test_every_refusal_has_a_way_a_telephone_and_a_place_to_complain(
    pack: str, demonstration: bool, code: str
) -> None:
    lists = lists_of(pack, demonstration=demonstration)
    bare = Question(day=TODAY, entry_code=code, asked_for="某证明", confirmed=True, ties_asked=True)
    for question in (
        bare,
        replace(bare, unit_class="government", basis_given=Said.NO),
        replace(bare, unit_class="company", own_duty=Said.NO, verifiable=Said.NO),
        replace(bare, unit_class="police", letter=Said.YES),
    ):
        answer = may_it_be_issued(question, lists, RULES[pack])
        if answer.outcome.is_yes:
            continue
        assert answer.reason and answer.ways, code
        assert all(way.who and way.do for way in answer.ways)
        assert answer.complaint and answer.complaint.telephone


@pytest.mark.clause("H3.1d")
def test_the_local_way_comes_first() -> None:
    question = Question(day=TODAY, entry_code="PROH-10", confirmed=True)
    huining = may_it_be_issued(question, lists_of("huining"), RULES["huining"])
    assert "甘肃人社" in huining.ways[0].do
    assert huining.ways[0].contact and huining.ways[0].contact.telephone == "0943-3221039"
    ordos = may_it_be_issued(question, lists_of("ordos"), RULES["ordos"])
    assert not any("甘肃人社" in way.do for way in ordos.ways)


def test_the_twenty_items_and_twenty_ways_are_there() -> None:
    lists = lists_of("ordos", demonstration=False)
    assert [one.seq for one in lists.entries(EntryKind.PROHIBITED)] == list(range(1, 21))
    routes = lists.entries(EntryKind.ROUTE)
    assert 15 <= len(routes) <= 20
    assert all(any(step.to_confirm for step in route.routes) for route in routes)  # 需本县确认


def test_every_entry_says_where_it_is_from_and_memory_is_to_be_confirmed() -> None:
    known = {
        line.split("|")[1].strip()
        for line in (PACKS / "national" / "lists" / "SOURCES.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    }
    for pack in ("national", *COUNTIES):
        for file in read_lists(Path(PACKS / pack), demonstration=True):
            for entry in file.entries:
                steps = entry.routes
                assert {key for one in (entry, *steps) for key in one.sources} <= known
                assert all(step.to_confirm for step in steps if step.confidence == "memory")


def test_outcomes_are_yes_no_or_ask() -> None:
    assert {one for one in Outcome if not one.is_yes and not one.is_no} == {Outcome.ASK_MORE}
