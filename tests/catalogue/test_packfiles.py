"""A mistake in a list's file is said with file and line."""

from pathlib import Path

import pytest

from zhengyin.catalogue.packfiles import Faulty, problems_in, read_lists

HEAD = """list:
  key: some_list
  title: 某清单
  standing: {standing}
  level: county
  division: "620422000000"
  version: {{no: 1, takes_effect_on: 2026-01-01}}
entries:
"""
ISSUABLE = """  - code: ISS-AA-01
    kind: issuable
    name: 某证明
    class_of_use: residents_need
    ties: [registered]
    completion: on_the_spot
    confidence: source
    demonstration: {demonstration}
    found_in: {found_in}
    bases: [{{document: 某条例, article: 第一条, confidence: source}}]
    guide: {{subject: 甲, issuer: 乙, basis: 丙, conditions: 丁, materials: [戊], procedure: 己,
            time_limit: 庚, demanded_by: 辛, sample: 壬}}
    form:
      title: 某证明
      fields: [{{key: subject_name, label: 姓名, kind: name}}]
      facts: [{{key: person, label: 是谁, sentence: "{{subject_name}}。", methods: [document_seen]}}]
"""


def pack(tmp_path: Path, *, standing: str = "in_force", demonstration: str = "false", found_in: str = '""',
         **change: str) -> Path:  # fmt: skip
    text = HEAD.format(standing=standing) + ISSUABLE.format(demonstration=demonstration, found_in=found_in)
    for old, new in change.items():
        text = text.replace(OLD[old], new)
    (tmp_path / "lists").mkdir(exist_ok=True)
    (tmp_path / "lists" / "10_some.yaml").write_text(text, encoding="utf-8")
    return tmp_path


OLD = {
    "basis": "bases: [{document: 某条例, article: 第一条, confidence: source}]",
    "guide": "sample: 壬",
    "sentence": "{subject_name}。",
    "kind": "kind: issuable",
    "twice": "entries:\n",
}


def test_a_sound_file_has_no_problem(tmp_path: Path) -> None:
    assert list(problems_in(pack(tmp_path))) == []
    (file,) = read_lists(tmp_path, demonstration=False)
    assert file.entries[0].name == "某证明"


@pytest.mark.clause("O2.1b", "H4.2a", "O2.2a")
@pytest.mark.parametrize(
    "what, instead, line, said",
    [
        ("basis", "bases: []", 9, "没有依据"),
        ("guide", "sample: ''", 19, "sample"),
        ("sentence", "{nobody_types_this}。", 21, "句子用了没有的栏目"),
        ("kind", "kind: maybe", 10, "kind"),
    ],
)
def test_a_mistake_names_file_and_line(tmp_path: Path, what: str, instead: str, line: int, said: str) -> None:
    (problem, *_) = problems_in(pack(tmp_path, **{what: instead}))
    assert problem.file == tmp_path / "lists" / "10_some.yaml"
    assert said in problem.message
    assert abs(problem.line - line) <= 1
    with pytest.raises(Faulty, match=str(problem.line)):
        read_lists(tmp_path, demonstration=False)


def test_demonstration_stands_apart(tmp_path: Path) -> None:
    mixed = pack(tmp_path, demonstration="true", found_in="某市")
    assert "示例条目" in next(iter(problems_in(mixed))).message
    whole = pack(tmp_path, standing="demonstration", demonstration="true", found_in="某市")
    assert list(problems_in(whole)) == []
    assert read_lists(whole, demonstration=False) == ()
    assert len(read_lists(whole, demonstration=True)) == 1


def test_a_demonstration_entry_without_its_place_is_refused(tmp_path: Path) -> None:
    nowhere = pack(tmp_path, standing="demonstration", demonstration="true")
    assert "found_in" in next(iter(problems_in(nowhere))).message


def test_a_filling_that_does_not_say_it_is_one_is_refused(tmp_path: Path) -> None:
    path = pack(tmp_path) / "lists" / "10_some.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "    in_demonstration: {guide: {sample: 一页纸}}\n")
    assert "示例内容" in next(iter(problems_in(tmp_path))).message
