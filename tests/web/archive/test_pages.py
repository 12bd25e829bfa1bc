"""年终归档 over the pages: three people, the package that goes on by itself, the township's receipt."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from django.db import connection, transaction

from tests.archive import cast
from tests.archive.conftest import last_year, year_database
from tests.documents.reading import pages_of
from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import PINGTOUCHUAN, queries_of
from tests.world import World
from zhengyin.archive.models import YearEnd
from zhengyin.ledger.models import Entry
from zhengyin.registers.actions import publish_checkpoint
from zhengyin.registers.package import shape
from zhengyin.registers.package.checking import check
from zhengyin.registers.queries import now

__all__ = ["last_year", "year_database"]


@pytest.fixture
def people(last_year: World) -> dict[str, Officer]:
    names = {"custodian": cast.CUSTODIAN, "supervisor": cast.SUPERVISOR, "director": cast.DIRECTOR}
    return {
        **{key: Officer(last_year, name, LIJIAWAN) for key, name in names.items()},
        "township": Officer(last_year, cast.TOWNSHIP, PINGTOUCHUAN),
    }


def made(custodian: Officer) -> None:
    """As the page does by itself: the same form again until there is nothing left."""
    for _ in range(20):
        answer = custodian.post("archive-pack", cast.last())
        if "making=1" not in answer.headers["Location"]:
            return
        page = custodian.get("archive-year", cast.last(), query="?making=1")
        assert page.select_one("form[data-go-on]") is not None
    raise AssertionError("never done")


@pytest.mark.clause("H3.2.3e", "O2.3a")
def test_from_counting_to_the_receipt(people: dict[str, Officer], tmp_path: Path) -> None:
    year, custodian = cast.last(), people["custodian"]
    cast.months_signed()
    listed = custodian.get("archive-years")
    assert f"{year}年" in listed.text and "还没有清点" in listed.text
    custodian.post("archive-count", year, fonds="会宁L057", category="", box="1")
    people["supervisor"].post("archive-sign", year)
    people["director"].post("archive-close", year)
    publish_checkpoint(at=now())
    made(custodian)
    page = custodian.get("archive-year", year)
    row = YearEnd.objects.get()
    assert row.manifest is not None and row.manifest.sha256 in page.text
    assert "会宁L057" in page.text and "待档案主管部门确认" in page.text
    answer = custodian.post("archive-download", year, status=200)
    path = tmp_path / "package.zip"
    path.write_bytes(b"".join(answer.streaming_content))
    assert check(path, digest=row.manifest.sha256).whole
    taken = Entry.objects.filter(kind="archive.downloaded", subject=row.pk).order_by("no")
    assert [line.office for line in taken] == ["custodian"]
    township = people["township"]
    first, *others = township.get("township-archives").select("tbody tr")
    assert "等乡镇接收" in first.text and "李家湾" in first.text and others  # what waits, before its code
    township.post("township-archive-receive", LIJIAWAN, year, number="平收〔2026〕3号", status=422)
    township.post("township-archive-receive", LIJIAWAN, year, number="平收〔2026〕3号", checked="on")
    assert "平收〔2026〕3号" in township.get("township-archive", LIJIAWAN, year).text
    taken_there = township.post("township-archive-download", LIJIAWAN, year, status=200)
    assert zipfile.ZipFile(BytesIO(b"".join(taken_there.streaming_content))).testzip() is None
    assert [line.office for line in taken.all()] == ["custodian", "township"]
    for who, name, parts in (
        (custodian, "archive-label", ()), (custodian, "archive-receipt", ()),
        (township, "township-archive-receipt", (LIJIAWAN,)),
    ):  # fmt: skip
        with reading_only():
            printed = "".join(pages_of(who.client.get(who.url(name, *parts, year)).content))
        assert row.manifest.sha256 in printed
    with reading_only():
        custodian.get("archive-year", year)
        township.get("township-archive", LIJIAWAN, year)


@contextmanager
def reading_only() -> Iterator[None]:
    """A look writes nothing: the database would refuse it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION READ ONLY")
        yield


def test_what_stands_open_is_said_and_why_it_cannot_be_signed(people: dict[str, Officer]) -> None:
    year, supervisor = cast.last(), people["supervisor"]
    people["custodian"].post("archive-count", year)
    page = supervisor.get("archive-year", year)
    assert f"{year}年1月、{year}年2月" in page.text and "请先到“按月核对”里签名" in page.text
    answer = supervisor.post("archive-sign", year, status=409)
    assert "还没有按月核对" in answer.content.decode()
    assert YearEnd.objects.get().state == "year_prepared"


def test_given_back_with_its_reason(people: dict[str, Officer]) -> None:
    year, supervisor, custodian = cast.last(), people["supervisor"], people["custodian"]
    custodian.post("archive-count", year)
    assert "还没有填" in supervisor.post("archive-return", year, status=422).content.decode()
    supervisor.post("archive-return", year, reason="第5号的份数要再看")
    assert "重新清点" in custodian.get("archive-year", year).text
    custodian.post("archive-count", year)
    assert YearEnd.objects.get().state == "year_prepared"


def test_what_was_written_the_last_time_stands_in_the_form(people: dict[str, Officer]) -> None:
    year, custodian = cast.last(), people["custodian"]
    custodian.post("archive-count", year, fonds="会宁L057", category="WS", box="1")
    people["supervisor"].post("archive-return", year, reason="第5号的份数要再看")
    page = custodian.get("archive-year", year)
    typed = {one["name"]: one.get("value") for one in page.select("form[action$='/count'] input[type=text]")}
    assert typed == {"fonds": "会宁L057", "category": "WS", "box": "1"}


@pytest.mark.parametrize("who, act", [
    ("director", "archive-count"), ("supervisor", "archive-count"), ("custodian", "archive-sign"),
    ("director", "archive-sign"), ("custodian", "archive-close"), ("supervisor", "archive-close"),
    ("director", "archive-pack"), ("custodian", "archive-return"),
])  # fmt: skip
def test_the_door_is_shut_to_others(people: dict[str, Officer], who: str, act: str) -> None:
    people[who].post(act, cast.last(), status=403)


def test_a_neighbour_and_another_township_find_nothing(people: dict[str, Officer], last_year: World) -> None:
    cast.brought_to("year_packed")
    other = Officer(last_year, "hn.hs.officer", LIJIAWAN)
    other.at = Officer(last_year, "hn.hs.officer", PINGTOUCHUAN).at
    assert other.client.get(other.url("township-archive", LIJIAWAN, cast.last())).status_code == 403
    people["custodian"].get("archive-year", cast.last() - 1, status=404)
    people["custodian"].get("archive-year", 99999999999, status=404)


def test_the_package_waits_for_the_checkpoint(people: dict[str, Officer]) -> None:
    year, custodian = cast.last(), people["custodian"]
    cast.brought_to("year_closed_now")
    assert "还没有签名存证" in custodian.get("archive-year", year).text
    for _ in range(20):
        answer = custodian.client.post(custodian.url("archive-pack", year))
        if answer.status_code == 409:
            break
    assert "的最后一号还没有签名存证" in answer.content.decode()
    assert YearEnd.objects.get().state == "year_closed_now"


def test_the_county_sees_how_many_are_closed(people: dict[str, Officer]) -> None:
    cast.brought_to("year_closed_now")
    page = people["township"].get("oversight-registers")
    assert "已归档1个，乡镇（街道、苏木）已接收0个" in page.text


def test_the_pages_ask_little(people: dict[str, Officer]) -> None:
    cast.brought_to("year_packed")
    custodian, township = people["custodian"], people["township"]
    custodian.get("archive-years")
    assert queries_of(custodian, custodian.url("archive-years")) <= 14
    assert (
        queries_of(custodian, custodian.url("archive-year", cast.last())) <= 32
    )  # eight for what rolls over
    assert queries_of(township, township.url("township-archives")) <= 16


def test_explanation_names_what_is_there(last_year: World, tmp_path: Path) -> None:
    with zipfile.ZipFile(cast.zip_of(cast.brought_to("year_packed"), tmp_path)) as package:
        said = package.read(shape.EXPLANATION).decode("utf-8-sig")
        for folder in {name.split("/")[0] for name in package.namelist() if "/" in name}:
            assert f"{folder}/" in said
        assert "sha256sum -c" in said and "保管期限：30年（产品默认，待档案主管部门确认）" in said
