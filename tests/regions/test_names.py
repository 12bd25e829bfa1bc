"""Names of committees, by the rows of the statistics."""

import csv
from pathlib import Path

import pytest

from zhengyin.regions.names import (
    CommitteeKind,
    committee_kind,
    initials_of,
    is_full_legal_name,
    pinyin_of,
    short_name,
)

PACKS = Path(__file__).resolve().parents[2] / "packs"


def rows(pack):
    with (PACKS / pack / "divisions.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["level"] == "committee"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("李家湾村民委员会", "李家湾村"),
        ("李家湾村村民委员会", "李家湾村"),
        ("会师门社区居民委员会", "会师门社区"),
        ("乌兰淖尔社区居委会", "乌兰淖尔社区"),
        ("利民社区", "利民社区"),
        ("色连村委会", "色连村"),
        ("乌兰陶勒盖村村委会", "乌兰陶勒盖村"),
        ("斯布扣嘎查村委员会", "斯布扣嘎查"),
        ("巴音温都尔嘎查村民委员会", "巴音温都尔嘎查"),
        ("道劳呼都格嘎查村", "道劳呼都格嘎查"),
        ("哈日根图嘎查", "哈日根图嘎查"),
        ("羊场村", "羊场村"),
    ],
)
def test_short_names(name, short):
    assert short_name(name) == short


@pytest.mark.parametrize("pack", ["huining", "ordos"])
def test_every_short_name_ends_like_a_place(pack):
    odd = {short_name(row["name"]) for row in rows(pack)}
    incomplete = {"查干塔拉"}  # stands like this in the statistics
    assert {name for name in odd if not name.endswith(("村", "社区", "嘎查"))} <= incomplete


def test_kinds_and_full_names_of_the_statistics():
    assert sum(is_full_legal_name(row["name"]) for row in rows("huining")) == 322
    assert sum(is_full_legal_name(row["name"]) for row in rows("ordos")) == 57
    kinds = [committee_kind(row["code"], row["name"]) for row in rows("ordos")]
    assert kinds.count(CommitteeKind.VIRTUAL) == 11


@pytest.mark.parametrize(
    ("code", "name", "kind"),
    [
        ("620422115203", "李家湾村民委员会", CommitteeKind.VILLAGE),
        ("620422100003", "会师门社区居民委员会", CommitteeKind.RESIDENTS),
        ("150603400498", "开发区社区", CommitteeKind.VIRTUAL),
        ("150603400201", "空港虚拟社区", CommitteeKind.VIRTUAL),
        ("150603400497", "园区社区", CommitteeKind.RESIDENTS),
    ],
)
def test_kind(code, name, kind):
    assert committee_kind(code, name) is kind


def test_pinyin():
    assert (pinyin_of("李家湾村"), initials_of("李家湾村")) == ("lijiawancun", "ljwc")
    assert pinyin_of("哈日根图嘎查") == "harigentugacha"
