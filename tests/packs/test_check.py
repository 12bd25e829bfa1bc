"""Every mistake in a pack is named with its file and its line; the near miss passes."""
# ruff: noqa: E501  one mistake, one row

from pathlib import Path

import pytest

from zhengyin.cli.packs import run
from zhengyin.regions.packs import Problem, check, check_all

MISTAKES = [
    ("huining/pack.yaml", "value: truthful_exception", "value: sometimes", "只能是"),
    ("huining/pack.yaml", "neither_list_private: {value", "neither_list_privat: {value", "不认识「rules.neither_list_privat」"),
    ("huining/pack.yaml", "value: entrustment, source: huining_notice", "value: entrustment", "缺少「source」"),
    ("huining/pack.yaml", "value: entrustment, source: huining_notice", "value: entrustment, source: nobody", "不是 documents 里的文件"),
    ("huining/pack.yaml", "0943-3221956", '"13947765432"', "格式不对"),
    ("huining/pack.yaml", "citable: false", "citable: true", "不能引用"),
    ("huining/pack.yaml", "name: huining\n", "name: hui\n", "同名"),
    ("huining/pack.yaml", "group: 社（村民小组）", "group: [社]", "文字"),
    ("huining/pack.yaml", '"620422000000": {}', '"620422000000": {rulez: {}}', "不认识「rulez」"),
    ("huining/pack.yaml", "seen_on: 2024-05-21}\n  - {office: 会宁县发展", "seen_on: May}\n  - {office: 会宁县发展", "日期"),
    ("ordos/pack.yaml", "value: 2021-01-01", "value: soon", "日期"),
    ("ordos/pack.yaml", "standing: draft\n    citable: false", "standing: draft\n    citable: true", "不能引用"),
    ("ordos/pack.yaml", "title: 鄂尔多斯市\n", "title: 鄂尔多斯市\ntitle: 又一个\n", "写了两次"),
    ("ordos/pack.yaml", "rules:\n", "rules: {\n", "YAML 写法有误"),
    ("national/pack.yaml", "value: 90,", "value: 0,", "太小"),
    ("national/pack.yaml", "refusals_cite: mca_2020_20\n", "refusals_cite: gone\n", "现行文件"),
    ("national/unit_classes.yaml", "party: private, investigating: false}\n  - {key: employer", "party: both, investigating: false}\n  - {key: employer", "只能是"),
    ("national/calendar.yaml", "2026-02-14,", "2026-02-13,", "不是周末"),
    ("national/calendar.yaml", "2026-01-02,", "2026-01-03,", "本来就是周末"),
    ("national/calendar.yaml", "2025-01-26,", "2024-01-27,", "不在2025年"),
    ("huining/units.yaml", "class: notary", "class: notery", "没有单位类别"),
    ("huining/units.yaml", "key: notary", "key: court", "出现两次"),
    ("huining/divisions.csv", "620422115203,李家湾村民委员会,committee,620422115000", "620422115203,李家湾村民委员会,committee,620422116000", "之下"),
    ("huining/divisions.csv", "620422115203,李家湾村民委员会,committee", "620422115201,李家湾村民委员会,committee", "两次"),
    ("huining/divisions.csv", "620422115203,李家湾村民委员会,committee", "620422115203,李家湾村民委员会,hamlet", "不认识级别"),
    ("huining/demo/cast.yaml", "mark: 示例", "mark: 正式", "只能是"),
    ("huining/demo/cast.yaml", "from: 2025-09-10, position: 文书, basis: 主任指定（示例）, appointed_by: ljw_director", "from: 2025-09-10, position: 文书, basis: 主任指定（示例）, appointed_by: nobody", "没有 key"),
    ("huining/demo/cast.yaml", 'code: "620422115203"', 'code: "620422115999"', "不是 divisions.csv 里的村"),
]  # fmt: skip


def at(problem: Problem, packs: Path) -> tuple[str, int]:
    return str(problem.file.relative_to(packs)), problem.line


def test_the_packs_of_the_product_have_no_mistake(packs):
    assert check_all(packs) == []


@pytest.mark.parametrize(("name", "old", "new", "said"), MISTAKES)
def test_a_mistake_is_named_with_file_and_line(packs, spoil, name, old, new, said):
    file, line = spoil(name, old, new)
    problems = [problem for problem in check_all(packs) if said in problem.message]
    assert [one.file for one in problems] == [file]
    # A key written twice or a broken file is named where the reader noticed.
    assert line <= problems[0].line <= line + 3


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("huining/pack.yaml", "value: truthful_exception", "value: stop"),
        ("huining/pack.yaml", "0943-3221956", "010-12345678"),
        ("huining/pack.yaml", '"620422000000": {}', '"620422000000": {words: {group: 社}}'),
        ("national/calendar.yaml", "2026-02-14,", "2026-02-15,"),
        ("national/pack.yaml", "value: 90,", "value: 1,"),
    ],
)
def test_the_near_miss_passes(packs, spoil, name, old, new):
    spoil(name, old, new)
    assert check_all(packs) == []


def test_no_stays_a_word_and_is_not_false(packs, spoil):
    spoil("ordos/pack.yaml", "neither_list_private: {value: no,", "neither_list_private: {value: false,")
    assert any("neither_list_private" in one.message for one in check(packs / "ordos"))


def test_a_missing_and_a_strange_file_are_named(packs):
    (packs / "huining/units.yaml").rename(packs / "huining/unit.yaml")
    assert {(one.file.name, one.message) for one in check(packs / "huining")} == {
        ("units.yaml", "缺少这个文件"),
        ("unit.yaml", "这里不该有这个文件"),
    }


def test_a_county_stands_in_both_files(packs, spoil):
    spoil("ordos/pack.yaml", '  "150623000000": {words: {county: 旗}}\n', "")
    assert any("150623000000" in one.message for one in check(packs / "ordos"))


def test_a_real_identity_number_is_refused_in_the_cast(packs):
    file = packs / "huining/demo/cast.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if "identity:" in line)
    lines[number] = '    identity: "11010519491231002X"'
    file.write_text("\n".join(lines), encoding="utf-8")
    [problem] = check(packs / "huining")
    assert (problem.line, "000" in problem.message) == (number + 1, True)


def test_another_room_adds_its_own_check(packs):
    theirs = Problem(packs / "huining/lists/x.yaml", 3, "别的房间的规则")
    found = check_all(packs, [lambda folder: [theirs] if folder.name == "huining" else []])
    assert found == [theirs]


def test_the_command_prints_and_fails(packs, spoil, capsys):
    import argparse

    assert run(argparse.Namespace(root=packs)) == 0
    _, line = spoil("huining/pack.yaml", "value: entrustment", "value: lottery")
    assert run(argparse.Namespace(root=packs)) == 1
    assert f"huining/pack.yaml:{line}：" in capsys.readouterr().out
