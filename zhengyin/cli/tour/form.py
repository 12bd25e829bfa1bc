"""来表盖章: the other side's form, drawn here and photographed on a table; stamped like any other paper."""

import io
from collections.abc import Callable
from functools import partial

from PIL import Image, ImageDraw

from zhengyin.cli.tour import paper as sheets
from zhengyin.cli.tour import stranger
from zhengyin.cli.tour.browser import Browser
from zhengyin.cli.tour.cast import COPIES, TIE, UNIT, Resident
from zhengyin.cli.tour.officers import NOT_KIN, Custodian, Director, Handler
from zhengyin.cli.tour.page import Photo
from zhengyin.cli.tour.record import Paper
from zhengyin.cli.tour.resident import ITEM, WANTED

TITLE = "住房租赁备案申请表（示例）"
ONLY = ["是谁", "住在哪里"]  # what on the form the village vouches for
TABLE = (92, 68, 48)


def photographed(name: str, lines: int) -> Photo:
    """A page with a frame, rules and something like writing, lying askew on a dark table."""
    page = Image.new("RGB", (1000, 1414), "white")
    draw = ImageDraw.Draw(page)
    draw.rectangle((90, 150, 910, 1300), outline="black", width=4)
    for line in range(lines):
        top = 190 + line * 70
        draw.line((90, top + 50, 910, top + 50), fill="black", width=2)
        for word in range(14):
            left = 120 + word * 54
            draw.line((left, top + 8, left + 30, top + 34), fill=(30, 30, 80), width=4)
            draw.line((left + 30, top + 8, left, top + 30 + word % 5), fill=(30, 30, 80), width=4)
    table = Image.new("RGB", (1400, 1800), TABLE)
    turned = page.rotate(2.5, expand=True, fillcolor=TABLE, resample=Image.Resampling.BICUBIC)
    table.paste(turned, (170, 160))
    out = io.BytesIO()
    table.save(out, "JPEG", quality=85)
    return f"{name}.jpg", out.getvalue(), "image/jpeg"


class Stamping:
    """One form over the desks of one place; `steps` in their order, each with its words."""

    def __init__(
        self, resident: Resident, handler: Handler, director: Director, custodian: Custodian
    ) -> None:
        self.resident, self.outside = resident, Browser(handler.browser.start)
        self.handler, self.director, self.custodian = handler, director, custodian
        self.paper = Paper()
        self.steps: list[tuple[str, Callable[[], None]]] = [
            ("经办人登记来表：对方给了表，要在表上盖章", self.register),
            ("经办人拍下表的正面、背面，自动拉正", self.photograph),
            ("经办人核实表上要证明的几项，送签批", self.verify),
            ("主任看着照片签批来表", partial(director.approve, resident)),
            ("等保管人盖来表的验证码", custodian.phone.wait),
            ("保管人回答表都填了，盖来表，打附条", self.seal),
            ("扫附条上的方码：来表盖章，登记在案", self.scan),
        ]

    def register(self) -> None:
        """At the counter: the same questions, and which form it is."""
        browser = self.handler.browser
        browser.click("新申请")
        browser.fill({"要开什么证明": WANTED})
        browser.press("找")
        browser.click(ITEM)
        browser.fill({"要证明的是哪一类单位": "用人单位", "单位叫什么": UNIT})
        browser.fill({"和本村（社区）是什么关系": TIE, "章盖在哪里": "对方给了表"})
        browser.press("看能不能开")
        browser.fill({"表的名称": TITLE, "表上哪几项要证明": ONLY})
        browser.fill({
            "被证明人姓名": self.resident.name, "性别": self.resident.sex,
            "被证明人公民身份号码": self.resident.identity, "现在住哪里": self.resident.home,
            "房子是": "自有住房", "用途": "办理租房备案", "要几份": COPIES, "申请人手机": self.resident.phone,
        })  # fmt: skip
        browser.press("登记申请")
        browser.page.says("登记好了", TITLE)

    def photograph(self) -> None:
        """The front from the phone's camera, the back as a file."""
        browser = self.handler.browser
        browser.fill(
            {"用手机拍": photographed("front", 15), "或者选照片": photographed("back", 5)}, "拍对方的表"
        )
        browser.press("存下照片")
        browser.page.says("拍了2页", "第2页，已拉正")

    def verify(self) -> None:
        """As with every other paper."""
        self.handler.accept()
        self.handler.verify()

    def seal(self) -> None:
        """Compare, answer, prove who it is, seal; then the slips and the record."""
        browser = self.custodian.browser
        browser.click("盖章")
        browser.click(self.resident.name)
        answers = {**NOT_KIN, "表上该填的都填了吗？": "都填了"}
        browser.fill({"一共盖几枚章": "4", **answers, "验证码": self.custodian.phone.next_code()})
        browser.press("确认是我")
        browser.press("登记并盖章")
        browser.page.says("登记好了，可以盖章", TITLE)
        self.paper.number = browser.page.heading
        self.paper.address = sheets.address_on_all(browser.print_out(f"打印附条{COPIES}条"))

    def scan(self) -> None:
        """Whoever receives the form is told that it is one, and which."""
        path = sheets.path_in(self.paper.address)
        self.paper.verification = stranger.scan(self.outside, path, self.paper.number)
        self.outside.page.says("来表盖章", TITLE)
