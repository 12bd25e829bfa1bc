"""A resident asks at the village's page, finds yes or no with its way, and needs nobody's help.

Both packs, a phone and a desktop; the pictures lie in var/screenshots/.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.documents.reading import picture_of
from tests.journeys.conftest import PICTURES, Look
from zhengyin.documents import qr

pytestmark = pytest.mark.journey
VILLAGES = {
    "huining": ("会宁县", "平头川镇", "李家湾", "620422115203"),
    "ordos": ("鄂托克前旗", "昂素镇", "哈日根图", "150623103203"),
}


@pytest.fixture(params=VILLAGES)
def pack(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def test_a_village_is_found_step_by_step(page: Page, look: Look, pack: str) -> None:
    county, township, village, code = VILLAGES[pack]
    page.goto("/")
    look(page, f"{pack}-home")
    page.get_by_role("link", name=county, exact=True).click()
    page.get_by_role("link", name=township, exact=True).click()
    look(page, f"{pack}-township")
    page.get_by_role("link", name=village).first.click()
    expect(page).to_have_url(f"/c/{code}")


def test_a_village_is_found_by_pinyin(page: Page, look: Look) -> None:
    page.goto("/")
    page.get_by_label("村（社区）的名字，或者拼音").fill("lijiawan")
    page.get_by_role("button", name="找村").click()
    look(page, "found-village")
    page.get_by_role("link", name="平头川镇李家湾村民委员会").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("您要开什么证明？")


def test_a_prohibited_certificate_shows_the_way_instead(page: Page, look: Look, pack: str) -> None:
    page.goto(f"/c/{VILLAGES[pack][3]}")
    look(page, f"{pack}-village")
    page.get_by_label("证明的名字，或者要办的事").fill("领养老金的健在证明")
    page.get_by_role("button", name="问一问").click()
    look(page, f"{pack}-found")
    page.get_by_role("link", name="健在证明").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("这个证明不用开。")
    expect(page.get_by_role("heading", name="您可以这样办")).to_be_visible()
    expect(page.get_by_text("民发〔2020〕20号").first).to_be_visible()
    look(page, f"{pack}-answer-no")
    sheet = page.get_by_role("link", name="打印答复单").get_attribute("href")
    answer = page.request.get(str(sheet))
    assert answer.headers["content-type"] == "application/pdf"
    (PICTURES / f"{pack}-answer-sheet.pdf").write_bytes(answer.body())


def test_an_issuable_certificate_shows_its_guide(page: Page, look: Look, pack: str) -> None:
    page.goto(f"/c/{VILLAGES[pack][3]}/ask?q=收养")
    page.get_by_role("link", name="收养人婚姻状况").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("一般可以开，先答")
    look(page, f"{pack}-answer-yes")
    page.get_by_label("户籍在本村（社区）", exact=True).check()
    page.get_by_role("button", name="接着看").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("一般可以开，先答下面的问题")
    look(page, f"{pack}-answer-yes-next")
    page.get_by_role("link", name="看式样").click()
    look(page, f"{pack}-sample")


def test_what_is_on_no_list_is_asked_about(page: Page, look: Look, pack: str) -> None:
    page.goto(f"/c/{VILLAGES[pack][3]}/ask?q=证明我没打过架")
    page.get_by_role("link", name="还是要开").or_(page.get_by_role("link", name="都不是")).click()
    look(page, f"{pack}-no-list")


def test_the_lists_telephones_and_the_code_at_the_door(page: Page, look: Look, pack: str) -> None:
    for name in ("prohibited", "issuable", "telephones", "door"):
        page.goto(f"/c/{VILLAGES[pack][3]}/{name}")
        look(page, f"{pack}-{name}")
    said = qr.read(page.locator("img.door-code").screenshot())
    assert [one.lower() for one in said] == [page.url.removesuffix("/door").lower()]


@pytest.mark.clause("H4.3a")
def test_posters_leaflets_and_the_page_for_units(page: Page, look: Look, pack: str) -> None:
    page.goto(f"/c/{VILLAGES[pack][3]}")
    page.get_by_role("link", name="打印海报、指南、说明书").click()
    for words in ("打印海报（A3）", "打印海报（A4）"):
        sheet = page.request.get(str(page.get_by_role("link", name=words).get_attribute("href")))
        assert sheet.headers["content-type"] == "application/pdf"
        (held,) = qr.read(picture_of(sheet.body()))
        assert held.lower().endswith(f"/c/{VILLAGES[pack][3]}")
    leaflet = page.get_by_role("link", name="收养人婚姻状况")
    printed = page.request.get(str(leaflet.get_attribute("href"))).body()
    (held,) = qr.read(picture_of(printed))
    page.goto(held)
    expect(page.get_by_role("heading", level=1)).to_contain_text("收养人婚姻状况")
    page.get_by_role("link", name="给要证明的单位").click()
    expect(page.get_by_role("heading", name="不要再向村（社区）要")).to_be_visible()
    page.get_by_text("婚姻状况证明").first.click()
    expect(page.get_by_text("结婚证、离婚证").first).to_be_visible()
    look(page, f"{pack}-units")


def test_large_type_stays_from_page_to_page(page: Page, look: Look) -> None:
    page.goto(f"/c/{VILLAGES['huining'][3]}")
    page.get_by_role("button", name="大字版").click()
    look(page, "village-large")
    page.get_by_role("link", name="健在证明").click()
    expect(page.get_by_role("button", name="标准字")).to_be_visible()
    look(page, "answer-large")


@pytest.mark.clause("H2.1c")
def test_the_versions_are_public_and_any_day_can_be_asked_for(page: Page, look: Look, pack: str) -> None:
    page.goto(f"/c/{VILLAGES[pack][3]}/issuable")
    page.get_by_role("link", name="历次版本，哪一天有效").click()
    look(page, f"{pack}-versions")
    page.get_by_role("link", name="看内容，任意两版相比").last.click()
    expect(page.get_by_role("heading", name="新立的")).to_be_visible()
    look(page, f"{pack}-compared")
    page.get_by_role("link", name="‹ 清单的历次版本").click()
    page.get_by_label("哪一天有效的").fill("2026-01-01")
    page.get_by_role("button", name="看那一天的清单").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2026年1月1日有效的清单")
    page.locator("details summary").first.click()
    look(page, f"{pack}-on-a-day")
