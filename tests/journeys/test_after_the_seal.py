"""What became of a paper after its seal: void in three kinds, corrected; what its QR code says then."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.certificates import cast
from tests.documents.reading import picture_of
from tests.journeys.conftest import Aside, Look
from tests.journeys.desk import sign_in
from tests.journeys.site import Site
from tests.journeys.test_verify import VILLAGES
from zhengyin.certificates.models import Certificate
from zhengyin.documents import files, qr
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

pytestmark = pytest.mark.journey


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that lies on somebody's table."""

    id: UUID
    number: str
    token: str


def paper_of(case: UUID) -> Paper:
    certificate = Certificate.objects.get(pk=case)
    assert certificate.document_id
    code = qr.read(picture_of(files.get(certificate.document_id)))[0]
    return Paper(case, certificate.number, code.rsplit("/", 1)[1])


def leave(page: Page) -> None:
    page.context.clear_cookies(name="sessionid")


def scan(page: Page, paper: Paper, outcome: str, *said: str) -> None:
    page.goto(f"/V/{paper.token}")
    expect(page.get_by_role("heading", level=1)).to_have_text(outcome)
    expect(page.get_by_text("这张纸不能再用，请不要采用。")).to_be_visible()
    for words in said:
        expect(page.get_by_role("main")).to_contain_text(words)
    expect(page.get_by_role("main")).not_to_contain_text("马桂花")
    expect(page.get_by_role("button", name="比一比")).to_have_count(0)


@pytest.mark.clause("H1a", "H3.2.3c")
def test_void_in_three_kinds(page: Page, site: Site, look: Look, pack: str, aside: Aside) -> None:  # type: ignore[type-arg]
    village = VILLAGES[pack]
    back, at_large, never = aside(
        lambda: [
            paper_of(case)
            for case in (cast.delivered(village), cast.delivered(village), cast.sealed(village)[0])
        ]
    )
    today = day_of(aside(now))
    sign_in(page, site, f"{village}.director")
    page.get_by_role("link", name="登记簿", exact=True).click()
    page.locator(f"a[title='{back.number}']").click()
    page.get_by_role("link", name="作废这份证明").click()
    form = page.locator("#to-void")
    form.get_by_text("作废这份证明").click()
    look(page, f"void-{pack}-asked")
    form.get_by_label("都收回来了").check()
    form.get_by_label("申请人不要了").check()
    form.get_by_role("button", name="作废").click()
    expect(page.locator("#ended")).to_contain_text("已收回，共1份")
    look(page, f"void-{pack}-collected")

    page.goto(page.url.replace(str(back.id), str(at_large.id)))
    form.get_by_text("作废这份证明").click()
    form.get_by_label("没有收齐，已经公告作废").check()
    form.get_by_label("没有收齐的：哪天公告的").fill(today.isoformat())
    form.get_by_label("在哪里公告的").fill("村务公开栏")
    form.get_by_label("事后查明不属实").check()
    form.get_by_label("说明（可以不填）").fill("邻居反映早就搬走了")
    form.get_by_role("button", name="作废").click()
    expect(page.locator("#ended")).to_contain_text("在村务公开栏公告")
    leave(page)

    sign_in(page, site, f"{village}.custodian")
    page.goto(f"{page.url.split('/sealing')[0]}/sealing/{never.id}/receipt")
    form.get_by_text("登记了没有盖章，作废").click()
    form.get_by_label("纸弄坏了或者章没盖好").check()
    look(page, f"void-{pack}-unstamped")
    form.get_by_role("button", name="作废（未盖章）").click()
    expect(page.locator("#ended")).to_contain_text("未盖章")
    page.get_by_role("link", name="登记簿", exact=True).click()
    page.get_by_label("只看作废和已更正").check()
    page.get_by_role("button", name="查", exact=True).click()
    expect(page.locator("tr.gone").first).to_be_visible()
    expect(page.get_by_text("作废（未盖章）").first).to_be_visible()
    look(page, f"void-{pack}-register")
    leave(page)

    scan(page, back, "已作废", "申请人不要了", "已收回，共1份")
    look(page, f"verify-{pack}-void")
    scan(page, at_large, "已作废", "事后查明不属实", "在村务公开栏公告")
    expect(page.get_by_role("main")).not_to_contain_text("邻居")
    look(page, f"verify-{pack}-void-announced")
    scan(page, never, "已作废", "未盖章")


@pytest.mark.clause("H1a", "H3.2.3c")
def test_a_correction(page: Page, site: Site, look: Look, pack: str, aside: Aside) -> None:  # type: ignore[type-arg]
    village = VILLAGES[pack]
    old = aside(lambda: paper_of(cast.delivered(village)))
    sign_in(page, site, f"{village}.clerk")
    page.get_by_role("link", name="登记簿", exact=True).click()
    page.locator(f"a[title='{old.number}']").click()
    look(page, f"correction-{pack}-old")
    page.get_by_role("link", name="写错了，要更正").click()
    expect(page.get_by_label("被证明人姓名")).to_have_value("马桂花")
    look(page, f"correction-{pack}-asked")
    page.get_by_label("哪里错了").fill("门牌写错了")
    page.get_by_label("现在住哪里").fill("四社7号")
    page.get_by_role("button", name="登记更正").click()
    expect(page.locator("#changed")).to_contain_text("四社7号")
    look(page, f"correction-{pack}-begun")
    new = UUID(page.url.rsplit("/", 1)[1])
    leave(page)
    aside(lambda: cast.verify(new, cast.officer(f"{village}.clerk")))

    sign_in(page, site, f"{village}.director")
    page.goto(f"{page.url}/{new}")
    expect(page.locator("#changed")).to_contain_text("三社12号")
    look(page, f"correction-{pack}-decision")
    page.get_by_role("radio", name="不是", exact=True).check()
    page.get_by_role("button", name="同意出具").click()
    expect(page.get_by_role("status")).to_contain_text("盖章")
    leave(page)
    aside(lambda: cast.seal(new, cast.officer(cast.keeper(village))))

    sealed = aside(lambda: paper_of(new))
    scan(page, old, "已被更正", f"新的编号是{sealed.number}")
    look(page, f"verify-{pack}-corrected")
    expect(page.get_by_role("main")).not_to_contain_text("四社7号")
    page.goto(f"/V/{sealed.token}")
    expect(page.get_by_role("heading", level=1)).to_have_text("登记在案，现行有效")
