"""A paper of the committee's own: unfinished refused, approved on the phone, sealed, in the register."""

import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.documents.sheets import form_page
from tests.journeys.conftest import Look
from tests.journeys.desk import next_code, printed, sit_down
from tests.journeys.site import Site, served
from tests.journeys.test_desks import PLACES
from tests.workuse.cast import SCOPES, typed_pdf, unfinished_pdf

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A demonstration of its own: the numbers of its register begin at 1."""
    with served() as running:
        yield running


@pytest.fixture(params=sorted(PLACES))
def pack(request: pytest.FixtureRequest) -> str:
    """Both places."""
    chosen: str = request.param
    return chosen


def finished() -> FilePayload:
    """Typed to the end."""
    return {"name": "花名册.pdf", "mimeType": "application/pdf", "buffer": typed_pdf().data}


def unfinished() -> FilePayload:
    """A number was left open on its first page."""
    return {"name": "没写完.pdf", "mimeType": "application/pdf", "buffer": unfinished_pdf().data}


def photograph() -> FilePayload:
    """A page of a roster, as a phone takes it."""
    out = io.BytesIO()
    form_page(12).save(out, "JPEG", quality=80)
    return {"name": "首页.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def open_list(page: Page, site: Site, who: str) -> dict[str, str]:
    account = sit_down(page, site, who)
    tab = page.get_by_role("link", name="工作用印", exact=True)
    expect(tab).to_be_visible()  # where it is not, this says what is there instead
    tab.click()
    return account


def agree(page: Page, copies: int) -> None:
    """The director's answer, and that it has arrived: who leaves before breaks it off."""
    page.get_by_role("button", name=f"同意用印，{copies}份").click()
    expect(page.get_by_text("签批了，等用印").first).to_be_visible()


def fill_in(page: Page, prefix: str, matter: str, file: FilePayload) -> None:
    """The request of the clerk, up to its button."""
    page.get_by_role("radio", name="不交给个人").check()
    page.get_by_label("用印内容").fill(matter)
    page.get_by_label("属于用印范围里的哪一项").select_option(value=SCOPES[prefix])
    page.get_by_label("写好的材料").set_input_files([file])
    page.get_by_label("盖几份").fill("2")
    page.get_by_label("是不是重大事项").select_option(label="不是重大事项")


def seal(page: Page, site: Site, prefix: str, matter: str, impressions: int) -> None:
    """The custodian proves who it is; what else is asked must have been answered."""
    account = next(one for one in site.accounts if one["username"] == f"{prefix}.custodian")
    page.get_by_label("一共盖几枚章").fill(str(impressions))
    page.get_by_label("验证码").fill(next_code(account["totp_secret"]))
    page.get_by_role("button", name="确认是我").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(matter)
    page.keyboard.press("Enter")  # the one button has the focus
    expect(page.get_by_text("登记好了，可以盖章")).to_be_visible()  # the receipt, with what comes next
    page.get_by_role("link", name="存照片、记归档").press("Enter")
    expect(page.get_by_text("用印了", exact=True).first).to_be_visible()


@pytest.mark.clause("H3.1a", "H3.2.3a", "H3.2.3b", "H3.2.4d")
def test_a_file_from_the_request_to_the_register(
    page: Page, site: Site, look: Look, pack: str, width: int
) -> None:
    prefix, _ = PLACES[pack]
    matter = f"2026年三社花名册{width}（示例）"
    open_list(page, site, f"{prefix}.clerk")
    page.get_by_role("link", name="申请用印").click()
    look(page, f"work-{pack}-new")
    fill_in(page, prefix, matter, unfinished())
    page.get_by_role("button", name="送负责人签批").press("Enter")
    expect(page.get_by_text("第1页“").first).to_be_visible()  # the page and what is missing on it
    expect(page.get_by_label("用印内容")).to_have_value(matter)
    look(page, f"work-{pack}-unfinished")
    page.get_by_label("写好的材料").set_input_files([finished()])
    page.get_by_role("button", name="送负责人签批").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(matter)
    look(page, f"work-{pack}-asked")

    open_list(page, site, f"{prefix}.director")
    look(page, f"work-{pack}-list")
    page.get_by_role("link", name=matter).click()
    paper = page.get_by_role("img", name="材料：第1页")
    place = paper.bounding_box()
    assert place and place["height"] > 300  # kept before the picture is there: the button does not jump
    expect(paper).not_to_have_js_property("naturalWidth", 0)
    look(page, f"work-{pack}-director")
    agree(page, 2)

    open_list(page, site, f"{prefix}.custodian")
    page.get_by_role("link", name=matter).click()
    look(page, f"work-{pack}-sealing")
    seal(page, site, prefix, matter, 2)
    look(page, f"work-{pack}-sealed")

    open_list(page, site, f"{prefix}.clerk")
    page.get_by_role("link", name=matter).click()
    page.get_by_text("归档", exact=True).first.click()
    page.get_by_label("归到哪里").fill("2026年第3盒")
    page.get_by_role("button", name="归档", exact=True).click()
    page.get_by_role("link", name="‹ 工作用印").click()
    page.get_by_role("link", name="工作用印登记簿").click()
    expect(page.get_by_role("row", name=matter)).to_contain_text("归档：2026年第3盒")
    look(page, f"work-{pack}-register")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="打印（横向）").press("Enter")
    assert page.request.get(opened.value.url).body().startswith(b"%PDF")


@pytest.mark.clause("H3.2.4d")
def test_of_a_photograph_the_custodian_says_what_the_program_cannot_see(
    page: Page, site: Site, look: Look, pack: str, width: int
) -> None:
    prefix, _ = PLACES[pack]
    matter = f"上报材料照片{width}（示例）"
    open_list(page, site, f"{prefix}.clerk")
    page.get_by_role("link", name="申请用印").click()
    fill_in(page, prefix, matter, photograph())
    page.get_by_role("button", name="送负责人签批").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(matter)
    open_list(page, site, f"{prefix}.director")
    page.get_by_role("link", name=matter).click()
    agree(page, 2)
    open_list(page, site, f"{prefix}.custodian")
    page.get_by_role("link", name=matter).click()
    page.get_by_role("radio", name="还有空白没填").check()
    page.get_by_label("一共盖几枚章").fill("2")
    page.get_by_label("验证码").fill("000000")
    page.get_by_role("button", name="确认是我").click()
    expect(page.get_by_text("手里的纸还有空白没填").first).to_be_visible()
    look(page, f"work-{pack}-blank-in-hand")
    page.get_by_role("radio", name="看过：没有空白").check()
    seal(page, site, prefix, matter, 2)


@pytest.mark.clause("H3.2.3a", "H3.2.4c")
def test_a_letter_of_introduction_with_its_stub(
    page: Page, site: Site, look: Look, pack: str, width: int
) -> None:
    prefix, _ = PLACES[pack]
    matter = f"领取防疫物资{width}"
    open_list(page, site, f"{prefix}.clerk")
    page.get_by_role("link", name="开介绍信").click()
    page.get_by_label("介绍到哪里").fill("农业农村局（示例）")
    page.get_by_label("介绍谁（写一个人的姓名）").fill("李秀英")
    page.get_by_label("一共几个人").fill("2")
    page.get_by_label("去办什么事").fill(matter)
    page.get_by_label("属于用印范围里的哪一项").select_option(value=SCOPES[prefix])
    page.get_by_label("是不是重大事项").select_option(label="不是重大事项")
    look(page, f"work-{pack}-letter-new")
    page.get_by_role("button", name="送负责人签批").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(matter)
    open_list(page, site, f"{prefix}.director")
    page.get_by_role("link", name=matter).click()
    page.get_by_role("radio", name="不是", exact=True).check()
    agree(page, 1)
    open_list(page, site, f"{prefix}.custodian")
    page.get_by_role("link", name=matter).click()
    page.get_by_role("radio", name="不是", exact=True).check()
    seal(page, site, prefix, matter, 4)
    open_list(page, site, f"{prefix}.clerk")
    page.get_by_role("link", name=matter).click()
    look(page, f"work-{pack}-letter-sealed")
    assert printed(page, "打印1份").startswith(b"%PDF")
    page.reload()
    expect(page.get_by_role("button", name="打印1份")).to_have_count(0)  # once only; the stub stays


@pytest.mark.clause("H3.2.2b")
def test_a_guarantee_waits_for_the_vote(page: Page, site: Site, look: Look, pack: str, width: int) -> None:
    prefix, _ = PLACES[pack]
    matter = f"为修路担保{width}（示例）"
    open_list(page, site, f"{prefix}.clerk")
    page.get_by_role("link", name="申请用印").click()
    fill_in(page, prefix, matter, finished())
    page.get_by_label("是不是重大事项").select_option(value="M5")
    page.get_by_label("是重大事项的：这是谁的事").select_option(value="of_committee")
    page.get_by_role("button", name="送负责人签批").click()
    expect(page.locator("#deliberation")).to_contain_text("还没有公示")
    look(page, f"work-{pack}-major")
    page.get_by_role("link", name="去公示、议事").click()
    expect(page.get_by_role("main")).to_contain_text(matter)
    look(page, f"work-{pack}-deliberation")
