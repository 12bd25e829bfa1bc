"""附条 and 存档件 of 来表盖章: one slip a copy with its code; pictures as their very bytes."""

import hashlib
import io
from dataclasses import replace

import pikepdf
import pytest

from tests.documents.papers import ALL, AT, BOOK, FORM_RECORD, GLUED, LONG_SLIPS, SLIPS
from tests.documents.reading import picture_of, text_of, without_spaces
from zhengyin.documents import qr
from zhengyin.documents.paper import Overflow
from zhengyin.documents.typesetting import typeset


def said(paper: object) -> str:
    return without_spaces(text_of(typeset(paper, AT).pdf))  # type: ignore[arg-type]


@pytest.mark.parametrize("copies, pages", [(1, 1), (10, 1), (11, 2), (99, 10)])
def test_one_slip_a_copy_ten_a_page(copies: int, pages: int) -> None:
    made = typeset(replace(SLIPS, slip=replace(GLUED, copies=copies)), AT)
    assert made.pages == pages
    assert without_spaces(text_of(made.pdf)).count("来表盖章附条") == copies


def test_every_code_on_the_sheet_opens_the_same_paper() -> None:
    assert qr.read(picture_of(typeset(SLIPS, AT).pdf, 200)) == (BOOK.address.upper(),) * 3


def test_a_slip_says_which_form_whose_and_the_word_of_what_was_approved() -> None:
    text = said(SLIPS)
    for words in (
        "住房租赁备案申请表（2页）",
        "马桂花",
        "共3份",
        "C41E90B7",
        "7KQ4M2XD9PTA",
        "2026年11月21日",
    ):
        assert words in text


def test_the_longest_words_fit_in_small_type_and_many_names_are_counted() -> None:
    assert "等7人" in said(LONG_SLIPS)


def test_what_does_not_fit_is_named() -> None:
    for change, field in (({"form_title": "表" * 51}, "表的名称"), ({"to": "某" * 51}, "开给")):
        with pytest.raises(Overflow, match=field):
            replace(SLIPS, slip=replace(GLUED, **change))  # type: ignore[arg-type]


def test_the_record_holds_the_pictures_byte_for_byte() -> None:
    made = typeset(FORM_RECORD, AT)
    assert made.pages == 1 + len(FORM_RECORD.pictures)
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        streams = {
            bytes(one.read_raw_bytes())
            for one in pdf.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        }
    assert {picture.jpeg for picture in FORM_RECORD.pictures} <= streams
    text = without_spaces(text_of(made.pdf))
    for picture in FORM_RECORD.pictures:
        assert hashlib.sha256(picture.jpeg).hexdigest() in text


def test_before_the_seal_it_has_neither_number_nor_code() -> None:
    text = said(ALL["form record before the seal"])
    assert "未用印" in text and "盖章后才有码" in text and "7KQ4" not in text


def test_a_record_that_certifies_nothing_is_not_made() -> None:
    with pytest.raises(ValueError):
        replace(FORM_RECORD, facts=())
