"""海报 is one page where it can be, never cut where it cannot; 办事指南 has all of a guide."""

from dataclasses import replace

import pytest

from tests.documents.papers import AT, LEAFLET, POSTER
from tests.documents.reading import text_of, without_spaces
from zhengyin.catalogue.entries import SECTIONS
from zhengyin.documents.paper import Overflow
from zhengyin.documents.typesetting import typeset


def test_twenty_items_that_need_not_be_certified_and_fourteen_that_may_are_one_page() -> None:
    made = typeset(POSTER, AT)
    text = without_spaces(text_of(made.pdf)).replace("\u200b", "")
    assert made.pages == 1
    assert text.count("带居民身份证") == 14 and text.count("带能说明情况的原始材料") == 20
    assert "hn.zhengyin.example/c/620422115203" in text and "0943-0000202" in text


def test_a_list_of_eighty_goes_on_to_the_next_page_whole() -> None:
    made = typeset(replace(POSTER, cannot=POSTER.cannot * 4), AT)
    assert made.pages > 1
    assert without_spaces(text_of(made.pdf)).count("带能说明情况的原始材料") == 80


def test_where_nothing_may_be_issued_yet_the_poster_says_so() -> None:
    assert "还没有列入一项" in text_of(typeset(replace(POSTER, can=()), AT).pdf)


def test_a_name_too_long_for_its_row_is_refused_by_its_field() -> None:
    with pytest.raises(Overflow, match="事项名称"):
        replace(POSTER, can=(("证" * 61, "当场办。"),))
    replace(POSTER, can=(("证" * 60, "当场办。"),))


def test_a_leaflet_has_every_heading_and_the_sample() -> None:
    text = without_spaces(text_of(typeset(LEAFLET, AT).pdf))
    assert all(title in text for title in SECTIONS)
    assert "×××现住本村（社区）×××。" in text and "不写户籍、婚姻、收入。" in text and "90天" in text
