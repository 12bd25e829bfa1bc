"""Loading: twice is once, the past stays, a changed list is a new version, demonstration stands apart."""

from datetime import date
from pathlib import Path

import pytest

from tests.catalogue.cast import PACKS
from tests.catalogue.conftest import AT
from zhengyin.catalogue import queries
from zhengyin.catalogue.actions import load_lists
from zhengyin.catalogue.history import history
from zhengyin.catalogue.models import ListDocument, ListEntry, ListVersion
from zhengyin.catalogue.packfiles import Faulty
from zhengyin.regions.actions import install, load_pack
from zhengyin.regions.names import organization_id
from zhengyin.registers import queries as registers
from zhengyin.shared.refusal import Refused

COUNTY = "620422000000"
VILLAGE = organization_id("committee:620422115203")
HEAD = """list:
  key: huining_more
  title: 会宁县补充办法
  standing: in_force
  level: county
  division: "620422000000"
  version: {{no: {no}, takes_effect_on: {day}}}
entries:
"""
WAY = (
    "  - {{code: RT-AA-{code}, kind: route, name: {name}, confidence: source, "
    "routes: [{{who: 甲, do: 乙, confidence: source}}]}}\n"
)


def pack(tmp_path: Path, no: int, day: str, **names: str) -> Path:
    (tmp_path / "lists").mkdir(exist_ok=True)
    text = HEAD.format(no=no, day=day) + "".join(
        WAY.format(code=code[1:], name=name) for code, name in names.items()
    )
    (tmp_path / "lists" / "10_more.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def names_on(day: date) -> set[str]:
    listed = queries.lists_for(VILLAGE, day).listed
    return {one.entry.name for code, one in listed.items() if code.startswith("RT-AA")}


def counts() -> tuple[int, int, int]:
    return ListDocument.objects.count(), ListVersion.objects.count(), ListEntry.objects.count()


@pytest.fixture
def own(db: None) -> None:
    """A database where nothing is loaded yet."""
    install(demonstration=True, at=AT)


def test_twice_is_once(demonstration: None) -> None:
    before = counts()
    for name in ("national", "huining", "ordos"):
        assert load_lists(PACKS / name, AT) == ()
    assert counts() == before


@pytest.mark.clause("H2.1c")
def test_a_new_version_changes_adds_and_ends_and_the_past_stays(demonstration: None, tmp_path: Path) -> None:
    load_lists(pack(tmp_path, 1, "2026-01-01", _01="甲", _02="乙", _03="丙"), AT)
    load_lists(pack(tmp_path, 2, "2026-06-01", _01="甲", _02="乙改", _04="丁"), AT)
    assert names_on(date(2026, 5, 31)) == {"甲", "乙", "丙"}
    assert names_on(date(2026, 6, 1)) == {"甲", "乙改", "丁"}
    assert names_on(date(2025, 12, 31)) == set()
    shown = [one for one in history(COUNTY) if one.key == "huining_more"]
    assert [(one.no, one.begun, one.over) for one in shown] == [(2, 2, 2), (1, 3, 0)]
    lists = queries.lists_for(VILLAGE, date(2026, 6, 1))
    assert "会宁县补充办法第2版" in lists.version


@pytest.mark.clause("H2.1c")
@pytest.mark.parametrize(
    "no, day, code",
    [
        (1, "2026-01-01", "list_changed_without_new_version"),
        (1, "2026-06-01", "list_changed_without_new_version"),
        (2, "2026-01-01", "list_version_not_later"),
        (2, "2025-06-01", "list_version_not_later"),
    ],
)
def test_the_past_is_never_edited(demonstration: None, tmp_path: Path, no: int, day: str, code: str) -> None:
    load_lists(pack(tmp_path, 1, "2026-01-01", _01="甲"), AT)
    before = counts()
    with pytest.raises(Refused) as caught:
        load_lists(pack(tmp_path, no, day, _01="改了"), AT)
    assert [refusal.code for refusal in caught.value.refusals] == [code]
    assert counts() == before


def test_a_temporary_entry_stops_by_itself(demonstration: None, tmp_path: Path) -> None:
    path = pack(tmp_path, 1, "2026-01-01", _01="临时") / "lists" / "10_more.yaml"
    text = path.read_text(encoding="utf-8").replace("kind: route", "kind: route, in_force_until: 2026-03-01")
    path.write_text(text, encoding="utf-8")
    load_lists(tmp_path, AT)
    assert names_on(date(2026, 2, 28)) == {"临时"}
    assert names_on(date(2026, 3, 1)) == set()


def test_a_faulty_file_loads_nothing(demonstration: None, tmp_path: Path) -> None:
    before = counts()
    path = pack(tmp_path, 1, "2026-01-01", _01="甲") / "lists" / "10_more.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("who: 甲, ", ""), encoding="utf-8")
    with pytest.raises(Faulty, match=r"10_more\.yaml:9"):
        load_lists(tmp_path, AT)
    assert counts() == before


def test_a_version_leaves_a_line_in_the_countys_book(demonstration: None, tmp_path: Path) -> None:
    (version,) = load_lists(pack(tmp_path, 1, "2026-01-01", _01="甲"), AT)
    assert [line.kind for line in registers.lines_of(version.pk)] == ["list.published"]


def test_a_national_version_is_told_to_every_county_once(demonstration: None) -> None:
    version = ListVersion.objects.get(document="national_prohibited")
    load_lists(PACKS / "national", AT)
    told = [line.county_code for line in registers.lines_of(version.pk)]
    assert len(told) == len(set(told)) == 10


def test_a_county_that_comes_later_is_told_too(own: None) -> None:
    load_pack(PACKS / "huining", AT)
    load_lists(PACKS / "national", AT)
    load_pack(PACKS / "ordos", AT)
    load_lists(PACKS / "national", AT)
    version = ListVersion.objects.get(document="national_prohibited")
    assert len(registers.lines_of(version.pk)) == 10


def test_outside_demonstration_no_demonstration_entry_loads(real: None) -> None:
    assert not ListEntry.objects.filter(demonstration=True).exists()
    assert not ListDocument.objects.filter(demonstration=True).exists()
    assert queries.lists_for(VILLAGE, date(2026, 11, 21)).offered() == ()
