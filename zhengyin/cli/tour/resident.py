"""The resident's part, on the village's public pages: the question, and where it stands."""

from zhengyin.cli.tour.browser import Browser
from zhengyin.cli.tour.cast import Place
from zhengyin.cli.tour.words import NotThere, text_of

ASK = "证明的名字，或者要办的事"
WANTED, ITEM, TITLE = "居住证明", "居（租）住证明", "居住证明"
PROHIBITED = "无犯罪记录证明"


def find_village(browser: Browser, place: Place) -> None:
    """County, township, village, one large button after the other."""
    browser.open()
    for name in (place.county, place.township, place.village):
        browser.click(name)
    browser.page.says("您要开什么证明？")


def ask_for_the_possible(browser: Browser) -> None:
    """Yes, with the guide and its seven headings."""
    ask(browser, WANTED)
    browser.click(ITEM)
    browser.page.says("村里可以开。", "办事指南", "七、", "不收钱")


def ask_for_the_prohibited(browser: Browser) -> None:
    """No, with the reason, the way to go instead and a telephone."""
    ask(browser, PROHIBITED)
    browser.click(PROHIBITED)
    browser.page.says("这个证明村里不用开。", "您可以这样办", "民发〔2020〕20号", "打印答复单")
    ways = [text_of(way) for way in browser.page.soup.select(".ways li")]
    phones = [text_of(phone) for phone in browser.page.soup.select("main a.tel")]
    if not ways or not phones:
        raise NotThere("答复里没有写去哪里办，或者没有电话")
    if not browser.fetch("打印答复单").startswith(b"%PDF-"):
        raise NotThere("答复单打不开")


def ask(browser: Browser, words: str) -> None:
    """Type it into the village's one box."""
    browser.fill({ASK: words})
    browser.press("问一问")
