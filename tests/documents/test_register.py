"""登记簿 on paper: every line, the numbers and the check word of each page, remarks that catch the eye."""

import re
from dataclasses import replace

import pytest

from tests.documents.papers import AT, NAME_OF_30, RARE, REGISTER
from tests.documents.reading import lines_drawn, pages_of, without_spaces
from zhengyin.documents.paper import Mark, Overflow, Paper, RegisterRow
from zhengyin.documents.typesetting import typeset

ROW = REGISTER.rows[0]


def rows(count: int) -> tuple[RegisterRow, ...]:
    return tuple(replace(ROW, no=no, hash=f"{no:08x}" + "0" * 56) for no in range(1, count + 1))


def pages(paper: Paper) -> list[str]:
    return pages_of(typeset(paper, AT).pdf)


@pytest.mark.clause("H3.2.3c")
def test_each_page_says_its_numbers_its_check_word_and_its_place() -> None:
    made = pages(replace(REGISTER, rows=rows(60)))
    assert len(made) > 3
    met = 0
    for at, page in enumerate(made, start=1):
        assert f"第{at}页共{len(made)}页" in page and "需要单位" in page and "备注" in page
        (found,) = re.findall(r"2026年第(\d+)号至第(\d+)号本页末条防改校验：([0-9A-F]{8})", page)
        assert int(found[0]) == met + 1
        met = int(found[1])
        assert found[2] == f"{met:08X}"
    assert met == 60
    assert "签阅" in made[-1] and "签阅" not in made[0]


def test_marks_in_the_remarks_are_printed_with_their_words() -> None:
    (page,) = pages(REGISTER)
    assert "作废：姓名有误，11月6日收回" in page and "补登：停电" in page
    assert "第1本，共3本" in page and "马*花" in page


def test_a_void_row_is_struck_through_but_for_its_remarks() -> None:
    def strokes(void: bool) -> int:
        return lines_drawn(typeset(replace(REGISTER, rows=(replace(ROW, void=void),)), AT).pdf)

    assert strokes(void=True) >= strokes(void=False) + 1 + len(ROW.cells)  # the number and every cell


def test_a_row_longer_than_a_page_is_whole() -> None:
    long = replace(ROW, no=3, remarks=(("作废", "长" * 2999 + "终"),))
    made = pages(replace(REGISTER, rows=(ROW, long)))
    assert "终" in "".join(made) and "".join(made).count("长" * 8) > 300


def test_long_names_and_rare_characters_print() -> None:
    cells = (ROW.cells[0], NAME_OF_30, RARE, *ROW.cells[3:])
    text = "".join(pages(replace(REGISTER, rows=(replace(ROW, cells=cells),))))
    assert all(character in text for character in RARE) and NAME_OF_30[-1] in text


@pytest.mark.parametrize("mark", [Mark.DEMONSTRATION, Mark.PRACTICE])
def test_the_mark_stands_on_every_page(mark: Mark) -> None:
    for page in pages(replace(REGISTER, rows=rows(30), mark=mark)):
        assert without_spaces(mark.value) in page


def test_what_does_not_fit_is_refused_by_its_name() -> None:
    with pytest.raises(Overflow, match="期间"):
        replace(REGISTER, period="某" * 61)
    with pytest.raises(ValueError, match="columns"):
        replace(REGISTER, rows=(replace(ROW, cells=ROW.cells[1:]),))
