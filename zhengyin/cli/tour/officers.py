"""The officers' part: each logs in once, at the own desk, and does there what the page offers."""

from datetime import date, datetime, timedelta, timezone

from zhengyin.cli.tour.browser import Browser
from zhengyin.cli.tour.cast import COPIES, TIE, UNIT, Account, Resident
from zhengyin.cli.tour.codes import Authenticator
from zhengyin.cli.tour.page import Value
from zhengyin.cli.tour.resident import ITEM, WANTED
from zhengyin.cli.tour.words import NotThere, text_of

HOW = {"怎么核实的": "看证件原件", "看了哪一本、哪一页，问了谁": "身份证原件"}
NOT_KIN = {"申请人是您的近亲属吗？": "不是"}
WHO_ASKS: dict[str, Value] = {
    "要证明的是哪一类单位": "用人单位", "单位叫什么": UNIT, "和本村（社区）是什么关系": TIE,
}  # fmt: skip
CHINA = timezone(timedelta(hours=8))


def on_paper(resident: Resident) -> dict[str, Value]:
    """The fields of a residence certificate."""
    return {
        "被证明人姓名": resident.name, "性别": resident.sex, "被证明人公民身份号码": resident.identity,
        "现在住哪里": resident.home, "房子是": "自有住房", "从什么时候起住": "2010-03-01",
        "用途": "办理租房合同", "要几份": COPIES, "申请人手机": resident.phone,
    }  # fmt: skip


class Officer:
    """One officer with a browser and a phone for the codes."""

    def __init__(self, start: str, account: Account, began: float) -> None:
        self.account = account
        self.browser = Browser(start)
        self.phone = Authenticator(account.totp_secret, began)

    def log_in(self) -> None:
        """Password, then the code."""
        self.browser.open("desk")
        self.browser.fill({"登录名": self.account.username, "密码": self.account.password})
        self.browser.press("下一步")
        self.browser.fill({"验证码": self.phone.next_code()})
        self.browser.press("登录")
        self.browser.page.says(self.account.name)


class Handler(Officer):
    """经办人."""

    def register(self, resident: Resident) -> str:
        """Take an application at the counter; return the tracking code for the resident."""
        self.browser.click("新申请")
        self.browser.fill({"要开什么证明": WANTED})
        self.browser.press("找")
        self.browser.click(ITEM)
        self.browser.fill(WHO_ASKS)
        self.browser.press("看能不能开")
        self.browser.fill(on_paper(resident))
        self.browser.press("登记申请")
        self.browser.page.says("登记好了")
        return text_of(self.browser.page.find(".same b"))

    def open_case(self, resident: Resident) -> None:
        """Find the resident's case among the work to do."""
        self.browser.click("待办")
        self.browser.click(resident.name)
        self.browser.page.says(resident.name)

    def accept(self) -> None:
        """Look at the identity card, note the tie to the village, take the case in."""
        self.browser.fill({"怎样核对的身份": "看证件", "和本村（社区）的关系": TIE})
        self.browser.press("收下")
        self.browser.press("开始核实")

    def verify(self) -> None:
        """Every sentence of the paper: how, where it was looked up, with what result."""
        self.browser.page.says("还不能送签批")
        facts = [text_of(one).split()[0] for one in self.browser.page.soup.select("#checks .check > legend")]
        for fact in facts:
            self.browser.fill({**HOW, "结果": "属实"}, under=fact)
        if not facts:
            raise NotThere("没有要核实的")
        self.browser.press("记下核实")
        self.browser.press("送签批")

    def deliver(self, resident: Resident, slip: bytes) -> None:
        """Hand the paper over against the photographed slip."""
        self.browser.fill({"怎样交的": "申请人自己来领", "谁收的（姓名）": resident.name})
        self.browser.fill({"签好的签收单": ("slip.jpg", slip, "image/jpeg")})
        self.browser.press("记交付")
        self.browser.page.says("已交付")

    def address_of(self, number: str) -> str:
        """Where the register leads for a number."""
        self.browser.click("登记簿")
        return str(self.browser.page.find(f"a[title='{number}']")["href"])

    def begin_correction(self, number: str, home: str) -> None:
        """From the register to the paper that is wrong: everything stands there, only the home is changed."""
        self.browser.open(self.address_of(number))
        self.browser.click("写错了，要更正")
        self.browser.fill({"哪里错了": "住址写错了", "现在住哪里": home})
        self.browser.press("登记更正")
        self.browser.page.says("登记好了", number, home)

    def register_line(self, number: str) -> dict[str, str]:
        """The paper's line in the register, by column."""
        self.browser.click("登记簿")
        soup = self.browser.page.soup
        columns = [text_of(one) for one in soup.select("table.book th")]
        for row in soup.select("table.book tbody tr"):
            if row.find(True, attrs={"title": number}):
                return dict(zip(columns, (text_of(cell) for cell in row.select("td")), strict=True))
        raise NotThere(f"登记簿上没有{number}")


class Director(Officer):
    """签批人."""

    def approve(self, resident: Resident, changed: str = "") -> None:
        """Look at the paper and at what was changed, answer the one question, agree."""
        self.browser.click("等您定的")
        self.browser.click(resident.name)
        self.browser.page.says(resident.name, "未用印", changed)
        self.browser.fill({**NOT_KIN})
        self.browser.press("同意出具")
        self.browser.page.says("已签批")

    def void(self, case: str) -> None:
        """All sheets of a paper are back."""
        self.browser.open(case)
        self.browser.click("作废这份证明")
        self.browser.fill({"纸收回来了吗": "都收回来了", "收回来几份": COPIES, "为什么作废": "申请人不要了"})
        self.browser.press("作废")
        self.browser.page.says("已作废", "申请人不要了")


class Custodian(Officer):
    """印章保管人."""

    def print_pad(self) -> bytes:
        """Two slips for the drawer."""
        self.browser.click("应急单")
        self.browser.fill({"印几张": "2"})
        self.browser.press("编号，印一本")
        return self.browser.fetch("打印这一本")

    def enter_late(self, resident: Resident, slip: bytes, approver: str, handler: str) -> str:
        """The power is back: type what stands on the written slip, with its photograph; the number."""
        self.browser.click("应急单")
        self.browser.click("补登或作废")
        self.browser.fill({"什么时候盖的章": f"{datetime.now(CHINA):%Y-%m-%dT%H:%M}"})
        self.browser.press("接着登记")
        self.browser.fill({"单子上开的是什么证明": WANTED})
        self.browser.press("找")
        self.browser.click(ITEM)
        self.browser.fill(WHO_ASKS)
        self.browser.press("看能不能开")
        self.browser.fill({**on_paper(resident), "一共盖了几枚章": COPIES})
        self.browser.fill({
            "为什么应急": "停电", "谁签批的": approver, "谁经办的": handler, "谁盖的章": self.account.name,
            "签批人、盖章人里有申请人的近亲属吗": "没有", "核实方式": ["看证件原件", "查台账"],
            "应急用印单的照片": ("slip.jpg", slip, "image/jpeg"), "验证码": self.phone.next_code(),
        })  # fmt: skip
        self.browser.press("补登，取编号")
        self.browser.page.says("已经补登")
        return text_of(self.browser.page.find(".slip h2"))

    def seal(self, resident: Resident) -> tuple[str, bytes, bytes]:
        """Prove who it is, seal; return the number, the paper and the slip to be signed."""
        self.browser.click("盖章")
        self.browser.click(resident.name)
        self.browser.fill({"一共盖几枚章": COPIES, **NOT_KIN, "验证码": self.phone.next_code()})
        self.browser.press("确认是我")
        self.browser.page.says("两分钟内有效")
        self.browser.press("登记并盖章")
        self.browser.page.says("登记好了，可以盖章", f"{date.today().year}")  # noqa: DTZ011
        number = self.browser.page.heading
        return number, self.browser.print_out(f"打印{COPIES}份"), self.browser.fetch("打印签收单")
