"""一张纸说明书 is one page: full of words it grows smaller, and too full is an error, never a second page."""

from dataclasses import replace

import pytest

from tests.documents.papers import AT, CARD, CARD_LONG
from tests.documents.reading import text_of, without_spaces
from zhengyin.documents.paper import Overflow
from zhengyin.documents.typesetting import typeset


def test_a_word_of_the_screen_prints_without_its_brackets() -> None:
    text = without_spaces(text_of(typeset(CARD, AT).pdf))
    assert "有人来，按新申请。" in text and "【" not in text


def test_full_of_words_it_is_still_one_page_with_all_of_them() -> None:
    made = typeset(CARD_LONG, AT)
    text = without_spaces(text_of(made.pdf))
    assert made.pages == 1
    assert text.count("看能不能开") == len(CARD_LONG.steps) and text.count("0943-0000201") == 3


def test_what_fits_no_page_is_refused_by_name() -> None:
    with pytest.raises(Overflow, match=r"^“说明书的内容”在纸上放不下"):
        typeset(replace(CARD_LONG, steps=CARD_LONG.steps * 4), AT)


def test_a_step_too_long_is_refused_by_its_field() -> None:
    with pytest.raises(Overflow, match="步骤"):
        replace(CARD, steps=("某" * 121,))
