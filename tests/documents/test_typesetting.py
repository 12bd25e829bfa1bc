"""Papers print whole: every name, every character, nothing cut, nothing boxed."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

import pikepdf
import pytest
from django.test import override_settings

from tests.documents.papers import (
    ADVICE,
    ALL,
    AT,
    CERTIFICATE,
    DRAFT,
    FAMILY,
    NAME_OF_30,
    PREVIOUS,
    RARE,
    RECEIPT,
    UNIT_OF_50,
)
from tests.documents.reading import boxes_of, text_of, without_spaces
from zhengyin.documents.paper import Mark, Overflow, Paper, mark_for
from zhengyin.documents.typesetting import CannotPrint, typeset


def read(paper: Paper) -> str:
    return without_spaces(text_of(typeset(paper, AT).pdf))


@pytest.mark.parametrize("name", ALL)
def test_every_word_stays_eight_millimetres_from_the_edge(name: str) -> None:
    # 8 of 210 and of 297 millimetres
    for box in boxes_of(typeset(ALL[name], AT).pdf):
        assert box.left >= 0.038 and box.right <= 0.962, box
        assert box.top >= 0.026 and box.bottom <= 0.974, box


def test_rare_characters_print_as_themselves() -> None:
    text = read(replace(CERTIFICATE, title=f"{RARE}证明", to=RARE, facts=(f"{RARE}，女。",), handler=RARE))
    assert text.count(RARE) >= 4


def test_twenty_five_people_with_long_names_and_a_long_unit_are_all_there() -> None:
    typeset_family = typeset(FAMILY, AT)
    text = without_spaces(text_of(typeset_family.pdf))
    assert typeset_family.pages > 1
    assert UNIT_OF_50 in text
    assert text.count(NAME_OF_30[-1]) == 25
    assert f"第1页共{typeset_family.pages}页" in text


def test_a_receipt_for_many_names_some_and_counts_all() -> None:
    assert "等25人" in read(RECEIPT)


@pytest.mark.parametrize(
    "change, field",
    [
        ({"title": "证" * 61}, "证明名称"),
        ({"to": "某" * 101}, "要证明的单位"),
        ({"facts": ("某" * 1201,)}, "证明内容"),
        ({"handler": "王" * 31}, "经办人"),
    ],
)
def test_a_text_too_long_is_refused_by_its_field(change: dict[str, object], field: str) -> None:
    with pytest.raises(Overflow, match=field) as refused:
        replace(CERTIFICATE, **change)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_text_just_short_enough_prints_to_its_last_word() -> None:
    text = read(replace(CERTIFICATE, title="证" * 60, to="某" * 100, facts=("某" * 1199 + "终",)))
    assert "终" in text and text.count("证" * 20) >= 3


def test_a_slip_that_outgrows_its_half_takes_the_page() -> None:
    tall = replace(RECEIPT.slips[0], statement="念" * 120, to="某" * 100, title="证" * 60, number="号" * 60)
    made = typeset(replace(RECEIPT, slips=(replace(tall, names=(NAME_OF_30,) * 7), tall)), AT)
    assert made.pages == 2 and "沿线裁开" not in text_of(made.pdf)


class TooTall:
    """A slip whose limits somebody forgot."""

    template: ClassVar[str] = "receipt"

    def as_data(self) -> dict[str, object]:
        slip = replace(RECEIPT.slips[0], statement="念" * 3000).as_data()
        return {**RECEIPT.as_data(), "slips": [slip]}


def test_what_would_leave_the_page_is_an_error_not_a_cut() -> None:
    with pytest.raises(Overflow, match="签收单"):
        typeset(TooTall(), AT)


@pytest.mark.parametrize("bad", ["\ue000", "\u202e", "\u200b", "\U000f0000"])
def test_a_character_the_fonts_lack_or_that_hides_is_refused_by_name(bad: str) -> None:
    with pytest.raises(CannotPrint, match=f"U\\+{ord(bad):04X}"):
        typeset(replace(CERTIFICATE, to=f"某{bad}单位"), AT)


def test_the_hash_before_stands_in_the_footer_and_whole_in_the_metadata() -> None:
    made = typeset(CERTIFICATE, AT)
    assert "上一条防改校验：C41E90B7" in without_spaces(text_of(made.pdf))
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        assert str(pdf.docinfo["/Keywords"]) == f"previous-sha256:{PREVIOUS}"
        with pdf.open_metadata() as metadata:
            assert metadata.pdfa_status == "2U"
            assert PREVIOUS in str(metadata["pdf:Keywords"])


def test_before_its_seal_a_paper_has_no_number_no_code_and_says_so() -> None:
    text = read(DRAFT)
    assert "（盖章时编号）" in text and "盖章时生成" in text and "未用印" in text
    assert "1号常住" not in text and "7KQ4" not in text


def test_an_answer_without_a_number_is_nobodys_document() -> None:
    text = read(replace(ADVICE, book=None, to=""))
    assert "不是村（居）委会的文书" in text and "核对码" not in text and "防改校验" not in text


@pytest.mark.parametrize(
    "sealed, demonstration, words",
    [(True, False, ""), (True, True, "示例"), (False, False, "未用印"), (False, True, "示例　未用印")],
)
def test_the_mark_says_what_a_paper_is_not(sealed: bool, demonstration: bool, words: str) -> None:
    mark = mark_for(sealed=sealed, demonstration=demonstration)
    assert mark.startswith(words) and bool(mark) == bool(words)
    # twice: behind the text, and framed at the top, because grey may not print
    text = read(replace(CERTIFICATE, mark=mark))
    assert mark is Mark.NONE or without_spaces(text).count(without_spaces(mark)) >= 1


def test_the_same_paper_and_instant_give_the_same_bytes_on_any_thread() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = set(pool.map(lambda _: typeset(CERTIFICATE, AT).pdf, range(12)))
    assert len(made) == 1


def test_any_aware_instant_will_do() -> None:
    odd = datetime(2026, 11, 21, 16, 30, 0, 123456, ZoneInfo("Asia/Shanghai"))
    assert typeset(CERTIFICATE, odd).pdf == typeset(CERTIFICATE, AT).pdf


def test_up_to_four_persons_stand_in_sentences() -> None:
    with pytest.raises(ValueError, match="four"):
        replace(FAMILY, people=FAMILY.people[:4])


@pytest.mark.parametrize("name", ALL)
def test_in_practice_every_paper_says_so_whatever_its_author_gave_it(name: str) -> None:
    with override_settings(PRACTICE=True):
        text = read(ALL[name])
    assert "练习" in text and "无效" in text  # apart, where the title stands between them
    assert "示例" not in text and "未用印" not in text


@pytest.mark.parametrize("count", [1, 3])
def test_ways_are_alternatives_and_numbered_only_where_there_are_several(count: int) -> None:
    """A number a way, not a number a line: three lines each do not read as nine steps."""
    way = (("去哪里", "派出所。"), ("带什么", "户口簿。"), ("打电话", "县公安局。"))
    text = read(replace(ADVICE, book=None, to="", basis="", ways=(way,) * count))
    told = text.partition("您可以这样办")[2].partition("办不成？")[0]
    assert told.count("或者") == count - 1
    assert "".join(ch for ch in told if ch.isdigit()) == ("123" if count > 1 else "")
