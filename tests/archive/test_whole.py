"""A year from counting to the receipt, and the package it leaves."""

import importlib
import json
import zipfile
from pathlib import Path

import pytest

from tests.archive import cast
from tests.archive.test_check import zipped
from tests.certificates import cast as certificates
from tests.certificates.cast import LIJIAWAN, officer
from tests.documents.reading import pages_of
from tests.world import World
from zhengyin.archive.models import YearEnd
from zhengyin.archive.packing.finishing import kept_documents, path_of
from zhengyin.certificates.models import Certificate
from zhengyin.documents import files
from zhengyin.ledger.models import Entry
from zhengyin.people.offices import Office
from zhengyin.registers.actions import erase_personal
from zhengyin.registers.closing import year_books
from zhengyin.registers.package import shape
from zhengyin.registers.package.checking import check
from zhengyin.registers.package.papers import unsigned
from zhengyin.registers.package.shape import PackedDocument
from zhengyin.registers.package.writing import named_documents
from zhengyin.registers.queries import lines_of, now
from zhengyin.seals.queries.signing import roots_of
from zhengyin.shared.days import day_of

pytestmark = pytest.mark.usefixtures("last_year")


@pytest.mark.clause("H3.2.3e", "O2.3a")
def test_a_year_is_closed_and_its_package_is_whole(tmp_path: Path) -> None:
    row = cast.brought_to("year_received")
    path = cast.zip_of(row, tmp_path)
    report = check(path, every_paper=True)
    assert [one.words for one in report.checks if not one.ok] == []
    assert report.whole and report.digest == row.manifest.sha256
    names = zipfile.ZipFile(path).namelist()
    assert names[2] == "说明.txt"
    kinds = list(Entry.objects.filter(subject=row.pk).order_by("no").values_list("kind", flat=True))
    assert kinds == [
        "year_end.prepared",
        "year_end.signed",
        "year_end.closed",
        "year_end.packed",
        "year_end.received",
    ]


@pytest.mark.clause("H3.2.3e")
def test_the_number_of_what_rolls_over_is_that_of_the_list_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On counting day three stood open; on packing day none does."""
    preparing = importlib.import_module("zhengyin.archive.actions.prepare")
    monkeypatch.setattr(preparing, "carried_over", lambda *_: (1, 2, 3))
    row = cast.brought_to("year_packed")
    report = check(cast.zip_of(row, tmp_path))
    assert row.open_cases == 3 and report.manifest is not None
    with zipfile.ZipFile(tmp_path / "package.zip") as package:
        listed = package.read("目录/结转未办结.csv").decode().splitlines()[1:]
        (note,) = pages_of(package.read("目录/备考表.pdf"))
    assert report.manifest.open_cases == len(listed) == 0
    assert "0件，接着办" in "".join(note.split())


@pytest.mark.clause("H3.2.3c", "H3.2.3e")
def test_erased_fields_stay_erased_and_are_said_so(tmp_path: Path) -> None:
    erase_personal(
        owner=LIJIAWAN, county_code=cast.COUNTY, book="certificates", year=cast.last(), no=7,
        reason="依法删除", signature=officer(cast.CUSTODIAN).signature(Office.CUSTODIAN), happened_at=now(),
    )  # fmt: skip
    path = cast.zip_of(cast.brought_to("year_packed"), tmp_path)
    report = check(path)
    assert report.whole and report.manifest is not None
    assert report.manifest.books[0].erased == (7,)
    assert "119行的个人信息和登记时一样，其中1行归档前已经依法删除" in [one.words for one in report.checks]
    with zipfile.ZipFile(path) as package:
        kept = package.read(report.manifest.books[0].personal[0]).decode().splitlines()
    numbers = [json.loads(one)["no"] for one in kept]
    assert numbers == [no for no in range(1, cast.COUNT + 1) if no != 7]


@pytest.mark.clause("H3.2.3e")
def test_papers_go_with_their_lines_and_their_signatures_hold(last_year: World, tmp_path: Path) -> None:
    """A real paper, packed as if this year were over: found by its digest, checked by its root."""
    case = certificates.delivered()
    this = day_of(now()).year
    books = year_books(LIJIAWAN, this)
    named = [one for book in books if book.name == "certificates" for one in named_documents(book)]
    row = YearEnd(organization_id=LIJIAWAN, year=this, county_code=cast.COUNTY)
    papers = kept_documents(row, books)
    sealed = Certificate.objects.get(pk=case)
    assert sealed.document is not None
    assert [one.digest for one in papers if one.book.name == "certificates"] == [one.digest for one in named]
    (kept,) = [one for one in papers if one.digest == sealed.document.sha256]
    assert kept.file == sealed.document and path_of(kept) == f"文件/{kept.digest}.pdf"
    pdf, roots = files.plain_of(sealed.document), roots_of(cast.COUNTY)
    whole = zipped({path_of(kept): pdf, shape.ROOTS: roots}, tmp_path)
    paper = PackedDocument(kept.digest, path_of(kept), "certificates", kept.no, True)
    with zipfile.ZipFile(whole) as package:
        assert list(unsigned(package, (paper,))) == []
    forged = zipped({path_of(kept): pdf + b"\n%", shape.ROOTS: roots}, tmp_path)
    with zipfile.ZipFile(forged) as package:
        assert list(unsigned(package, (paper,))) == [f"签名不对，或者不是县级校验根证书管的：{paper.path}"]


@pytest.mark.clause("H3.2.3e")
def test_an_open_case_takes_the_number_of_the_year_it_is_sealed_in() -> None:
    """Applied for while last year's books are closed or not: number and journal are the open year's."""
    cast.brought_to("year_closed_now")
    case = Certificate.objects.get(pk=certificates.delivered())
    assert (case.year, case.number) == (day_of(now()).year, case.number)
    assert f"〔{day_of(now()).year}〕" in case.number
    assert {(line.book, line.year) for line in lines_of(case.pk)} == {
        ("certificates", case.year), ("journal", case.year)
    }  # fmt: skip


def test_the_statutory_columns_stand_on_the_print_of_the_package(tmp_path: Path) -> None:
    """需要单位、用途、联系电话、签字确认: as the law names them (H3.2.3c, H3.2.3d)."""
    path = cast.zip_of(cast.brought_to("year_packed"), tmp_path)
    with zipfile.ZipFile(path) as package:
        (name,) = [one for one in package.namelist() if one.startswith("登记簿/")]
        printed = package.read(name)
    text = "".join(pages_of(printed)).replace("\n", "")
    for title in ("用印的时间", "需要单位", "用途", "联系电话", "村（居）民签字确认"):
        assert title in text
    assert b"pdfaid:part" in printed and f"第{cast.COUNT}号" in text
