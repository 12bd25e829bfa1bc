"""What stands on the pages of a PDF: text, ink, a picture; nobody's bytes stop the process."""

import io

import pikepdf
import pytest
from PIL import Image

from tests.workuse.cast import typed_pdf
from zhengyin.documents.pdfpages import PdfUnreadable, page_picture, pages_seen


def empty_pdf(*sizes: tuple[int, int]) -> bytes:
    made, out = pikepdf.new(), io.BytesIO()
    for size in sizes:
        made.add_blank_page(page_size=size)
    made.save(out)
    return out.getvalue()


def test_text_and_ink_of_a_typed_page() -> None:
    (page,) = pages_seen(typed_pdf().data)
    assert page.number == 1
    assert "同意修三社到四社的机耕路" in page.text.replace("\n", "").replace("\r", "")
    assert page.ink > 50


def test_an_empty_page_has_no_ink() -> None:
    assert [(one.number, one.text, one.ink) for one in pages_seen(empty_pdf((595, 842), (842, 595)))] == [
        (1, "", 0), (2, "", 0),
    ]  # fmt: skip


@pytest.mark.parametrize("size", [(3, 14000), (14000, 3), (20, 20)])
def test_odd_sizes_are_drawn(size: tuple[int, int]) -> None:
    pdf = empty_pdf(size)
    assert pages_seen(pdf)[0].ink == 0
    with Image.open(io.BytesIO(page_picture(pdf, 1).data)) as picture:
        assert max(picture.size) <= 1401


def test_a_page_that_is_not_there() -> None:
    for number in (0, 2):
        with pytest.raises(IndexError):
            page_picture(empty_pdf((595, 842)), number)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\0" * 2000])
def test_what_is_no_pdf_is_unreadable(data: bytes) -> None:
    with pytest.raises(PdfUnreadable):
        pages_seen(data)
