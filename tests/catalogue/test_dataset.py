"""What is published is one dataset: all of it, of one day, and its digest says when a word is another."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.catalogue.cast import LISTS, RULES, TODAY
from tests.catalogue.conftest import AT
from tests.catalogue.test_load_lists import COUNTY, pack
from zhengyin.catalogue import queries
from zhengyin.catalogue.actions import load_lists
from zhengyin.catalogue.dataset import Dataset, EntryTold, Facts, canonical, dataset_of, digest
from zhengyin.catalogue.entries import SECTIONS, Entry
from zhengyin.catalogue.history import history
from zhengyin.catalogue.kinds import EntryKind
from zhengyin.catalogue.lists import Contact, Lists
from zhengyin.catalogue.published import published
from zhengyin.publication.data import as_json
from zhengyin.regions.models import Division

BANNER = "150623000000"
BOTH = pytest.mark.parametrize("county", [COUNTY, BANNER])


def by_code(dataset: Dataset) -> dict[str, EntryTold]:
    return {one.code: one for one in dataset.entries}


def of(lists: Lists) -> Dataset:
    return dataset_of(Facts("会宁县", lists, RULES["huining"], (), {}, True))


@BOTH
def test_every_entry_in_force_stands_in_it_with_its_list_and_version(
    demonstration: None, county: str
) -> None:
    found, lists = published(county, TODAY), queries.lists_in(county, TODAY)
    assert list(by_code(found)) == list(lists.listed)
    for code, one in by_code(found).items():
        listed = lists.listed[code]
        assert (one.name, one.kind.code) == (listed.entry.name, listed.entry.kind)
        assert (one.list.title, one.list.version) == (listed.version.title, listed.version.no)
        assert [basis.words for basis in one.bases] == [basis.words for basis in listed.entry.bases]
    assert [one.words for one in found.lists] == [ref.words for ref in lists.versions]
    assert found.demonstration and found.notice.startswith("示例")


def test_an_item_is_told_whole(demonstration: None) -> None:
    item = by_code(published(COUNTY, TODAY))["ISS-ZQ-01"]
    assert item.aliases[0] == "居住证明" and item.demonstration and item.valid_days == 90
    assert [tie.code for tie in item.ties] == ["registered", "resident", "tenant", "relocated"]
    assert item.completion and item.completion.code == "on_the_spot" and item.working_days == 0
    assert (item.bases[0].standing.code, item.bases[0].confidence.code) == ("demonstration", "source")
    assert item.guide and item.form and item.answer
    assert [heading.title for heading in item.guide.headings] == list(SECTIONS)
    assert item.guide.pending == () and item.guide.not_written.startswith("不写户籍")
    assert item.form.fields[0].key == "subject_name"
    assert "{residence}" in item.form.sentences[1].sentence and "××" in item.form.sample[0]
    assert item.answer.issued and item.answer.mark == "一般可以开"


@BOTH
@pytest.mark.clause("H3.1d")
def test_whoever_is_refused_is_told_where_to_go(demonstration: None, county: str) -> None:
    refused = [one for one in published(county, TODAY).entries if one.answer and not one.answer.is_yes]
    assert len(refused) > 30
    assert [one.code for one in refused if not one.ways or not one.answer.complaint.name] == []  # type: ignore[union-attr]
    assert [one.code for one in refused if not one.answer.headline] == []  # type: ignore[union-attr]


def test_no_way_speaks_of_a_telephone_that_is_not_there() -> None:
    rules = replace(RULES["huining"], committee=Contact("村（居）民委员会"))
    found = by_code(dataset_of(Facts("会宁县", LISTS["huining"], rules, (), {}, True)))
    ways = [way for one in found.values() for way in one.ways if "打这个电话" in way.do and not way.telephone]
    assert ways == [] and "打村（居）委会的电话" in found["ISS-XY-05"].ways[0].do


def test_a_general_rule_and_a_local_way_are_asked_for_by_nobody(demonstration: None) -> None:
    found = by_code(published(COUNTY, TODAY))
    assert found["GEN-01"].answer is None and found["RT-HN-01"].answer is None
    assert found["RT-HN-01"].for_code in found and found["RT-HN-01"].ways


@pytest.mark.parametrize("day, shown", [(date(2025, 12, 31), False), (date(2026, 1, 1), True)])
def test_a_day_in_the_past_has_that_days_lists(demonstration: None, day: date, shown: bool) -> None:
    found = published(COUNTY, day)
    assert ("ISS-ZQ-01" in by_code(found)) is shown and found.day == day
    assert published(COUNTY, date(2001, 1, 1)).entries == ()


def test_a_past_day_says_what_was_known_then(demonstration: None, tmp_path: Path) -> None:
    """Versions 2 and 3 were recorded on 2026-11-20; the third begins later."""
    for no, day, name in ((1, "2026-01-01", "甲"), (2, "2026-06-01", "乙"), (3, "2026-12-31", "丙")):
        load_lists(pack(tmp_path, no, day, _01=name), AT)

    def told(day: date) -> tuple[str, list[tuple[int, bool]]]:
        found = published(COUNTY, day)
        own = [(one.no, one.in_force) for one in found.versions if one.list == "huining_more"]
        return by_code(found)["RT-AA-01"].name, own

    before = published(COUNTY, date(2026, 3, 1))
    assert told(date(2026, 3, 1)) == ("甲", [(1, True)])
    assert told(date(2026, 6, 1)) == ("乙", [(2, True), (1, False)])
    assert told(date(2026, 11, 20)) == ("乙", [(3, False), (2, True), (1, False)])
    load_lists(pack(tmp_path, 4, "2027-01-01", _01="丁"), AT)
    assert digest(published(COUNTY, date(2026, 3, 1))) == digest(before)


@BOTH
def test_every_version_stands_in_it_with_what_it_did(demonstration: None, county: str) -> None:
    shown = {(one.list, one.no): one for one in published(county, TODAY).versions}
    kept = {(one.key, one.no): one for one in history(county)}
    assert set(shown) == set(kept)
    for key, one in shown.items():
        version = kept[key]
        assert (one.id, one.begun, one.over, one.sha256) == (
            version.id, version.begun, version.over, version.digest,
        )  # fmt: skip


def test_the_digest_is_of_the_text_anybody_can_write_again(demonstration: None) -> None:
    found = published(COUNTY, TODAY)
    read = json.loads(as_json(found))
    again = json.dumps(read["dataset"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert read["sha256"] == hashlib.sha256(again.encode()).hexdigest() == digest(found)
    assert again.encode() == canonical(found)
    assert read["dataset"]["schema_version"] == 1
    assert digest(published(COUNTY, TODAY)) == digest(found)


def with_entry(code: str, entry: Entry) -> Lists:
    lists = LISTS["huining"]
    return replace(lists, listed={**lists.listed, code: replace(lists.listed[code], entry=entry)})


def test_another_name_of_any_entry_is_another_digest() -> None:
    before = digest(of(LISTS["huining"]))
    for code, one in LISTS["huining"].listed.items():
        assert digest(of(with_entry(code, one.entry.model_copy(update={"name": "另一个名称"})))) != before, (
            code
        )
    assert digest(of(LISTS["huining"])) == before


ITEM = LISTS["huining"].listed["ISS-ZQ-01"].entry
assert ITEM.guide and ITEM.form


@pytest.mark.parametrize(
    "change",
    [
        {"aliases": ()},
        {"bases": ITEM.bases[:0]},
        {"ties": ITEM.ties[:1]},
        {"valid_days": 91},
        {"working_days": 2},
        {"demanded_by": ("bank",)},
        {"guide": ITEM.guide.model_copy(update={"procedure": "另一个流程"})},
        {"guide": ITEM.guide.model_copy(update={"not_written": ""})},
        {"form": ITEM.form.model_copy(update={"closing": "本证明仅用于别的。"})},
        {"form": ITEM.form.model_copy(update={"title": "另一个标题"})},
        {"explanation": "另一句释义"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_another_part_is_another_digest(change: dict[str, object]) -> None:
    assert digest(of(with_entry("ISS-ZQ-01", ITEM.model_copy(update=change)))) != digest(of(LISTS["huining"]))


def test_the_county_and_the_day_are_of_it() -> None:
    lists = LISTS["huining"]
    assert digest(of(replace(lists, day=date(2026, 11, 22)))) != digest(of(lists))
    assert digest(of(replace(lists, county_code="150623000000"))) != digest(of(lists))


@BOTH
def test_the_database_is_asked_little_however_long_the_lists(
    demonstration: None, county: str, tmp_path: Path, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(9):  # type: ignore[operator]
        first = published(county, TODAY)
    load_lists(pack(tmp_path, 1, "2026-01-01", **{f"_{no}": f"办法{no}" for no in range(10, 60)}), AT)
    with django_assert_max_num_queries(9):  # type: ignore[operator]
        longer = published(county, TODAY)
    assert len(longer.entries) - len(first.entries) == (50 if county == COUNTY else 0)


def test_a_place_nobody_loaded_has_none(demonstration: None) -> None:
    with pytest.raises(Division.DoesNotExist):
        published("999999000000", TODAY)


def test_kinds_that_are_asked_for_have_an_answer() -> None:
    for one in of(LISTS["huining"]).entries:
        asked_for = one.kind.code != EntryKind.PRINCIPLE and not one.for_code
        assert (one.answer is not None) is asked_for, one.code
