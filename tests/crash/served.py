"""Custodians seal through the pages of the served product while it and its database are killed.

Who gets no answer sends the same form again, as a person would: the grant is the key, so the
paper is sealed once, and the receipt names the number and the bytes that the register has.
"""

import hashlib
import json
import os
import subprocess
import time
from collections.abc import Callable
from random import Random
from typing import TypeVar
from uuid import UUID

from tests.crash.sealing import VILLAGES, Sealing
from tests.journeys.site import free_port
from zhengyin.cli.installation import Installation
from zhengyin.cli.places import SERVED_USER, is_root
from zhengyin.cli.tour.browser import Browser
from zhengyin.cli.tour.page import Page
from zhengyin.cli.tour.words import NotThere
from zhengyin.cli.up import serve

# Free for each run, so that two can stand side by side; the writers inherit what their harness took.
PORT = int(os.environ.setdefault("CRASH_PORT", str(free_port())))
START = f"http://127.0.0.1:{PORT}"
PIN = "730519"
PATIENCE = 60  # seconds without an answer

T = TypeVar("T")


class Served(Sealing):
    """Sealing over HTTP. Run as tests.crash.served:Served."""

    def prepare(self, here: Installation) -> None:
        """Give the custodians a PIN on their computer: a code of the app is good once in 30 seconds."""
        super().prepare(here)
        self.computers = {village: self._computer(village) for village in VILLAGES}
        self.browsers: dict[str, Browser] = {}  # of one writer

    def serve(self, here: Installation) -> "subprocess.Popen[bytes]":
        """As `make run` does; what the harness has written there belongs to the served process."""
        if is_root():
            subprocess.run(["chown", "-R", SERVED_USER, str(here.where.served)], check=True)
        return serve(here, PORT, workers=2)

    def act(self, random: Random) -> str:
        """Seal any paper of the list; another custodian's window may be quicker."""
        village = random.choice(VILLAGES)
        if village not in self.browsers:
            self.browsers[village] = insist(lambda: self._logged_in(village))
        browser, said = self.browsers[village], dict[str, str]()
        while not said:
            insist(lambda: browser.open(f"d/{self._place(village)}/sealing"), browser)
            waiting = [str(link["href"]) for link in browser.page.soup.select("main a[href*='/sealing/']")]
            paper = random.choice(waiting)
            insist(lambda at=paper: browser.open(at), browser)  # type: ignore[misc]
            said = self._sealed(browser)
        return json.dumps(said)

    def _sealed(self, browser: Browser) -> dict[str, str]:
        """The receipt of the paper on the screen; empty where another window sealed it."""
        if not browser.page.soup.select("button") or "确认是我" not in browser.page.words:
            return {}
        browser.fill({"一共盖几枚章": "1", "申请人是您的近亲属吗？": "不是", "验证码": PIN})
        if answered(browser, "确认是我").status != 200:
            return {}
        case = browser.page.address.split("/sealing/")[1].split("/")[0]
        if answered(browser, "登记并盖章").status != 200:
            return {}
        paper = insist(lambda: browser.print_out("打印1份"))
        return {
            "case": str(UUID(case)),
            "number": browser.page.heading,
            "sha256": hashlib.sha256(paper).hexdigest(),
        }

    def _computer(self, village: str) -> str:
        """Register a computer with the custodian's PIN; return its cookie."""
        from django.core.signing import get_cookie_signer

        from tests.certificates import cast
        from zhengyin.people.actions import give_pin
        from zhengyin.people.models import Account
        from zhengyin.registers.queries import now
        from zhengyin.web.account import devices

        account = Account.objects.get(username=cast.keeper(village))
        token = give_pin(
            account=account, device_token="", organization_id=cast.VILLAGES[village], name="便民大厅1号电脑",
            pin=PIN, actor=cast.officer(account.username), at=now(),
        )  # fmt: skip
        return get_cookie_signer(salt=devices.COOKIE + devices.SALT).sign(token)

    def _logged_in(self, village: str) -> Browser:
        from tests.certificates import cast

        account, browser = self.accounts[cast.keeper(village)], Browser(START)
        browser.client.cookies.set("device", self.computers[village])
        browser.open("desk")
        browser.fill({"登录名": account["username"], "密码": account["password"]})
        browser.press("下一步")
        browser.fill({"验证码": PIN})
        browser.press("登录")
        return browser

    def _place(self, village: str) -> UUID:
        from tests.certificates import cast

        return cast.VILLAGES[village]


def answered(browser: Browser, button: str) -> Page:
    """Press until the product answers; 409 and 422 are answers."""

    def press() -> Page:
        page = browser.press(button, unfit=True)
        if page.status >= 500:
            raise NotThere(page.heading)
        return page

    return insist(press, browser)


def insist(act: Callable[[], T], browser: Browser | None = None) -> T:
    """Do it again, from the same page, until it is answered: the product may just be dead."""
    until, page = time.monotonic() + PATIENCE, browser.page if browser else None
    while True:
        try:
            return act()
        except NotThere:
            if time.monotonic() > until:
                raise
            if browser and page:
                browser.page = page
            time.sleep(0.05)
