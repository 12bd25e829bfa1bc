"""海报、办事指南: one click from the village's page; what hangs says what the lists say."""

import io
import re
from urllib.parse import urlsplit

import pikepdf
import pytest

from tests.documents.reading import picture_of, text_of, without_spaces
from tests.publication.test_formats import dataset
from tests.web.conftest import GACHA, LIJIAWAN, Visitor
from zhengyin.catalogue.kinds import EntryKind
from zhengyin.catalogue.published import published
from zhengyin.documents import qr
from zhengyin.publication import pages
from zhengyin.publication.poster import how, where
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

COUNTIES = {LIJIAWAN: "620422000000", GACHA: "150623000000"}
VILLAGES = pytest.mark.parametrize("code", COUNTIES)
A3, A4 = (841.9, 1190.6), (595.3, 841.9)  # points


def printed(visitor: Visitor, address: str) -> bytes:
    answer = visitor.raw(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf"), address
    return answer.content


def said_by(pdf: bytes) -> str:
    return without_spaces(text_of(pdf))


@VILLAGES
@pytest.mark.parametrize("sheet, size", [("a3", A3), ("a4", A4)])
def test_every_item_of_both_lists_hangs_with_what_to_do(
    visitor: Visitor, code: str, sheet: str, size: tuple[float, float]
) -> None:
    pdf = printed(visitor, f"/c/{code}/poster-{sheet}.pdf")
    text, told = said_by(pdf), published(COUNTIES[code], day_of(now()))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        box = [float(one) for one in opened.pages[0].mediabox]
    assert box[2:] == pytest.approx(size, abs=1)
    lines = {line.name for part in pages.issuable(told) for line in part.lines}
    assert lines and all(without_spaces(name) in text for name in lines)
    listed = [one for one in told.entries if pages.shown(one, EntryKind.PROHIBITED)]
    assert len(listed) >= 20
    assert all(without_spaces(one.name) in text and without_spaces(where(one)) in text for one in listed)
    assert "示例" in text


@VILLAGES
def test_every_leaflet_the_page_offers_prints_and_no_other(visitor: Visitor, code: str) -> None:
    page = visitor.get(f"/c/{code}/door")
    offered = [link["href"] for link in page.select("a[href$='leaflet.pdf']")]
    told = published(COUNTIES[code], day_of(now()))
    whole = {one.code for one in told.entries if one.guide and not one.guide.pending and one.form}
    assert {re.findall("guides/(.+)/leaflet", one)[0] for one in offered} == whole and whole
    text = said_by(printed(visitor, str(offered[0])))
    assert "一、事项名称、内容及用途" in text and "本证明仅用于" in text
    assert visitor.raw(f"/c/{code}/guides/ISS-NAT-99/leaflet.pdf").status_code == 404
    assert visitor.raw(f"/c/{code}/guides/PRO-NAT-01/leaflet.pdf").status_code == 404


def test_the_codes_lead_where_the_words_beside_them_say(visitor: Visitor) -> None:
    guide = f"/c/{LIJIAWAN}/guides/ISS-ZQ-01"
    for pdf, page in ((f"/c/{LIJIAWAN}/poster-a3.pdf", f"/c/{LIJIAWAN}"), (f"{guide}/leaflet.pdf", guide)):
        (held,) = qr.read(picture_of(printed(visitor, pdf)))
        answer = visitor.raw(urlsplit(held).path)
        assert (answer.status_code, answer["Location"]) == (302, page)


def test_the_guides_page_offers_its_leaflet(visitor: Visitor) -> None:
    page = visitor.get(f"/c/{LIJIAWAN}/guides/ISS-ZQ-01")
    assert page.select_one("a[href$='ISS-ZQ-01/leaflet.pdf']")


def test_no_other_size_is_printed(visitor: Visitor) -> None:
    assert visitor.raw(f"/c/{LIJIAWAN}/poster-a5.pdf").status_code == 404
    assert visitor.raw("/c/620422999999/poster-a3.pdf").status_code == 404


def test_what_to_bring_is_said_without_the_marks_of_the_demonstration() -> None:
    """The sheet itself says 示例; what is not filled yet says so."""
    entries = {one.code: one for one in dataset().entries}
    assert how(entries["ISS-ZQ-01"]).startswith("当场办。带") and "示例内容" not in how(entries["ISS-ZQ-01"])
