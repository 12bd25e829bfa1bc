"""A year from counting to the receipt, and the package it leaves."""

import zipfile
from pathlib import Path

import pytest

from tests.archive import cast
from zhengyin.ledger.models import Entry
from zhengyin.registers.package.checking import check

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
