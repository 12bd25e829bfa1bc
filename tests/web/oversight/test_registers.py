"""The registers of the committees below: by code, masked, in the same number of questions, no neighbour's."""

import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from tests.documents.reading import pages_of
from tests.supervision.conftest import past, past_database
from tests.supervision.past import COUNT, months
from tests.web.desk import GACHA, LIJIAWAN, Officer
from tests.web.deskcast import HUINING, HUISHI, OTOG, PINGTOUCHUAN, lead, officer, queries_of
from tests.web.walking import huining, ordos
from tests.world import World
from zhengyin.certificates.models import Certificate
from zhengyin.regions.models import Committee
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import now

__all__ = ["past", "past_database"]
PAGES = ("oversight-register", "oversight-volumes", "oversight-volume", "oversight-register-table")


def rows_of(who: Officer, query: str = "") -> dict[str, list[str]]:
    """Committee → its cells."""
    page = who.get("oversight-registers", query=query)
    for text in page.select("details.remind"):  # tests/web/test_reminding.py
        text.decompose()
    return {row.a.text: [cell.text.strip() for cell in row.select("td")] for row in page.select("tbody tr")}


def cells_of(answer: object) -> list[tuple[object, ...]]:
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    (sheet,) = load_workbook(io.BytesIO(data)).worksheets
    return list(sheet.iter_rows(values_only=True))


@pytest.mark.clause("H4.2b")
def test_a_township_sees_its_committees_by_code_and_never_a_ranking(desks: World) -> None:
    huining(desks).apply().accept()
    found = rows_of(officer(desks))
    own = Committee.objects.filter(township_id=PINGTOUCHUAN, issuer=True).order_by("code")
    assert list(found) == [row.short_name for row in own]
    assert found["李家湾村"][1].endswith("1")
    page = officer(desks).get("oversight-registers")
    assert "不排名次" in page.text and not page.main.select("form[action]")


def test_open_and_overdue_cases_are_counted(desks: World) -> None:
    walk = huining(desks).apply().accept()
    huining(desks).sealed()
    Certificate.objects.filter(pk=walk.case).update(accepted_at=now() - timedelta(days=30))
    _, running, overdue, waiting, lines, late, unsigned, _ = rows_of(officer(desks))["李家湾村"]
    assert (running, overdue.replace(" ", ""), waiting) == ("在办 1", "超期1", "等领取 1")
    assert (lines, late, unsigned) == ("今年登记 1", "补登 0", "没有")
    assert list(rows_of(officer(desks), "?part=overdue")) == ["李家湾村"]
    assert rows_of(officer(desks), "?part=unsigned") == {}


def test_unsigned_months_stand_there(past: World) -> None:
    older, last = months(now())
    found = rows_of(officer(past), "?part=unsigned")
    assert list(found) == ["李家湾村"]
    assert found["李家湾村"][6] == f"没有核对 {older.words}、{last.words}"


def test_a_name_and_a_township_narrow_the_list(desks: World) -> None:
    who = officer(desks)
    answer = who.client.post(who.url("oversight-registers"), {"q": "李家湾", "part": "all"})
    assert answer.status_code == 302 and "李家湾" not in answer.headers["Location"]
    assert list(rows_of(who, "?" + answer.headers["Location"].split("?")[1])) == ["李家湾村"]
    county = lead(desks)
    whole = Committee.objects.filter(county_code="620422000000", issuer=True).count()
    assert f"共{-(-whole // 50)}页" in county.get("oversight-registers").text
    narrowed = rows_of(county, f"?township={PINGTOUCHUAN}")
    assert len(narrowed) == Committee.objects.filter(township_id=PINGTOUCHUAN, issuer=True).count()
    assert len(rows_of(county, "?township=x&part=y&page=zz")) == 50
    assert list(rows_of(county, "?page=2")) != list(rows_of(county))


def test_many_committees_ask_no_more_than_few(desks: World) -> None:
    huining(desks).sealed()
    few, many = officer(desks), lead(desks)
    for who in (few, many):
        who.get("oversight-registers")
    assert (
        abs(
            queries_of(many, many.url("oversight-registers"))
            - queries_of(few, few.url("oversight-registers"))
        )
        <= 1
    )


def test_the_register_is_read_masked_and_leads_to_no_case(desks: World) -> None:
    walk = huining(desks).sealed()
    for who in (officer(desks), lead(desks)):
        page = who.get("oversight-register", LIJIAWAN)
        row = page.select_one("tbody tr")
        assert "马*" in row.text and "138****0117" in row.text and not row.select("a")
        assert "马桂花" not in page.text and str(walk.case) not in str(page)
        assert "平头川镇李家湾村" in page.h1.text
        answer = who.client.post(
            who.url("oversight-register", LIJIAWAN), {"name": "马桂花", "year": now().year}
        )
        assert answer.status_code == 302 and "马桂花" not in answer.headers["Location"]
        found = who.client.get(answer.headers["Location"]).content.decode()
        assert "符合条件的共1件" in found


def test_it_prints_and_exports_as_its_own_people_have_it(past: World) -> None:
    who = officer(past)
    older, _ = months(now())
    year = f"?year={older.year}"
    assert who.get("oversight-volumes", LIJIAWAN, query=year).select(".index a")
    printed = who.client.get(who.url("oversight-volume", LIJIAWAN) + year).content
    assert "李家湾村" in "".join(pages_of(printed))
    table = cells_of(who.client.get(who.url("oversight-register-table", LIJIAWAN) + year))
    assert len(table) == COUNT + 1 and all(str(row[3]).endswith("*") for row in table[1:])
    listed = cells_of(who.client.get(who.url("oversight-registers-table")))
    assert [row[2] for row in listed[1:]] == list(rows_of(who))


@pytest.mark.parametrize("page", PAGES)
def test_a_neighbours_committee_is_not_found(desks: World, page: str) -> None:
    ordos(desks).sealed()
    for name, seat, foreign in (
        ("hn.hs.officer", HUISHI, LIJIAWAN), ("hn.pt.officer", PINGTOUCHUAN, GACHA), 
        ("hn.lead", HUINING, GACHA), ("od.lead", OTOG, LIJIAWAN),
    ):  # fmt: skip
        who = Officer(desks, name, seat)
        assert who.client.get(who.url(page, foreign)).status_code == 404


@pytest.mark.parametrize(
    "name", ["hn.ljw.director", "hn.ljw.supervisor", "hn.system", "hn.auditor", "hn.hs.officer"]
)
def test_nobody_else_sits_here(desks: World, name: str) -> None:
    client = Officer(desks, name, PINGTOUCHUAN).client
    for page in (
        officer(desks).url("oversight-registers"),
        officer(desks).url("oversight-register", LIJIAWAN),
    ):
        assert client.get(page).status_code == 403


def test_a_city_has_figures_and_no_registers(desks: World) -> None:
    city = Officer(desks, "od.city", organization_id("city:150600000000"))
    city.get("oversight-figures")
    city.get("oversight-registers", status=403)
