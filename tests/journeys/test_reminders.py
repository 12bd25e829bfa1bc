"""Who waits says so in words that name nobody; who is waited for hears of it if they want to."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import harness
from tests.certificates import cast
from tests.journeys.conftest import Aside, Look
from tests.journeys.desk import sign_in
from tests.journeys.site import Site, served
from tests.outbox.values import put
from zhengyin.outbox.actions import send_next
from zhengyin.outbox.models import Message
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of, start_of

pytestmark = pytest.mark.journey
TOLD = "有1件等您签批"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A demonstration of its own: the files of what was sent are looked at."""
    with served() as running:
        yield running


@pytest.fixture(scope="module")
def waiting() -> list[object]:
    """One paper waits in 李家湾村 for all journeys here."""
    return []


@pytest.fixture(autouse=True)
def verified(waiting: list[object], aside: Aside[object]) -> None:
    if not waiting:
        waiting.append(aside(cast.verified))


def outbox(site: Site) -> str:
    """What the timer does, not waiting for a working day."""
    command = [sys.executable, "-m", "zhengyin.cli", "outbox", "--early"]
    done = subprocess.run(
        command, env=dict(site.environment), cwd=harness.CHECKOUT, capture_output=True, text=True, check=True
    )
    return done.stdout


def sent(site: Site, way: str) -> str:
    file = Path(site.environment["ZHENGYIN_SERVED"]) / f"{way}-demonstration.txt"
    return file.read_text() if file.exists() else ""


def test_the_director_turns_on_reminders_and_gets_one(
    page: Page, site: Site, look: Look, width: int, aside: Aside[object]
) -> None:
    """By text message at the desk; on the telephone by e-mail, whose address is confirmed first."""
    sign_in(page, site, "hn.ljw.director")
    page.goto("/account/")
    page.get_by_role("link", name="设置提醒").click()
    expect(page.get_by_label("不用提醒")).to_be_checked()
    look(page, "reminders-none")
    way = "sms" if width == 1440 else "email"
    if way == "sms":
        page.get_by_label("短信，发到尾号").check()
        page.get_by_role("button", name="就这样").click()
    else:
        page.get_by_label("邮箱").fill("li.guodong@example.cn")
        page.get_by_role("button", name="发验证码").click()
        expect(page.get_by_text("l***@example.cn")).to_be_visible()
        look(page, "reminders-code")
        page.get_by_label("邮件里的验证码").fill(sent(site, "email").partition("验证码")[2][:6])
        page.get_by_role("button", name="确认，用这个邮箱提醒我").click()
    expect(page.get_by_text("提醒开着")).to_be_visible()
    look(page, f"reminders-{way}")
    aside(forget)
    assert "排好1条提醒，发了1次" in outbox(site)
    assert outbox(site) == "", "once a day"
    said = sent(site, way)
    assert said.count(TOLD) == 1 and f"请打开 {site.url}/desk 办理" in said
    assert "马桂花" not in said and "居住证明" not in said
    page.goto("/account/reminders/")
    page.get_by_label("不用提醒").check()
    page.get_by_role("button", name="就这样").click()
    expect(page.get_by_text("提醒开着")).to_have_count(0)


def forget() -> None:
    """The other width had its message today; what was sent is past and may go."""
    Message.objects.all().delete()


def test_the_handler_copies_a_text(page: Page, site: Site, look: Look) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sign_in(page, site, "hn.ljw.clerk")
    summary = page.get_by_text("复制提醒文字，发给主任（签批人）")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="复制", exact=True)).to_be_focused()
    look(page, "reminders-copy")
    page.keyboard.press("Enter")
    expect(page.get_by_text("已经复制，到微信里")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("（示例）平头川镇李家湾村：有1件等您签批") and f"{site.url}/desk" in copied
    look(page, "reminders-copied")


def test_without_the_clipboard_the_text_is_marked(page: Page, site: Site) -> None:
    """Over http from another machine an old browser has no clipboard for pages."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    sign_in(page, site, "hn.ljw.clerk")
    page.get_by_text("复制提醒文字，发给主任（签批人）").click()
    page.get_by_role("button", name="复制", exact=True).click()
    expect(page.get_by_text("已经复制，到微信里")).to_be_visible()
    assert page.evaluate("document.getElementById('remind-director').selectionEnd") > 20


def test_without_a_script_it_is_there_to_be_marked_by_hand(browser: Browser, site: Site, width: int) -> None:
    context = browser.new_context(
        base_url=site.url, viewport={"width": width, "height": 900}, java_script_enabled=False
    )
    page = context.new_page()
    sign_in(page, site, "hn.ljw.clerk")
    page.get_by_text("复制提醒文字，发给主任（签批人）").click()
    expect(page.get_by_label("给主任（签批人）的提醒文字")).to_have_value(
        f"（示例）平头川镇李家湾村：有1件等您签批。请打开 {site.url}/desk 办理。"
    )
    expect(page.get_by_role("button", name="复制", exact=True)).to_have_count(0)
    context.close()


def test_the_administrator_looks_after_the_outbox(
    page: Page, site: Site, look: Look, aside: Aside[object]
) -> None:
    aside(fail)
    sign_in(page, site, "hn.system")
    page.get_by_role("link", name="发件箱").click()
    expect(page.get_by_text("138****0001")).to_be_visible()
    look(page, "outbox-failed")
    page.get_by_role("button", name="再发一次").click()
    expect(page.locator("tbody").get_by_text("等着发")).to_be_visible()
    look(page, "outbox-again")
    outbox(site)
    page.reload()
    expect(page.get_by_text("没有等着发的")).to_be_visible()


def fail() -> None:
    """One message nobody could send."""
    at = now()
    put(f"failing {uuid4()}", to="13800000001", to_masked="138****0001", at=at,
        until=start_of(day_of(at) + timedelta(days=1)))  # fmt: skip
    send_next(senders={}, at=at)
