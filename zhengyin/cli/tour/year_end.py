"""年终归档: counted, signed, closed by three people; the package is checked away from the product."""

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from zhengyin.cli.tour import clock
from zhengyin.cli.tour.browser import Browser
from zhengyin.cli.tour.words import NotThere

if TYPE_CHECKING:
    from zhengyin.cli.tour.life import Life

CHECK = (sys.executable, "-m", "zhengyin.cli", "archive", "check")
SECONDS = 60
GOES_ON = "接着做"
DONE = "归档包已做好"  # an earlier tour's, or somebody's by hand: a year is closed once


def steps(life: "Life") -> list[tuple[str, Callable[[], None]]]:
    """The year that is over."""
    return [
        ("监督委员会的人登录", life.supervisor.log_in),
        ("去年的登记簿：保管人清点，监督委员会核对签名，主任归档，做成归档包", partial(close, life)),
        ("保管人取走归档包，不联网核对：完整", partial(check, life)),
        ("归档包改一个字节，核对不过", partial(check_changed, life)),
    ]


def close(life: "Life") -> None:
    """Each of the three does one thing; whoever comes to a closed year finds nothing to do."""
    if DONE in opened(life.custodian.browser).page.words:
        return
    acts = (
        (life.custodian, "清点登记簿", "已清点"), (life.supervisor, "核对无误，签名", "已签名"),
        (life.director, f"归档{last_year()}年", "已归档"),
    )  # fmt: skip
    for officer, button, said in acts:
        opened(officer.browser).press(button)
        officer.browser.page.says(said)
    page = opened(life.custodian.browser).press("做成归档包")
    while GOES_ON in page.words:  # some books at a time
        page = life.custodian.browser.press(GOES_ON)
    page.says(DONE)


def last_year() -> int:
    """In China."""
    return datetime.now(clock.CHINA).year - 1


def opened(browser: Browser) -> Browser:
    """Last year's page, the newest of the list."""
    browser.click("年终归档")
    browser.click("看一看")
    browser.page.says(f"{last_year()}年登记簿归档")
    return browser


def package(life: "Life") -> Path:
    """Where the package is kept."""
    return life.where.out / life.place.pack / f"{life.place.village}社区{last_year()}年归档包.zip"


def check(life: "Life") -> None:
    """In a process of its own that knows no database."""
    path = package(life)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(opened(life.custodian.browser).print_out("取走归档包"))
    done = run_check(path)
    if done.returncode:
        raise NotThere(f"归档包核对不过：{done.stdout}{done.stderr}")


def check_changed(life: "Life") -> None:
    """One byte in the middle."""
    whole = bytearray(package(life).read_bytes())
    whole[len(whole) // 2] ^= 1
    changed = package(life).with_name("改过的.zip")
    changed.write_bytes(whole)
    if not run_check(changed).returncode:
        raise NotThere("归档包改了一个字节，核对还说完整")


def run_check(path: Path) -> "subprocess.CompletedProcess[str]":
    """`zhengyin archive check`, as it is typed."""
    return subprocess.run([*CHECK, str(path)], text=True, capture_output=True, check=False, timeout=SECONDS)
