"""Nation ∪ province ∪ city ∪ county: a lower level adds and narrows, never widens."""

from datetime import date

import pytest

from tests.catalogue.cast import LISTS
from zhengyin.catalogue.entries import Entry
from zhengyin.catalogue.kinds import EntryKind, Level
from zhengyin.catalogue.layers import layered, plain
from zhengyin.catalogue.lists import Listed, Lists, VersionRef

BASE = LISTS["huining"].listed["ISS-XY-07"].entry.model_copy(update={"code": "ISS-AA-01"})
DOGS = LISTS["huining"].listed["PROH-04"].entry
KINSHIP = LISTS["huining"].listed["PROH-01"].entry


def at(level: Level, entry: Entry, **changed: object) -> Listed:
    version = VersionRef(level, "0" * 12, f"{level.words}清单", 1, date(2026, 1, 1))
    return Listed(entry.model_copy(update=changed), level, version)


@pytest.mark.clause("O2.1a")
def test_the_layers_add_up_and_each_entry_says_whose_it_is() -> None:
    kept, aside = layered(
        [at(Level.COUNTY, BASE, code="ISS-CC-01", name="甲证明", aliases=()),
         at(Level.NATION, DOGS), at(Level.CITY, BASE, code="ISS-BB-01", name="乙证明", aliases=())]
    )  # fmt: skip
    assert [(code, one.level) for code, one in kept.items()] == [
        ("PROH-04", Level.NATION), ("ISS-BB-01", Level.CITY), ("ISS-CC-01", Level.COUNTY),
    ]  # fmt: skip
    assert aside == ()


@pytest.mark.clause("O2.1a", "H2.1a")
@pytest.mark.parametrize("level", [Level.PROVINCE, Level.CITY, Level.COUNTY])
@pytest.mark.parametrize(
    "changed",
    [
        {"code": "PROH-04"},  # the same code, now issuable
        {"name": "居民养犬证明"},  # another code, the same name
        {"name": "居民养犬 证明（社区）", "aliases": ("养狗证明",)},  # by an alias
        {"overlaps": ("PROH-04",)},  # by its own word
    ],
)
def test_a_lower_level_cannot_widen_what_a_higher_forbids(level: Level, changed: dict[str, object]) -> None:
    kept, aside = layered([at(level, BASE, **changed), at(Level.NATION, DOGS)])
    lists = Lists("620422000000", date(2026, 11, 21), kept, set_aside=aside)
    assert lists.offered() == ()
    assert [(one.level, one.against) for one in aside] == [(level, "PROH-04")]
    assert kept["PROH-04"].entry.kind is EntryKind.PROHIBITED


def test_the_near_miss_is_another_matter() -> None:
    kept, aside = layered([at(Level.COUNTY, BASE, name="犬只寄养证明"), at(Level.NATION, DOGS)])
    assert aside == ()
    assert kept["ISS-AA-01"].entry.overlaps == ()


def test_a_lower_level_may_forbid_what_a_higher_allows() -> None:
    stop = DOGS.model_copy(update={"code": "ISS-AA-01"})
    kept, aside = layered([at(Level.COUNTY, stop), at(Level.NATION, BASE)])
    assert (kept["ISS-AA-01"].entry.kind, aside) == (EntryKind.PROHIBITED, ())


@pytest.mark.parametrize(
    "changed, taken",
    [
        ({"ties": BASE.ties, "valid_days": 30}, True),
        ({"demanded_by": ("school",)}, True),
        ({"ties": (*BASE.ties, "tenant")}, False),
        ({"valid_days": 120}, False),
        ({"valid_days": 0}, False),
        ({"demanded_by": ()}, False),
        ({"demanded_by": ("school", "bank")}, False),
        ({"paper_only_with_seal": False}, False),
    ],
)
def test_a_lower_level_may_only_narrow_an_item(changed: dict[str, object], taken: bool) -> None:
    higher = {"valid_days": 90, "demanded_by": ("school", "government"), "paper_only_with_seal": True}
    lower = higher | {"note": "本县的"} | changed
    kept, aside = layered([at(Level.NATION, BASE, **higher), at(Level.COUNTY, BASE, **lower)])
    assert (kept["ISS-AA-01"].level is Level.COUNTY) == taken
    assert bool(aside) != taken


def test_a_lower_level_cannot_add_an_exception() -> None:
    lower = at(Level.COUNTY, DOGS, exception=KINSHIP.exception)
    kept, aside = layered([at(Level.NATION, DOGS), lower])
    assert kept["PROH-04"].entry.exception is None
    assert aside[0].code == "PROH-04"


def test_nor_take_the_name_of_an_exception_that_is_not_its_own() -> None:
    kept, aside = layered([at(Level.NATION, KINSHIP), at(Level.COUNTY, BASE, exception_of="PROH-01")])
    assert kept["ISS-AA-01"].entry.overlaps == ("PROH-01",)
    assert aside[0].against == "PROH-01"


def test_a_demonstration_item_that_widens_is_set_aside() -> None:
    assert [(one.code, one.against) for one in LISTS["huining"].set_aside] == [("ISS-CQ-02", "PROH-08")]


@pytest.mark.parametrize(
    "one, other", [("亲属关系证明", "亲属关系"), ("居（租）住证明", "居租住"), ("残疾状况证明", "残疾状况")]
)
def test_names_are_compared_without_brackets_and_the_word_itself(one: str, other: str) -> None:
    assert plain(one) == plain(other)
