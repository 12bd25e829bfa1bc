"""A pasted text is cut by its headings, put right by empty lines, and loses nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.seals.cast import PACKS
from zhengyin.consultation.clauses import Clause, clauses_of, cut, tidied, titled, too_long
from zhengyin.consultation.example import load_example
from zhengyin.regions.packs import load_demo

TEXT = """    为规范工作，提出如下意见。

    一、主要目标
    今年全面梳理。
    2021年公布。
    二、规范事项
    （一）明确事项。各旗区要制定清单。
    1.列明依据。
    (二)规范程序
    三、其他"""


def names(text: str) -> list[str]:
    return [one.name for one in clauses_of(cut(text))]


@pytest.mark.clause("O0a")
def test_a_text_is_cut_by_its_headings() -> None:
    assert names(TEXT) == [
        "开头", "一、主要目标", "二、规范事项", "二、（一）明确事项", "二、（一）1.列明依据",
        "二、(二)规范程序", "三、其他",
    ]  # fmt: skip
    first, goal, *_, last = clauses_of(cut(TEXT))
    assert first == Clause("开头", "", "为规范工作，提出如下意见。")
    assert goal.words == "今年全面梳理。\n2021年公布。" and last.words == ""


@pytest.mark.parametrize(
    "line, heading",
    [
        ("一、总则", True), ("十二、附则", True), ("第三条 范围", True), ("（三）程序", True),
        ("(三)程序", True), ("1.依据", True), ("12、依据", True), ("1．依据", True),
        ("1.5万元以下的", False), ("2021年起", False), ("一个村", False), ("第三，要", False),
        ("123.数", False),
    ],
)  # fmt: skip
def test_what_a_heading_is(line: str, heading: bool) -> None:
    assert (len(clauses_of(cut(f"开头的话\n{line}"))) == 2) is heading


def test_empty_lines_put_it_right() -> None:
    together = cut(TEXT).replace("\n\n三、", "\n三、")
    assert len(clauses_of(together)) == len(clauses_of(cut(TEXT))) - 1
    apart = clauses_of("一、目标\n甲\n \n乙")
    assert apart == (Clause("一、", "目标", "甲"), Clause("第2段", "", "乙"))
    assert tidied(" 一、目标 \r\n\r\n\r\n　乙 ") == "一、目标\n\n乙"
    assert clauses_of("") == clauses_of(" \n \n") == ()


def test_what_is_too_long_is_parted_between_its_lines() -> None:
    line = "长" * 700
    assert [len(one.words) for one in clauses_of(cut(f"{line}\n{line}\n{line}"))] == [1401, 700]
    assert too_long(clauses_of(cut("长" * 1500))) == () and too_long(clauses_of(cut("长" * 1501))) == (
        "开头",
    )


def test_a_long_first_sentence_is_no_heading() -> None:
    assert clauses_of("（一）" + "长" * 41 + "。完")[0].heading == ""
    assert clauses_of("（一）" + "长" * 40 + "。完")[0] == Clause("（一）", "长" * 40 + "。", "完")


@given(st.text(alphabet="一二、（）(1.甲。 \n\r", max_size=80))
def test_cutting_loses_nothing(text: str) -> None:
    said = cut(text)
    assert "".join(said.split()) == "".join(text.split())
    assert tidied(said) == said


@pytest.mark.parametrize(
    "title, shown",
    [
        ("关于证明的意见", "关于证明的意见（征求意见稿）"),
        ("意见（征求意见稿）", "意见（征求意见稿）"),
        (" ", ""),
    ],
)
def test_a_draft_always_says_that_it_is_one(title: str, shown: str) -> None:
    assert titled(title) == shown


def test_the_example_is_the_citys_own_draft_and_says_so() -> None:
    example = load_example(PACKS / "ordos")
    assert example is not None and load_example(PACKS / "huining") is None
    assert example.source.standing == "征求意见稿" and "示例" in example.title
    marks = [one.mark for one in clauses_of(cut(example.text))]
    assert marks == [
        "开头", "一、", "二、", "二、(一)", "二、(二)", "二、(三)", "三、", "三、(一)", "三、(二)",
        "三、(三)", "三、(四)",
    ]  # fmt: skip
    assert all(set(one.opinions) <= set(marks) for one in example.answers)
    assert load_demo(PACKS / "ordos").person(example.drafted_by)
