"""Log in at a desk as one of the demonstration's people: `sign_in(page, site, "hn.ljw.clerk")`."""

import base64
import re
import time

from django_otp.oath import hotp
from playwright.sync_api import Page, StorageStateCookie, expect

from tests.journeys.site import Site

STEP = 30  # seconds a code stands
USED: dict[str, int] = {}  # the last step taken; all journeys of a process share the accounts
SESSIONS: dict[tuple[str, str], tuple[list[StorageStateCookie], str]] = {}  # cookies and first page


def next_code(secret: str) -> str:
    """The next code nobody has used: a phone's clock may be one step ahead. Waits where it must."""
    step = max(USED.get(secret, 0) + 1, int(time.time()) // STEP)
    while step > time.time() // STEP + 1:
        time.sleep(0.2)
    USED[secret] = step
    return f"{hotp(base64.b32decode(secret), step):06d}"


def sign_in(page: Page, site: Site, username: str) -> dict[str, str]:
    """Both steps; ends on the person's first page. Returns the account."""
    who = next(one for one in site.accounts if one["username"] == username)
    page.goto("/account/login/")
    page.get_by_label("登录名").fill(who["username"])
    page.get_by_label("密码").fill(who["password"])
    page.keyboard.press("Enter")
    page.get_by_label("验证码").fill(next_code(who["totp_secret"]))
    page.keyboard.press("Enter")
    expect(page.get_by_label("验证码")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("/account/login/"))
    return who


def sit_down(page: Page, site: Site, username: str) -> dict[str, str]:
    """At this person's desk; who has logged in once takes that session up again, without a code."""
    who = next(one for one in site.accounts if one["username"] == username)
    at = (site.database, username)
    page.goto("about:blank")  # an answer still under way would put the last person's cookie back
    page.context.clear_cookies()
    if at not in SESSIONS:
        sign_in(page, site, username)
        SESSIONS[at] = (page.context.storage_state()["cookies"], page.url)
        return who
    cookies, first_page = SESSIONS[at]
    page.context.add_cookies(cookies)  # type: ignore[arg-type]  # the same, as the browser gave them
    page.goto(first_page)
    return who


def printed(page: Page, words: str) -> bytes:
    """What the button with these words sends to the printer, in a window of its own."""
    form = page.get_by_role("button", name=words).locator("xpath=ancestor::form")
    action, token = form.get_attribute("action"), form.locator("[name=csrfmiddlewaretoken]").input_value()
    assert action is not None
    answer = page.request.post(action, form={"csrfmiddlewaretoken": token}, headers={"Referer": page.url})
    return answer.body()
