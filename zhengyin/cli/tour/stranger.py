"""Whoever receives the paper: no account, a phone, ten seconds."""

from zhengyin.cli.tour.browser import Browser
from zhengyin.cli.tour.cast import Resident
from zhengyin.cli.tour.words import NotThere

IN_FORCE = "登记在案，现行有效"
UNKNOWN = "没有查到这份证明"
CHANGED = "这个文件和登记的不一样"
PENDING = "应急件尚未补登"
OTHER_TOKEN = "A" * 26  # nobody's


def scan(browser: Browser, path: str, number: str) -> str:
    """Open what the QR code says; return the outcome in the page's words."""
    browser.open(path)
    if browser.page.heading != IN_FORCE:
        raise NotThere(f"查验结果不是“{IN_FORCE}”，是“{browser.page.heading}”：{browser.page.complaint}")
    if browser.page.value_of("编号") != number:
        raise NotThere(f"查到的编号是{browser.page.value_of('编号')}，纸上是{number}")
    return browser.page.heading


def type_code(browser: Browser, path: str, code: str, number: str) -> None:
    """Without a camera: open the printed address, type the code as it stands there, with its spaces."""
    browser.open(path)
    browser.fill({"核对码": code.lower()})
    browser.press("查")
    browser.page.says(IN_FORCE, number)


def type_pending(browser: Browser, code: str) -> None:
    """A paper stamped in a power cut, before it is entered: that it is awaited, and nothing it says."""
    browser.open("v/")
    browser.fill({"核对码": code})
    browser.press("查")
    browser.page.says(PENDING, "应急用印单")


def compare(browser: Browser, resident: Resident) -> None:
    """Type the name and the last four digits as they stand on the paper; then wrong ones."""
    if resident.name in browser.page.words:
        raise NotThere("查验页面上有完整的姓名")
    type_in(browser, resident.name, resident.identity[-4:])
    browser.page.says("姓名和后4位都跟登记的一样")
    type_in(browser, resident.name, "000A")
    browser.page.says("不一致")


def type_in(browser: Browser, name: str, last_four: str) -> None:
    """Fill in and compare."""
    browser.fill({"纸上的姓名": name, "身份证号码最后4位": last_four})
    browser.press("比一比")


def upload(browser: Browser, pdf: bytes, number: str) -> None:
    """Hand in the PDF as it was received; then one with a byte more."""
    send(browser, pdf)
    browser.page.says(IN_FORCE, number, "一个字节也不差")
    send(browser, pdf + b"\n")
    browser.page.says(CHANGED)


def send(browser: Browser, pdf: bytes) -> None:
    """Choose the file and send it."""
    browser.open("v/")
    browser.click("把文件传上来查")
    browser.fill({"收到的PDF文件": ("paper.pdf", pdf, "application/pdf")})
    browser.press("查这个文件", unfit=True)


def scan_another(browser: Browser) -> None:
    """A code nobody issued is answered in the same calm words."""
    browser.open(f"v/{OTHER_TOKEN}", unfit=True)
    browser.page.says(UNKNOWN)
