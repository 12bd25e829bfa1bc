"""A power cut: the pad in the drawer, a paper stamped first, the entry, what was wrong put right."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.documents.reading import text_of
from tests.journeys.conftest import Look
from tests.journeys.desk import next_code, sign_in
from tests.journeys.site import Site

PLACES = {"huining": "hn.ljw", "ordos": "od.hrgt"}
CODE = re.compile(r"[A-Z2-9]{4} [A-Z2-9]{4} [A-Z2-9]{4}")


def photo() -> dict[str, object]:
    """A picture of the written slip."""
    out = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(out, "JPEG")
    return {"name": "slip.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def codes_on(page: Page) -> list[str]:
    """The codes on the pad as it is printed."""
    address = page.get_by_role("link", name="打印这一本").first.get_attribute("href")
    paper = page.request.get(str(address))
    assert paper.ok
    return CODE.findall(text_of(paper.body()))


def verify(page: Page, code: str) -> None:
    page.goto("/v/")
    page.get_by_label("纸上方码旁边的核对码").fill(code)
    page.get_by_role("button", name="查", exact=True).click()


def leave(page: Page) -> None:
    page.context.clear_cookies(name="sessionid")


def what_was_stamped(page: Page) -> None:
    """When, what, for whom: as the slip says."""
    page.get_by_label("什么时候盖的章").fill(
        page.evaluate("""() => {
        const shift = new Date(Date.now() + 8 * 3600e3); return shift.toISOString().slice(0, 16); }""")
    )
    page.get_by_role("button", name="接着登记").click()
    page.get_by_label("单子上开的是什么证明").fill("居住证明")
    page.get_by_role("button", name="找", exact=True).click()
    page.locator(".index a").filter(has_text=re.compile("居（租）住证明|居住")).first.click()
    page.get_by_label("要证明的是哪一类单位").select_option("company")
    page.get_by_label("单位叫什么").fill("安居房屋租赁公司（示例）")
    page.locator("[name=tie][value=resident]").check()
    page.get_by_role("button", name="看能不能开").click()


def what_stands_on_the_slip(page: Page) -> None:
    page.get_by_label("被证明人姓名").fill("马桂花")
    page.get_by_label("性别").select_option("女")
    page.locator("[name=f_subject_identity]").fill("62042219680512002X")
    page.locator("[name=f_residence]").fill("三社12号")
    page.get_by_label("房子是").select_option("自有住房")
    page.locator("[name=f_lived_since]").fill("2010-03-01")
    page.get_by_label("用途").fill("办理租房合同")
    page.get_by_label("要几份").fill("1")
    page.get_by_label("一共盖了几枚章").fill("1")
    page.get_by_label("停电").check()
    page.locator("[name=kin][value=neither]").check()
    page.get_by_label("看证件原件").check()
    page.get_by_label("查台账").check()


def signed_by(page: Page, approver: str) -> None:
    page.get_by_label("谁签批的").select_option(label=approver)
    page.get_by_label("谁经办的").select_option("none")
    page.get_by_label("谁盖的章").select_option(index=keeper_in(page))


def keeper_in(page: Page) -> int:
    """The custodian is the one who is signed in."""
    me = page.locator(".who").first.inner_text()
    names = page.get_by_label("谁盖的章").locator("option").all_inner_texts()
    return next(at for at, name in enumerate(names) if name in me)


@pytest.mark.journey
@pytest.mark.clause("H3.2.2a", "H3.2.3c")
def test_an_entry_after_a_power_cut(page: Page, site: Site, look: Look, pack: str) -> None:
    prefix = PLACES[pack]
    who = sign_in(page, site, f"{prefix}.custodian")
    page.get_by_role("link", name="应急单").click()
    look(page, f"pads-{pack}-empty")
    page.get_by_label("印几张").fill("2")
    page.get_by_role("button", name="编号，印一本").click()
    first = codes_on(page)[0]
    look(page, f"pads-{pack}-printed")
    pads = page.url
    verify(page, first)
    expect(page.get_by_role("heading", name="应急件尚未补登")).to_be_visible()
    expect(page.locator("dl.answers")).not_to_contain_text("马")
    look(page, f"pads-{pack}-pending")

    page.goto(pads)
    page.get_by_role("link", name="补登或作废").first.click()
    look(page, f"pads-{pack}-slip")
    slip = page.url
    what_was_stamped(page)
    what_stands_on_the_slip(page)
    signed_by(page, "没有人签字")
    look(page, f"pads-{pack}-entry")
    page.get_by_label("应急用印单的照片").set_input_files(photo())  # type: ignore[arg-type]
    page.get_by_label("验证码").fill(next_code(who["totp_secret"]))
    page.get_by_role("button", name="补登，取编号").click()
    expect(page.get_by_text("已经补登，编号是")).to_be_visible()
    expect(page.get_by_text("单子上没有签批人签字")).to_be_visible()
    look(page, f"pads-{pack}-entered")
    page.get_by_role("link", name="登记簿", exact=True).click()
    expect(page.locator("td.rem").first).to_contain_text("待整改")
    page.goto(pads)
    look(page, f"pads-{pack}-to-rectify")
    leave(page)

    sign_in(page, site, f"{prefix}.director")
    expect(page.locator(".same.care")).to_contain_text("待整改")
    look(page, f"pads-{pack}-director")
    page.goto(slip.split("?")[0])
    page.get_by_label("怎样整改的").fill("当天电话里同意过，已经补签（示例）")
    look(page, f"pads-{pack}-rectify")
    page.get_by_role("button", name="记下整改").click()
    expect(page.get_by_text("已整改").first).to_be_visible()
    page.get_by_role("link", name="登记簿", exact=True).click()
    expect(page.locator("td.rem").first).to_contain_text("已整改")
    leave(page)

    verify(page, first)
    expect(page.get_by_role("heading", name="登记在案，现行有效")).to_be_visible()
    expect(page.locator("dl.answers")).to_contain_text("补登")
    look(page, f"pads-{pack}-verified")
