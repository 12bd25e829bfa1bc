"""来表盖章 in a real browser: the form photographed, approved on the phone, sealed, the slip, verified."""

import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.documents.reading import picture_of
from tests.documents.sheets import form_page, photographed
from tests.journeys.conftest import Look
from tests.journeys.desk import next_code, printed, sign_in
from tests.journeys.site import Site
from tests.journeys.test_desks import ITEM, PLACES, leave
from zhengyin.documents import qr

NAME, TITLE = "李秀英", "住房租赁备案申请表（示例）"
SEEN = ((210, 160), (1330, 240), (1405, 1820), (110, 1760))


def shot(name: str, lines: int) -> FilePayload:
    """As the phone hands it over."""
    out = io.BytesIO()
    photographed(form_page(lines), SEEN).save(out, "JPEG", quality=85)
    return {"name": f"{name}.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def apply(page: Page, shown: Callable[[str], None]) -> str:
    """At the counter: the other side's form, of which who and where is vouched for."""
    page.goto(f"{page.url.rsplit('/', 1)[0]}/new?item={ITEM}")
    page.get_by_label("要证明的是哪一类单位").select_option(label="其他企业、个人")
    page.get_by_label("单位叫什么").fill("安居房屋租赁公司（示例）")
    page.get_by_label("常住本村（社区）").check()
    page.get_by_label("对方给了表，要在表上盖章").check()
    page.get_by_role("button", name="看能不能开").click()
    page.get_by_label("表的名称").fill(TITLE)
    for fact in ("person", "residence"):  # nothing is ticked beforehand
        page.locator(f"[name=brought_facts][value={fact}]").check()
    page.get_by_label("被证明人姓名").fill(NAME)
    page.get_by_label("性别").select_option("女")
    page.get_by_label("现在住哪里").fill("三社12号（示例）")
    page.get_by_label("房子是").select_option("自有住房")
    page.get_by_label("用途").fill("办理租房备案")
    page.get_by_label("要几份").fill("2")
    shown("counter")
    page.get_by_role("button", name="登记申请").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)
    return page.url


def photograph(page: Page, shown: Callable[[str], None]) -> None:
    """A blank sheet is refused; front and back are laid flat; the identity card was looked at."""
    boxes = page.locator("#photograph")
    shown("to-photograph")
    boxes.locator("[name=page-shot]").set_input_files([shot("blank", 0)])
    boxes.locator("button").click()
    expect(page.locator("#form")).to_contain_text("已拉正")  # an empty table is no blank sheet
    page.get_by_role("button", name="撤下这一页").click()
    boxes.locator("[name=page-chosen]").set_input_files([shot("front", 17), shot("back", 6)])
    boxes.locator("button").click()
    expect(page.locator("#form figure")).to_have_count(2)
    page.get_by_role("button", name="用原图").last.click()
    expect(page.locator("#form")).to_contain_text("，原图，")
    page.get_by_role("button", name="拉正").click()
    expect(page.locator("#form")).not_to_contain_text("，原图，")
    row = page.locator("#materials fieldset").first
    row.get_by_label("看过原件").check()
    page.get_by_role("button", name="记下材料").click()
    expect(page.locator("#materials fieldset").first).to_contain_text("看过原件")
    shown("photographed")


def verify(page: Page, shown: Callable[[str], None]) -> None:
    page.get_by_label("看证件").check()
    page.get_by_role("button", name="收下").click()
    page.get_by_role("button", name="开始核实").click()
    for key, informant in (("person", "身份证原件"), ("residence", "居住台账第12页")):
        row = page.locator(f"fieldset.check:has([name='{key}-method'])")
        row.get_by_label("怎么核实的").select_option(index=1)
        row.get_by_label("看了哪一本").fill(informant)
        row.get_by_label("属实", exact=True).check()
    page.locator(".actbar").get_by_role("button", name="记下核实").click()
    page.get_by_role("button", name="都核实过了，送签批").click()
    expect(page.locator(".actbar")).to_contain_text("签批")


@pytest.mark.journey
def test_a_form_is_stamped(page: Page, site: Site, look: Look, pack: str) -> None:
    prefix, stem = PLACES[pack]
    shown: Callable[[str], None] = lambda name: look(page, f"brought-{pack}-{name}")  # noqa: E731

    sign_in(page, site, f"{prefix}.clerk")
    case = apply(page, shown).rsplit("/", 1)[1]
    photograph(page, shown)
    verify(page, shown)
    leave(page)

    sign_in(page, site, f"{prefix}.director")
    page.locator(f"a[href$='{case}']").first.click()
    expect(page.locator("#form img")).to_have_count(2)
    shown("decision")
    page.get_by_role("radio", name="不是", exact=True).check()
    page.get_by_role("button", name="同意出具").click()
    expect(page.get_by_role("status")).to_contain_text("盖章")
    leave(page)

    who = sign_in(page, site, f"{prefix}.custodian")
    page.locator(f"a[href$='{case}']").first.click()
    page.get_by_label("不是", exact=True).check()
    page.get_by_label("都填了", exact=True).check()
    page.get_by_label("验证码").fill(next_code(who["totp_secret"]))
    shown("sealing")
    page.get_by_role("button", name="确认是我").click()
    page.get_by_role("button", name="登记并盖章，2份").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(stem)
    shown("receipt")
    slips = printed(page, "打印附条2条")
    token = qr.read(picture_of(slips, 200))[0].rsplit("/", 1)[1]
    leave(page)

    page.goto(f"/v/{token}")
    expect(page.get_by_text(f"对方的表《{TITLE}》")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("登记在案，现行有效"))
    shown("verified")
