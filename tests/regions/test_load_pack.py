"""Loading: everything at once and quick, the second time nothing, what people entered stays."""

import shutil
from time import perf_counter

import pytest

from tests.regions.conftest import AT, LIJIAWAN, PACKS, PINGTOUCHUAN_TOWN, signed
from zhengyin.regions import queries
from zhengyin.regions.actions import load_pack, set_counter
from zhengyin.regions.lines import PACK_LOADED
from zhengyin.regions.models import Committee, County, Division, Organization, Unit
from zhengyin.regions.names import CommitteeKind, organization_id
from zhengyin.regions.packs import PackFaulty
from zhengyin.registers.queries import lines_of

COUNTY_LEAD = organization_id("county_lead:620422000000")


def snapshot():
    tables = (Division, County, Organization, Committee, Unit)
    return [sorted(map(str, table.objects.values_list())) for table in tables]


def test_both_packs_are_loaded_within_three_seconds(fresh_database):
    start = perf_counter()
    loaded = [load_pack(PACKS / name, AT) for name in ("huining", "ordos")]
    assert perf_counter() - start < 3
    assert [(one.changed, one.counties, one.committees) for one in loaded] == [
        (True, 1, 322),
        (True, 9, 1011),
    ]
    assert Committee.objects.count() == 1333
    assert Committee.objects.filter(kind=CommitteeKind.VIRTUAL).count() == 11


def test_a_second_load_changes_nothing(places):
    before = snapshot()
    assert not load_pack(PACKS / "huining", AT).changed
    assert snapshot() == before
    assert [line.kind for line in lines_of(COUNTY_LEAD)] == [PACK_LOADED]


def test_a_changed_file_is_loaded_again_and_what_people_entered_stays(places, tmp_path):
    words = {"telephone": "0943-0000101", "address": "三社", "hours": "8:30–12:00", "duty": "马秀兰"}
    officer = {"signature": signed("township"), "signing_for": PINGTOUCHUAN_TOWN}
    set_counter(organization_id=LIJIAWAN, **words, **officer, at=AT)
    copy = tmp_path / "packs"
    shutil.copytree(PACKS, copy)
    file = copy / "huining/pack.yaml"
    file.write_text(file.read_text().replace("truthful_exception", "stop"))
    assert load_pack(copy / "huining", AT).changed
    assert queries.settings_for("620422000000").rules.prohibited_items == "stop"
    assert queries.committee(LIJIAWAN).telephone == "0943-0000101"
    assert len(lines_of(COUNTY_LEAD)) == 2


def test_a_faulty_pack_leaves_nothing(fresh_database, tmp_path):
    copy = tmp_path / "packs"
    shutil.copytree(PACKS, copy)
    file = copy / "huining/pack.yaml"
    file.write_text(file.read_text().replace("truthful_exception", "perhaps"))
    with pytest.raises(PackFaulty, match=r"pack\.yaml:\d+"):
        load_pack(copy / "huining", AT)
    assert not Division.objects.exists()


def test_ids_are_the_same_wherever_a_pack_is_loaded(places):
    assert Organization.of("committee:620422115203").pk == LIJIAWAN
    assert Organization.objects.filter(kind="department", county_code="620422000000").count() == 6
    assert Organization.of("city:150600000000").county_code == "150600000000"
