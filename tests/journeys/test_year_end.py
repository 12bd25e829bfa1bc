"""年终归档: counted, signed, closed by three people; its package checked by a process without a database."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from django.db import transaction
from playwright.sync_api import Page, expect

from tests.documents.reading import text_of, without_spaces
from tests.harness import CHECKOUT
from tests.journeys.conftest import Aside, Look
from tests.journeys.desk import sit_down
from tests.journeys.site import Site, served
from zhengyin.regions.names import organization_id
from zhengyin.registers.actions import hold
from zhengyin.shared.days import SHANGHAI
from zhengyin.shared.refusal import Refused

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("width", [1440])]
COMMUNITIES = {
    "huining": ("hn.hsm", "hn.hs.officer", "620422100003", "会师门社区"),
    "ordos": ("od.sh", "od.al.officer", "150623100005", "赛罕社区"),
}
CHECK = (sys.executable, "-m", "zhengyin.cli", "archive", "check")


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """With the hour's signatures under every book, as the start leaves them."""
    with served() as running:
        hourly = [sys.executable, "-m", "zhengyin.cli", "hourly"]
        subprocess.run(hourly, cwd=CHECKOUT, check=True, capture_output=True, env=dict(running.environment))
        yield running


def last() -> int:
    return datetime.now(tz=SHANGHAI).year - 1


def open_year(page: Page, site: Site, who: str) -> None:
    """The newest year that is over, from the tab."""
    sit_down(page, site, who)
    page.get_by_role("link", name="年终归档", exact=True).press("Enter")
    page.get_by_role("link", name=re.compile("年：看一看")).first.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("年登记簿归档"))


def checked(path: Path, *more: str) -> "subprocess.CompletedProcess[str]":
    """As it is typed, in a process with nothing of the product's in its environment."""
    bare = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    command = [*CHECK, str(path), *more]
    return subprocess.run(command, cwd=CHECKOUT, env=bare, text=True, capture_output=True, check=False)


def taken(page: Page, path: Path) -> str:
    """取走归档包; returns the digest that stands on the page."""
    digest = page.get_by_text(re.compile("^[0-9a-f]{64}$")).first.inner_text()
    with page.expect_download() as file:
        page.get_by_role("button", name="取走归档包").press("Enter")
    file.value.save_as(path)
    assert file.value.suggested_filename.endswith("年登记簿归档包.zip")
    return digest


def takes_no_line(code: str) -> None:
    """Every book of the closed year, one that has no lines included."""
    for book in ("work", "certificates", "seals"):
        with pytest.raises(Refused, match="year_closed"), transaction.atomic():
            hold(owner=organization_id(f"committee:{code}"), book=book, year=last())


@pytest.mark.clause("H3.2.3e", "O2.3a")
def test_a_year_is_closed_by_three_and_its_package_is_whole(
    page: Page, site: Site, looks: Look, pack: str, tmp_path: Path, aside: Aside  # type: ignore[type-arg]
) -> None:  # fmt: skip
    prefix, township, code, name = COMMUNITIES[pack]
    sit_down(page, site, f"{prefix}.custodian")
    page.get_by_role("link", name="年终归档", exact=True).click()
    looks(page, f"year-{pack}-list")
    open_year(page, site, f"{prefix}.custodian")
    looks(page, f"year-{pack}-count")
    page.get_by_label("盒号").fill("1")
    page.get_by_label("盒号").press("Enter")
    expect(page.get_by_text("由监督委员会的人核对签名")).to_be_visible()
    looks(page, f"year-{pack}-counted")

    open_year(page, site, f"{prefix}.director")  # not before the supervision committee signed
    expect(page.get_by_role("button", name=f"归档{last()}年")).to_have_count(0)
    open_year(page, site, f"{prefix}.supervisor")
    page.get_by_text("对不上，退回重新清点").press("Enter")
    page.get_by_role("button", name="退回", exact=True).press("Enter")  # without a reason
    expect(page.get_by_text("为什么退回还没有填").first).to_be_visible()
    looks(page, f"year-{pack}-no-reason")
    page.get_by_label("为什么退回").fill("盒号写错了（示例）")
    page.get_by_role("button", name="退回", exact=True).press("Enter")
    open_year(page, site, f"{prefix}.custodian")
    looks(page, f"year-{pack}-returned")
    page.get_by_label("盒号").fill("2")
    page.get_by_label("盒号").press("Enter")
    open_year(page, site, f"{prefix}.supervisor")
    looks(page, f"year-{pack}-signing")
    page.get_by_role("button", name="核对无误，签名").press("Enter")
    expect(page.get_by_text("由主任归档")).to_be_visible()
    open_year(page, site, f"{prefix}.director")
    looks(page, f"year-{pack}-closing")
    page.get_by_role("button", name=f"归档{last()}年").press("Enter")
    expect(page.get_by_text("由印章保管人做成归档包")).to_be_visible()

    open_year(page, site, f"{prefix}.custodian")
    looks(page, f"year-{pack}-packing")
    page.get_by_role("button", name="做成归档包").press("Enter")
    expect(page.get_by_role("button", name="取走归档包")).to_be_visible()
    looks(page, f"year-{pack}-packed")
    whole = tmp_path / "package.zip"
    digest = taken(page, whole)
    done = checked(whole, "--digest", digest)
    assert done.returncode == 0 and "归档包完整，没有改过" in done.stdout, done.stdout + done.stderr
    bytes_of = bytearray(whole.read_bytes())
    bytes_of[len(bytes_of) // 2] ^= 1
    whole.write_bytes(bytes_of)
    assert checked(whole).returncode == 1
    label = page.get_by_role("link", name="打印盒签").get_attribute("href")
    assert label and digest in without_spaces(text_of(page.request.get(label).body()))
    aside(lambda: takes_no_line(code))

    sit_down(page, site, township)
    page.get_by_role("link", name="归档", exact=True).click()
    looks(page, f"year-{pack}-township")
    page.get_by_role("link", name=f"{name}：接收").press("Enter")
    page.get_by_label("回执编号").fill("镇收〔2027〕3号（示例）")
    page.get_by_role("button", name="接收", exact=True).press("Enter")  # nobody compared the digest
    expect(page.get_by_role("alert").first).to_be_visible()
    looks(page, f"year-{pack}-receive")
    page.get_by_label("已经核对过归档包").press("Space")
    page.get_by_role("button", name="接收", exact=True).press("Enter")
    expect(page.get_by_text("镇收〔2027〕3号（示例）").first).to_be_visible()
    open_year(page, site, f"{prefix}.director")
    expect(page.get_by_text("都办完了。归档包和登记簿照样能查。")).to_be_visible()
    looks(page, f"year-{pack}-received")
