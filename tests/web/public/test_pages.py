"""The public desk answers first, writes nothing, and asks the database little."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.conftest import GACHA, LIJIAWAN, Visitor
from zhengyin.web.assets import assets

STATIC = Path(__file__).parents[3] / "zhengyin" / "web" / "static"


def words(page: object) -> str:
    return " ".join(str(page.get_text(" ", strip=True)).split())  # type: ignore[attr-defined]


def test_home_leads_from_county_to_village(visitor: Visitor) -> None:
    county = visitor.get("/").find("a", string="会宁县")
    township = visitor.get(str(county["href"])).find("a", string="平头川镇")
    village = visitor.get(str(township["href"])).find("a", string="李家湾村民委员会")
    assert village["href"] == f"/c/{LIJIAWAN}"


@pytest.mark.parametrize("said", ["李家湾", "lijiawan", "ljw", "平头川李家湾"])
def test_a_village_is_found_by_name_and_pinyin(visitor: Visitor, said: str) -> None:
    assert visitor.get(f"/?q={said}").find("a", href=f"/c/{LIJIAWAN}")


@pytest.mark.parametrize(
    "said, words_of_it",
    [
        ("会宁", "会宁县"),
        ("鄂托克前旗", "鄂托克前旗"),
        ("平头川", "会宁县平头川镇"),
        ("pingtouchuan", "会宁县平头川镇"),
    ],
)
def test_a_county_and_a_township_are_found_too(visitor: Visitor, said: str, words_of_it: str) -> None:
    found = visitor.get(f"/?q={said}").select("section[aria-live] a")
    first = found[0]
    assert first.get_text() == words_of_it
    assert sum("/c/" not in str(link["href"]) for link in found) == 1  # a county's townships lie below it
    below = visitor.get(str(first["href"]))
    assert "您是哪个" in words(below.h1)


def test_the_code_at_the_door_may_be_in_capitals(visitor: Visitor) -> None:
    assert visitor.raw(f"/C/{LIJIAWAN}")["Location"] == f"/c/{LIJIAWAN}"


@pytest.mark.parametrize("code", [LIJIAWAN, GACHA])
def test_the_village_page_says_who_is_there_and_the_ten_most_asked(visitor: Visitor, code: str) -> None:
    page = visitor.get(f"/c/{code}")
    said = words(page)
    assert "马秀兰" in said and "0943-0000101" in said and "不收钱" in said and "示例" in said
    assert len(page.select("ol.index li")) == 10
    assert "收入证明" in said and "低保" in said and "居（租）住证明" in said and "遗赠" not in said
    assert page.select(".card-sheet.extra a[href^='tel:']")  # where an unreasonable demand is reported
    assert {"不用开", "一般可以开"} <= {mark.get_text(strip=True) for mark in page.select(".index .state")}


def test_an_unknown_village_is_no_page(visitor: Visitor) -> None:
    assert "没有找到" in words(visitor.get("/c/999999999999", status=404))


@pytest.mark.parametrize("code", [LIJIAWAN, GACHA])
def test_a_prohibited_certificate_gets_reason_basis_ways_and_a_telephone(visitor: Visitor, code: str) -> None:
    found = visitor.get(f"/c/{code}/ask?q=领养老金的健在证明")
    page = visitor.get(str(found.select_one(".index a")["href"]))
    said = words(page)
    assert page.h1.get_text() == "这个证明不用开。"
    assert "民发〔2020〕20号" in said
    assert len(page.select("ol.ways li")) >= 2
    assert "办不成" in said


@pytest.mark.parametrize("code", [LIJIAWAN, GACHA])
def test_an_issuable_item_gets_its_seven_headings(visitor: Visitor, code: str) -> None:
    found = visitor.get(f"/c/{code}/ask?q=收养")
    page = visitor.get(str(found.select_one(".index a")["href"]))
    assert page.h1.get_text().startswith("一般可以开，先答")
    assert [dt.get_text()[0] for dt in page.select("dl.guide dt")] == list("一二三四五六七")
    sample = visitor.get(str(page.find("a", string="看式样（1页）")["href"]))
    assert "××" in words(sample)


def test_one_question_at_a_time_and_the_answers_stay_in_the_address(visitor: Visitor) -> None:
    address, seen, counts = f"/c/{LIJIAWAN}/answer?item=ISS-NAT-01", [], []
    for _ in range(5):
        form = visitor.get(address).select_one("main form[method=get]:not([role])")
        if form is None:
            break
        counts.append(words(form.find_previous("h2")))
        radio = form.select_one("input[value=government]") or form.select_one("input[type=radio]")
        seen.append(radio["name"])
        kept = "&".join(f"{one['name']}={one['value']}" for one in form.select("input[type=hidden]"))
        address = f"/c/{LIJIAWAN}/answer?{kept}&{radio['name']}={radio['value']}"
    assert seen and len(seen) == len(set(seen))
    left = [f"再问您{count}件事，先答这一件" for count in range(len(seen), 1, -1)]
    assert counts == [*left, "再问您一件事"]  # the true number, to the last
    assert visitor.get(address).h1.get_text() == "可以开。"


def test_what_stands_on_no_list_is_answered_by_the_pack(visitor: Visitor) -> None:
    here, there = (f"/c/{code}/answer?for=没有打过架的证明&unit=company" for code in (LIJIAWAN, GACHA))
    assert "还要问" in words(visitor.get(here).h1)
    assert "没有依据" in words(visitor.get(there).h1)


@pytest.mark.parametrize("code", [LIJIAWAN, GACHA])
def test_a_court_is_sent_to_investigate_and_no_other_place_is_cited(visitor: Visitor, code: str) -> None:
    said = words(visitor.get(f"/c/{code}/answer?item=ISS-CQ-01&unit=court"))
    assert "带公函来这里调查" in said and "重庆" not in said
    assert "重庆" not in words(visitor.get(f"/c/{code}/answer?item=ISS-CQ-01&unit=bank"))


def test_the_list_of_what_is_issued_names_nothing_else(visitor: Visitor) -> None:
    marks = [
        mark.get_text(strip=True) for mark in visitor.get(f"/c/{LIJIAWAN}/issuable").select(".index .state")
    ]
    assert marks and set(marks) <= {"一般可以开", "公证才开", "还没定好"}


def test_a_village_that_cannot_receive_anybody_says_so_and_offers_no_appointment(visitor: Visitor) -> None:
    """Nobody was appointed in this database."""
    page = visitor.get(f"/c/{LIJIAWAN}/answer?item=ISS-ZQ-01&tie=registered&unit=bank")
    assert "本村（社区）还没有开通" in words(page) and "平头川镇" in words(page)
    assert page.find("a", string="预约") is None
    back = visitor.raw(f"/c/{LIJIAWAN}/apply/ISS-ZQ-01")
    assert back.status_code == 302 and "/answer?item=ISS-ZQ-01" in back["Location"]


def test_nonsense_in_the_address_counts_as_not_said(visitor: Visitor) -> None:
    page = visitor.get(f"/c/{LIJIAWAN}/answer?item=ISS-NAT-01&tie=king&unit=moon&doc=maybe")
    assert page.h1.get_text().startswith("一般可以开，先答")
    visitor.get(f"/c/{LIJIAWAN}/answer", status=404)
    visitor.get(f"/c/{LIJIAWAN}/answer?item=XX-99", status=404)


def test_the_sheet_is_a_pdf_and_nothing_is_kept(visitor: Visitor) -> None:
    answer = visitor.raw(f"/c/{LIJIAWAN}/answer.pdf?item=PROH-10")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")


@pytest.mark.parametrize("page", ["prohibited", "issuable", "telephones", "door", "door.svg"])
def test_what_belongs_to_the_place(visitor: Visitor, page: str) -> None:
    assert visitor.raw(f"/c/{LIJIAWAN}/{page}").status_code == 200


def test_the_seven_offices_stand_with_their_numbers(visitor: Visitor) -> None:
    said = words(visitor.get(f"/c/{LIJIAWAN}/telephones"))
    for number in ("3228650", "3221956", "3221970", "5904063", "5903266", "3221039", "3226750"):
        assert f"0943-{number}" in said


@pytest.mark.parametrize("code", [LIJIAWAN, GACHA])
def test_a_fax_is_no_telephone(visitor: Visitor, code: str) -> None:
    said = words(visitor.get(f"/c/{code}/telephones"))
    assert "民政局" in said and "传真" not in said


@pytest.mark.parametrize(
    "address, most",
    [("/", 4), (f"/c/{LIJIAWAN}", 12), (f"/c/{LIJIAWAN}/ask?q=证明", 14), (f"/c/{LIJIAWAN}/prohibited", 12)],
)
def test_a_list_asks_the_database_little_however_long(visitor: Visitor, address: str, most: int) -> None:
    visitor.get(address)
    with CaptureQueriesContext(connection) as asked:
        visitor.client.get(address)
    assert len(asked) <= most, [one["sql"][:120] for one in asked]


@pytest.mark.parametrize(
    "address", ["/", f"/c/{LIJIAWAN}", f"/c/{LIJIAWAN}/prohibited", f"/c/{LIJIAWAN}/answer?item=PROH-10"]
)
def test_a_page_with_its_sheets_weighs_under_sixty_kilobytes(visitor: Visitor, address: str) -> None:
    page = visitor.client.get(address, headers={"Accept-Encoding": "gzip"})
    names = ("vendor/bootstrap.min.css", "zhengyin.css", "desks.css")
    sheets = sum(len(assets()[name].packed) for name in names)
    assert page["Content-Encoding"] == "gzip"
    assert len(page.content) + sheets < 60_000
    assert b"<script" not in visitor.client.get(address).content


def test_large_type_stays(visitor: Visitor) -> None:
    back = f"/c/{LIJIAWAN}"
    answer = visitor.client.post("/large", {"back": back})
    assert answer["Location"] == back
    page = visitor.get(back)
    assert "large" in page.html["class"]
    assert ".large .extra" not in (STATIC / "zhengyin.css").read_text()  # the same content, only larger
    assert page.select_one("form[action='/large'] button").get_text() == "标准字"
    visitor.client.post("/large", {"back": back})
    assert "large" not in visitor.get(back).html["class"]


def test_the_switch_leads_nowhere_else(visitor: Visitor) -> None:
    assert visitor.client.post("/large", {"back": "https://elsewhere.example/"})["Location"] == "/"


def test_the_content_policy_allows_nothing_inline(visitor: Visitor) -> None:
    policy = visitor.raw("/")["Content-Security-Policy"]
    assert "script-src 'self'" in policy and "style-src 'self'" in policy and "unsafe" not in policy


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20"])
def test_who_asks_nothing_is_asked_again(visitor: Visitor, query: str) -> None:
    answer = visitor.client.get(f"/c/{LIJIAWAN}/ask{query}")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/c/{LIJIAWAN}")


@pytest.mark.parametrize("code", [LIJIAWAN, "150623103203"])
def test_the_time_for_a_deliberation_is_said_apart(visitor: Visitor, code: str) -> None:
    land = visitor.get(f"/c/{code}/answer?item=ISS-CQ-01&unit=government&tie=registered")
    residence = visitor.get(f"/c/{code}/answer?item=ISS-ZQ-01&unit=company&tie=resident")
    assert "公示、议事的时间另算" in words(land)
    assert "公示、议事的时间另算" not in words(residence)
