"""The resident's part, on the village's public pages: the question, and where it stands."""

from zhengyin.cli.tour.browser import Browser
from zhengyin.cli.tour.cast import COPIES, TIE, UNIT, Place, Resident
from zhengyin.cli.tour.page import Value
from zhengyin.cli.tour.words import NotThere, text_of

ASK = "证明的名字，或者要办的事"
WANTED, ITEM = "居住证明", "居（租）住证明"
LOOK_OVER = "看一遍，对不对？"
PROHIBITED = "无犯罪记录证明"
SOFT = "婚姻状况证明"


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
    browser.page.says("一般可以开，先答", "办事指南", "七、", "不收钱")


def ask_for_the_prohibited(browser: Browser) -> None:
    """No, with the reason, the way to go instead and a telephone."""
    ask(browser, PROHIBITED)
    browser.click(PROHIBITED)
    browser.page.says("这个证明不用开。", "您可以这样办", "民发〔2020〕20号", "打印答复单")
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


def apply(browser: Browser, resident: Resident) -> str:
    """Answer what the yes hangs on, then 预约 on the telephone, one question a page; return the code."""
    browser.fill({"您和本村（社区）是什么关系": TIE})
    browser.press("接着看")
    browser.click("预约")
    answers = said_by(resident)
    while browser.page.heading != LOOK_OVER:
        if browser.page.heading not in answers:
            raise NotThere(f"没有想到会问“{browser.page.heading}”")
        browser.fill(answers.pop(browser.page.heading))
        browser.press("下一题")
    browser.page.says(resident.name, UNIT)
    browser.press("提交预约")
    browser.page.says("预约好了", "查询码")
    return browser.page.heading


def said_by(resident: Resident) -> dict[str, dict[str, Value]]:
    """What the resident answers, by the question at the head of the page."""
    return {
        "哪里要这张证明？": {"是哪一类单位": "上班的单位", "单位叫什么": UNIT},
        "拿去做什么用？": {"用途": "办理租房合同", "要几份": COPIES},
        "您是谁？": {
            "您的姓名": resident.name,
            "您的身份证号码": resident.identity,
            "您的电话": resident.phone,
        },
        "给谁开？": {"给谁开": "就是我本人"},
        "跟本村（社区）是什么关系？": {"要证明的人，户籍或者住处在哪里": TIE},
        "证明上要写的": {
            "性别": resident.sex,
            "现在住哪里": resident.home,
            "房子是": "自有住房",
            "从什么时候起住": "2010-03-01",
        },
        "谁来村（居）委会办？": {"谁来": "我自己来"},
    }


def track(browser: Browser, code: str, resident: Resident) -> None:
    """Type the code and the end of the telephone's number."""
    browser.click("查进度")
    browser.fill({"查询码": code, "电话最后4位": resident.tail})
    browser.press("查")
