"""The officers' part: each logs in once, at the own desk, and does there what the page offers."""

from datetime import datetime, timedelta

from zhengyin.cli.tour import clock
from zhengyin.cli.tour.browser import Browser
from zhengyin.cli.tour.cast import COPIES, TIE, UNIT, Account, Resident
from zhengyin.cli.tour.codes import Authenticator
from zhengyin.cli.tour.page import Value
from zhengyin.cli.tour.resident import ITEM, PROHIBITED, SOFT, WANTED
from zhengyin.cli.tour.words import NotThere, text_of

HOW = {"怎么核实的": "看证件原件", "看了哪一本、哪一页，问了谁": "身份证原件"}
NOT_KIN = {"申请人是您的近亲属吗？": "不是"}
WHO_ASKS: dict[str, Value] = {
    "要证明的是哪一类单位": "用人单位", "单位叫什么": UNIT, "和本村（社区）是什么关系": TIE,
}  # fmt: skip


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

    def register(self, resident: Resident, proxy: Resident | None = None) -> str:
        """Take an application at the counter, from a proxy or in person; return the tracking code."""
        self.browser.click("新申请")
        self.browser.fill({"要开什么证明": WANTED})
        self.browser.press("找")
        self.browser.click(ITEM)
        self.browser.fill(WHO_ASKS)
        self.browser.press("看能不能开")
        self.browser.fill(on_paper(resident) | ({"代办人姓名": proxy.name} if proxy else {}))
        self.browser.press("登记申请")
        self.browser.page.says("登记好了")
        return text_of(self.browser.page.find(".same b"))

    def record_mandate(self, proxy: Resident) -> None:
        """Look at the proxy's identity card and the mandate, keep the original."""
        self.browser.page.says(f"代办人{proxy.name}还没有委托书")
        today = datetime.now(clock.CHINA).date()
        self.browser.fill({
            "代办人公民身份号码": proxy.identity, "是申请人的什么人": "侄子",
            "委托书的日期": today.isoformat(), "委托到哪天": (today + timedelta(days=30)).isoformat(),
            "委托书怎样留下": "原件留在村（社区）",
        })  # fmt: skip
        self.browser.press("记委托书")
        self.browser.page.says("申请人的侄子", "办申请、领取")

    def ask(self, item: str) -> None:
        """Ask for a prohibited item, for a private party."""
        self.browser.click("新申请")
        self.browser.fill({"要开什么证明": item})
        self.browser.press("找")
        self.browser.click(item)
        self.browser.fill({"要证明的是哪一类单位": "用人单位", "单位叫什么": UNIT})
        self.browser.fill({"和本村（社区）是什么关系": TIE})
        self.browser.press("看能不能开")

    def refuse_with_a_letter(self, resident: Resident) -> None:
        """What somebody was sent for is entered and refused; the unit is to hear why."""
        self.ask(PROHIBITED)
        self.browser.page.says("这个证明不用开。")
        self.browser.fill({"谁要开": resident.name})
        self.browser.press("登记并出告知单")
        self.browser.page.says("告知单：这样办就行", resident.name)
        self.browser.click("给单位发告知函")
        self.browser.press("送负责人签发")
        self.browser.page.says("要求出具的依据", "等负责人签发")

    def send_letter(self) -> None:
        """Print it for the director's hand, give it to whoever was sent for the paper."""
        self.browser.click("待办")
        self.browser.click(UNIT)
        if not self.browser.fetch("打印告知函").startswith(b"%PDF-"):
            raise NotThere("告知函打不开")
        self.browser.fill({"负责人已经在纸上签了名": True, "怎样送的": "由申请人带去"})
        self.browser.press("记送出")
        self.browser.page.says("已送出，等答复")

    def ask_for_the_soft(self) -> None:
        """Policies do not meet: what the village must know and can check."""
        self.ask(SOFT)
        self.browser.page.says("这个证明不用开。")

    def register_the_soft(self, resident: Resident) -> None:
        """Answer the procedure, then write what is known in free words."""
        self.ask_for_the_soft()
        self.browser.fill({
            "是不是政策措施还没有衔接好": "政策措施衔接不到位", "属不属于村（居）委会的职责范围": "是",
            "能不能核实": "能",
        })  # fmt: skip
        self.browser.press("看能不能开")
        self.browser.fill({"具体是什么情况": "档案在洪水里毁了，民政局查不到"})
        self.browser.press("看能不能开")
        if "涉不涉及公共利益" in self.browser.page.words:
            self.browser.fill({"涉不涉及公共利益": "不是"})
            self.browser.press("看能不能开")
        self.browser.page.says("特殊情形，可以据实开。", "两个人签批")
        self.browser.fill({
            "被证明人姓名": resident.name, "公民身份号码": resident.identity,
            "第一件事": f"{resident.name}1989年起和李德祥一起生活", "用途": "办理入职手续", "要几份": COPIES,
        })  # fmt: skip
        self.browser.press("登记申请")
        self.browser.page.says("登记好了")

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

    def deliver(self, taker: Resident, slip: bytes, how: str = "申请人自己来领") -> None:
        """Hand the paper over against the photographed slip."""
        self.browser.fill({"怎样交的": how, "谁收的（姓名）": taker.name})
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
        self._agree(resident, "同意出具", changed)
        self.browser.page.says("已签批")

    def agree_first(self, resident: Resident) -> None:
        """The same, of a paper that a second person approves too."""
        self._agree(resident, "同意出具")
        self.browser.page.says("待复签")

    def let_the_letter_go(self) -> None:
        """Read the letter, agree to it."""
        self.browser.click("等您定的")
        self.browser.click(UNIT)
        self.browser.page.says("要求出具的依据")
        self.browser.press("同意发函")
        self.browser.page.says("已签发，等送出")

    def _agree(self, resident: Resident, words: str, changed: str = "") -> None:
        self.browser.click("等您定的")
        self.browser.click(resident.name)
        self.browser.page.says(resident.name, "未用印", changed)
        self.browser.fill({**NOT_KIN})
        self.browser.press(words)

    def void(self, case: str) -> None:
        """All sheets of a paper are back."""
        self.browser.open(case)
        self.browser.click("作废这份证明")
        self.browser.fill({"纸收回来了吗": "都收回来了", "收回来几份": COPIES, "为什么作废": "申请人不要了"})
        self.browser.press("作废")
        self.browser.page.says("已作废", "申请人不要了")


class Second(Director):
    """复核签批人."""

    def countersign(self, resident: Resident) -> None:
        """Agree after the director."""
        self._agree(resident, "复核同意")
        self.browser.page.says("已签批")


class Custodian(Officer):
    """印章保管人."""

    @classmethod
    def in_place_of(cls, officer: Officer) -> "Custodian":
        """Somebody who is custodian too: the same person at the same browser, with the same phone."""
        custodian = cls.__new__(cls)
        custodian.account, custodian.browser, custodian.phone = (
            officer.account,
            officer.browser,
            officer.phone,
        )
        return custodian

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
        self.browser.fill({"什么时候盖的章": clock.moment()})
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
        self.browser.page.says("登记好了，可以盖章", clock.today()[:4])
        number = self.browser.page.heading
        return number, self.browser.print_out(f"打印{COPIES}份"), self.browser.fetch("打印签收单")
