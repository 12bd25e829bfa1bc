"""A real browser, narrow and wide. A console error or an axe violation fails the journey.

`look(page, "name")` checks the page with axe, that nothing runs out of the window, and keeps a
picture in var/screenshots/. Journeys ask the product through its pages only.
"""

import os
import re
import shutil
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connections
from playwright.sync_api import Browser, Error, Page, expect, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from tests.conftest import connect_to
from tests.harness import CHECKOUT
from tests.journeys.site import Site, served

# Playwright's synchronous interface keeps an event loop in this thread; fixtures still ask the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
expect.set_options(timeout=20_000)  # ms; two cores may be busy with the other half of the tests
PICTURES = CHECKOUT / "var" / "screenshots"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
Look = Callable[[Page, str], None]
# A form came back to be put right, an act was refused: Chromium writes every such answer down.
SENT_BACK = ("status of 422", "status of 409")
T = TypeVar("T")
Aside = Callable[[Callable[[], T]], T]


def picture(page: Page, path: Path) -> None:
    """Keep a picture; on a busy machine chromium sometimes cannot take it the first time."""
    try:
        page.screenshot(path=path, full_page=True)
    except Error:
        page.screenshot(path=path, full_page=True)


@pytest.fixture(scope="package")
def site() -> Iterator[Site]:
    """The served demonstration; one for all journeys of a process."""
    with served() as running:
        yield running


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's chromium."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(params=[360, 1440])
def width(request: pytest.FixtureRequest) -> int:
    """A phone and a desktop, in CSS pixels."""
    chosen: int = request.param
    return chosen


@pytest.fixture(params=["huining", "ordos"])
def pack(request: pytest.FixtureRequest) -> str:
    """Both places: 会宁县 and 鄂托克前旗."""
    chosen: str = request.param
    return chosen


@pytest.fixture
def page(browser: Browser, site: Site, width: int) -> Iterator[Page]:
    """A fresh visitor; what the console complains about fails the journey."""
    context = browser.new_context(
        base_url=site.url, viewport={"width": width, "height": 900}, locale="zh-CN", reduced_motion="reduce"
    )
    context.set_default_timeout(20_000)
    opened, complaints = context.new_page(), list[str]()
    opened.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert [one for one in complaints if not any(words in one for words in SENT_BACK)] == []


def looked_at(page: Page, name: str, width: int) -> None:
    """A picture, nothing out of the window, axe content."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    picture(page, PICTURES / f"{name}-{width}.png")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, f"{name}: {wide} px wide in a window of {width}"
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.fixture
def look(width: int) -> Look:
    """Check the page as it stands and keep a picture of it."""
    return lambda page, name: looked_at(page, name, width)


@pytest.fixture
def looks() -> Look:
    """The same on a phone and at the desk, for a walk that is the same on both; ends at the desk."""

    def at(page: Page, name: str) -> None:
        for width in (360, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            looked_at(page, name, width)

    return at


@pytest.fixture
def pictures() -> Path:
    """Where pictures go."""
    return PICTURES


@pytest.fixture
def aside(site: Site, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Aside[T]:
    """Do something in the served database, in a thread of its own: the browser's loop runs in this one."""

    def within(act: Callable[[], T]) -> T:
        before = connections["default"].settings_dict["NAME"]
        connect_to(site.database)
        try:
            return act()
        finally:
            connect_to(before)

    def done(act: Callable[[], T]) -> T:
        with django_db_blocker.unblock(), ThreadPoolExecutor(1) as pool:
            return pool.submit(within, act).result()

    return done


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A journey walked in both places at both widths goes two of the four ways: each place, each width.

    Which of the two pairs, its name decides, so that every place is seen at every width by about half of
    the journeys (decision 0048). `ZHENGYIN_JOURNEYS=all` goes all four.
    """
    if os.environ.get("ZHENGYIN_JOURNEYS") == "all":
        return
    ways = defaultdict[str, set[tuple[int, str]]](set)
    for item in items:
        if way := way_of(item):
            ways[journey_of(item)].add(way)
    left = [
        item
        for item in items
        if (way := way_of(item)) and len(ways[journey_of(item)]) == 4 and not goes(journey_of(item), *way)
    ]
    if left:
        config.hook.pytest_deselected(items=left)
        gone = set(left)
        items[:] = [item for item in items if item not in gone]


def journey_of(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]


def way_of(item: pytest.Item) -> tuple[int, str] | None:
    """Width and place of a journey that has both."""
    if item.path.parent != Path(__file__).parent:
        return None
    width = re.search(r"\[.*?(360|1440)", item.nodeid)
    place = re.search(r"\[.*?(huining|ordos)", item.nodeid)
    return (int(width.group(1)), place.group(1)) if width and place else None


def goes(journey: str, width: int, place: str) -> bool:
    return (zlib.crc32(journey.encode()) + (place == "ordos") + (width == 360)) % 2 == 0
