"""介绍信: one sheet a copy, however long; its codes on each; none on a draft."""

from dataclasses import replace
from datetime import date

import pytest

from tests.documents.papers import AT, BOOK
from tests.documents.reading import pages_of, picture_of, without_spaces
from zhengyin.documents import qr
from zhengyin.documents.paper import Overflow
from zhengyin.documents.paper.introduction import IntroductionPaper
from zhengyin.documents.paper.parts import Entered, Issuer, Mark
from zhengyin.documents.typesetting import typeset
from zhengyin.shared.codes import in_fours

LETTER = IntroductionPaper(
    book=BOOK,
    issuer=Issuer("会宁县平头川镇", "李家湾村村民委员会"),
    to="会宁县农业农村局",
    bearers="李秀英",
    persons=2,
    matter="领取防疫物资",
    signed_on=date(2026, 1, 5),
    valid_until="2026年1月11日",
    copies=1,
    phone="0943-0000101",
    site="zhengyin.example.cn/v",
    mark=Mark.NONE,
)
LONGEST = replace(LETTER, to="会" * 40, bearers="马" * 30, persons=99, matter="办" * 100)


@pytest.mark.parametrize("letter", [LETTER, LONGEST])
@pytest.mark.parametrize("copies", [1, 3])
def test_one_sheet_a_copy_and_the_codes_on_each(letter: IntroductionPaper, copies: int) -> None:
    pdf = typeset(replace(letter, copies=copies), AT).pdf
    sheets = pages_of(pdf)
    assert len(sheets) == copies
    assert all(without_spaces(in_fours(BOOK.check_code)) in without_spaces(sheet) for sheet in sheets)
    assert set(qr.read(picture_of(pdf))) == {BOOK.address.upper()}
    assert copies == 1 or "第3份，共3份" in without_spaces(sheets[2])


def test_a_draft_has_no_codes() -> None:
    pdf = typeset(replace(LETTER, book=Entered("（盖章时编号）", ""), mark=Mark.UNSEALED), AT).pdf
    assert qr.read(picture_of(pdf)) == ()
    assert "核对码" not in without_spaces(pages_of(pdf)[0])


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(Overflow, match="核对网址"):
        replace(LETTER, site="x" * 61)
