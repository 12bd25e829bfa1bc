"""What is shipped: guides whole, demonstration apart, nothing of memory as law."""

import pytest

from tests.catalogue.cast import COUNTIES, LISTS, PACKS, lists_of
from zhengyin.catalogue.entries import SECTIONS
from zhengyin.catalogue.kinds import Completion, EntryKind, MatterOf, Standing
from zhengyin.catalogue.packfiles import problems_in, read_lists
from zhengyin.catalogue.sentences import sample_of

PACK = pytest.mark.parametrize("pack", list(COUNTIES))


@PACK
@pytest.mark.clause("O2.2a", "H4.2a")
def test_at_least_ten_items_have_all_seven_headings_and_a_sample(pack: str) -> None:
    offered = LISTS[pack].offered()
    assert len([one for one in offered if one.matter_of is MatterOf.COMMITTEE]) >= 10
    for entry in offered:
        assert entry.guide and entry.form
        assert [title for title, _ in entry.guide.headings] == list(SECTIONS)
        assert all(text for _, texts in entry.guide.headings for text in texts)
        assert sample_of(entry.form)[-1].startswith("本证明仅用于")


@PACK
def test_one_item_is_done_on_the_spot(pack: str) -> None:
    entry = LISTS[pack].listed["ISS-ZQ-01"].entry
    assert entry in LISTS[pack].offered()
    assert (entry.completion, entry.identity_optional) == (Completion.ON_THE_SPOT, True)


@PACK
def test_outside_demonstration_no_demonstration_entry_and_nothing_unfilled(pack: str) -> None:
    real = lists_of(pack, demonstration=False)
    assert not [one for one in real.listed.values() if one.entry.demonstration]
    assert all(entry.unfilled for entry in real.entries(EntryKind.ISSUABLE))
    assert "示例" not in " ".join(one.entry.model_dump_json() for one in real.listed.values())


@PACK
def test_a_demonstration_entry_names_its_real_place(pack: str) -> None:
    sample = [one.entry for one in LISTS[pack].listed.values() if one.entry.demonstration]
    assert sample and all(entry.found_in for entry in sample)
    assert all(basis.standing is Standing.DEMONSTRATION for entry in sample for basis in entry.bases)


@PACK
@pytest.mark.clause("O2.1b")
def test_every_issuable_entry_has_its_basis(pack: str) -> None:
    assert all(entry.bases for entry in LISTS[pack].entries(EntryKind.ISSUABLE))


def test_marriage_adoption_inheritance_are_paper_with_the_seal() -> None:
    listed = LISTS["huining"].listed
    for code in ("ISS-NAT-01", "ISS-NAT-02", "ISS-NAT-03", "ISS-JX-01", "ISS-CQ-02"):
        assert listed[code].entry.paper_only_with_seal


def test_nothing_marked_memory_stands_as_a_basis() -> None:
    for entry in (one.entry for lists in LISTS.values() for one in lists.listed.values()):
        assert all(basis.confidence != "memory" for basis in entry.bases), entry.code


@pytest.mark.parametrize("pack", ["national", *COUNTIES])
def test_the_files_are_sound(pack: str) -> None:
    assert list(problems_in(PACKS / pack)) == []


def test_the_real_lists_of_both_places_are_kept_a_place_for_but_not_invented() -> None:
    keys = {file.list.key: file for file in read_lists(PACKS / "huining", demonstration=False)}
    assert keys["baiyin_issuable_1"].entries == ()
    assert keys["baiyin_issuable_1"].list.standing is Standing.THIRD_PARTY_COPY
