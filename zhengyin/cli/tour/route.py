"""The way through one place, in its order: from the question to the paper a stranger checked."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from zhengyin.cli.tour import paper as sheets
from zhengyin.cli.tour import resident as village
from zhengyin.cli.tour import stranger
from zhengyin.cli.tour.afterwards import afterwards
from zhengyin.cli.tour.browser import Browser
from zhengyin.cli.tour.cast import Account, Place, Resident, account_name, somebody
from zhengyin.cli.tour.form import Stamping
from zhengyin.cli.tour.officers import Custodian, Director, Handler, Second
from zhengyin.cli.tour.record import Paper, Record, Stopped
from zhengyin.cli.tour.words import NotThere

Act = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Where:
    """The server, the accounts, where papers are kept, and when the tour began (Unix time)."""

    url: str
    accounts: dict[str, Account]
    out: Path
    began: float


@dataclass(slots=True)
class Case:
    """One resident's matter on its way."""

    resident: Resident
    tracking_code: str = ""
    pdf: bytes = b""
    slip: bytes = b""


class Route:
    """One place with its people; each method is a step, named in `walk`."""

    def __init__(self, place: Place, where: Where, record: Record) -> None:
        self.place, self.where, self.record = place, where, record
        self.at_home, self.outside = Browser(where.url), Browser(where.url)
        self.handler = Handler(where.url, self.account("clerk"), where.began)
        self.director = Director(where.url, self.account("director"), where.began)
        self.custodian = Custodian(where.url, self.account("custodian"), where.began)
        self.second = Second(where.url, self.account("deputy"), where.began)
        self.online, self.counter, self.soft = (Case(somebody(place)) for _ in range(3))
        self.proxy, self.sent_away = somebody(place), somebody(place)
        self.corrected = Case(self.online.resident)
        self.form = Stamping(somebody(place), self.handler, self.director, self.custodian)
        self.soft_paper = Paper()
        soft = [self.soft_paper] if place.soft else []
        self.papers = [Paper(), Paper(), Paper(), *soft, self.form.paper]
        self.stamped, self.pad, self.late_number = somebody(place), b"", ""

    def walk(self) -> list[Paper]:
        """All steps; the first that fails ends this place. Return the papers as far as they came."""
        try:
            for words, act in self.steps():
                with self.record.step(self.place.pack, self.place.name, words):
                    act()
        except Stopped:
            pass
        return self.papers

    def steps(self) -> list[tuple[str, Act]]:
        """What is done, in words, and by whom."""
        return [
            *self.until_the_seal(),
            *self.from_the_seal(),
            *afterwards(self),
            *self.soft_steps(),
            *self.form.steps,
            *self.power_cut(),
        ]

    def until_the_seal(self) -> list[tuple[str, Act]]:
        """Asked, taken in, verified, approved; what must not be issued is refused."""
        online = self.online
        return [
            ("村民找到自己的村", partial(village.find_village, self.at_home, self.place)),
            ("问居住证明：可以开，有办事指南", partial(village.ask_for_the_possible, self.at_home)),
            ("问无犯罪记录证明：不用开，有去处、电话和答复单", self.ask_for_the_prohibited),
            ("村民在手机上预约", self.apply_online),
            ("村民凭查询码查进度", partial(self.track, online, "等收下")),
            ("等经办人的下一个验证码", self.handler.phone.wait),
            ("经办人登录", self.handler.log_in),
            ("经办人受理预约", partial(self.accept, online)),
            ("经办人逐项核实，送签批", self.handler.verify),
            ("经办人在窗口登记另一个人的申请，由别人代办", self.register_at_the_counter),
            ("经办人看代办人的证件和委托书，记下来", partial(self.handler.record_mandate, self.proxy)),
            ("经办人受理窗口的申请", self.handler.accept),
            ("经办人核实窗口的申请，送签批", self.handler.verify),
            (
                "经办人登记不该开的要求，出告知单，给单位拟告知函",
                partial(self.handler.refuse_with_a_letter, self.sent_away),
            ),
            ("主任登录", self.director.log_in),
            ("主任签批两份，回答是不是近亲属", self.approve_both),
            ("主任同意发函", self.director.let_the_letter_go),
            ("经办人打印告知函，主任签名，送出", self.handler.send_letter),
        ]

    def from_the_seal(self) -> list[tuple[str, Act]]:
        """Sealed, looked up by who receives it, delivered; the paper from the counter too."""
        online, counter = self.online, self.counter
        first, second = self.papers[:2]
        return [
            ("保管人登录", self.custodian.log_in),
            ("等保管人的下一个验证码", self.custodian.phone.wait),
            ("保管人再次确认身份，盖章，取得编号", partial(self.seal, online, first)),
            ("扫纸上的方码", partial(self.read_code, online, first)),
            ("pdfsig 核对电子签名", partial(self.check_signature, first)),
            ("收件人扫码查验：登记在案，现行有效", partial(self.verify, first)),
            ("收件人比对姓名和后4位", partial(stranger.compare, self.outside, online.resident)),
            ("收件人照纸上的地址打核对码", partial(self.type_code, online, first)),
            ("收件人上传PDF查验，改过的看得出来", self.upload),
            ("收件人查一个没有的核对码：没有查到", partial(stranger.scan_another, self.outside)),
            ("经办人拍下签收单，记交付", partial(self.deliver, online)),
            ("登记簿上有这一行", partial(self.read_register, first)),
            ("村民查进度：已经取走", partial(self.track, online, "取走")),
            ("等保管人再下一个验证码", self.custodian.phone.wait),
            ("保管人给窗口的申请盖章", partial(self.seal, counter, second)),
            ("窗口的证明：方码、签名、查验", partial(self.check_the_other, counter, second)),
            ("窗口的证明由代办人领走，登记簿上有这一行", partial(self.deliver_the_other, counter, second)),
        ]

    def power_cut(self) -> list[tuple[str, Act]]:
        """Stamped on paper first, entered when the power is back."""
        return [
            ("保管人印一本应急用印单", self.print_pad),
            ("停电时盖的章，收件人先查：应急件尚未补登", self.verify_pending),
            ("等保管人的又一个验证码", self.custodian.phone.wait),
            ("来电以后保管人照单子补登，取得编号", self.enter_late),
            ("收件人再查：登记在案，注明补登；登记簿备注里也有", self.verify_late),
        ]

    def soft_steps(self) -> list[tuple[str, Act]]:
        """据实出具 by two approvers, where the place lets it through; elsewhere it stops."""
        if not self.place.soft:
            return [("不应开的证明，这里一律停止出具", self.handler.ask_for_the_soft)]
        case, paper = self.soft, self.soft_paper
        return [
            ("经办人登记特殊情形的申请，写自由文字", self.register_the_soft),
            ("经办人受理、逐项核实，送签批", self.verify_the_soft),
            ("主任先签批", partial(self.director.agree_first, case.resident)),
            ("复核签批人登录", self.second.log_in),
            ("复核签批人签批", partial(self.second.countersign, case.resident)),
            ("等保管人又一个验证码", self.custodian.phone.wait),
            ("保管人给特殊情形的证明盖章", partial(self.seal, case, paper)),
            ("特殊情形的证明：方码、签名、查验", partial(self.check_the_other, case, paper)),
            ("登记簿上有特殊情形的这一行", partial(self.read_register, paper)),
        ]

    def register_the_soft(self) -> None:
        """At the counter."""
        self.handler.register_the_soft(self.soft.resident)

    def verify_the_soft(self) -> None:
        """As any other."""
        self.handler.accept()
        self.handler.verify()

    def account(self, office: str) -> Account:
        """The log-in of one officer of this place."""
        return self.where.accounts[account_name(self.place, office)]

    def ask_for_the_prohibited(self) -> None:
        """On the village's page again."""
        self.at_home.click("换一个问")
        village.ask_for_the_prohibited(self.at_home)

    def apply_online(self) -> None:
        """Back at the village's page, through the yes to the appointment."""
        village.find_village(self.at_home, self.place)
        village.ask_for_the_possible(self.at_home)
        self.online.tracking_code = village.apply(self.at_home, self.online.resident)

    def track(self, case: Case, words: str) -> None:
        """Where the own case stands."""
        village.find_village(self.at_home, self.place)
        village.track(self.at_home, case.tracking_code, case.resident)
        self.at_home.page.says(words)

    def accept(self, case: Case) -> None:
        """The appointment stands in the list of work."""
        self.handler.open_case(case.resident)
        self.handler.accept()

    def register_at_the_counter(self) -> None:
        """Somebody sends another person."""
        self.counter.tracking_code = self.handler.register(self.counter.resident, self.proxy)

    def approve_both(self) -> None:
        """One after the other, as they wait."""
        for case in (self.online, self.counter):
            self.director.approve(case.resident)

    def seal(self, case: Case, paper: Paper) -> None:
        """Seal one paper, keep its PDF."""
        paper.number, case.pdf, case.slip = self.custodian.seal(case.resident)
        if not re.fullmatch(rf"{re.escape(self.place.book)}〔20\d\d〕[1-9]\d*号", paper.number):
            raise NotThere(f"编号不对：{paper.number}")
        kept = self.where.out / self.place.pack / f"{paper.number}.pdf"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(case.pdf)
        paper.pdf = str(kept)

    def read_code(self, case: Case, paper: Paper) -> None:
        """The token, from the paper and from nowhere else."""
        paper.address = sheets.address_in(case.pdf)

    def check_signature(self, paper: Paper) -> None:
        """With a program that is not ours."""
        paper.signature = sheets.signature_on(Path(paper.pdf))

    def verify(self, paper: Paper) -> None:
        """What the QR code opens; the server is the one of the tour, whatever name it gave itself."""
        paper.verification = stranger.scan(self.outside, sheets.path_in(paper.address), paper.number)

    def type_code(self, case: Case, paper: Paper) -> None:
        """The printed address, on the server of the tour."""
        address, code = sheets.printed_in(case.pdf)
        stranger.type_code(self.outside, address.partition("/")[2], code, paper.number)

    def upload(self) -> None:
        """The PDF of the first paper."""
        stranger.upload(self.outside, self.online.pdf, self.papers[0].number)

    def deliver(self, case: Case) -> None:
        """Print the slip, have it signed, photograph it."""
        self.handler.open_case(case.resident)
        self.handler.deliver(case.resident, sheets.signed_slip(case.slip))

    def read_register(self, paper: Paper) -> None:
        """The line with this number."""
        paper.register_line = self.handler.register_line(paper.number)

    def check_the_other(self, case: Case, paper: Paper) -> None:
        """The same three checks for the counter's paper."""
        self.read_code(case, paper)
        self.check_signature(paper)
        self.verify(paper)

    def deliver_the_other(self, case: Case, paper: Paper) -> None:
        """Hand it to the proxy and look it up."""
        self.handler.open_case(case.resident)
        self.handler.deliver(self.proxy, sheets.signed_slip(case.slip), "有委托书的代办人来领")
        self.read_register(paper)

    def print_pad(self) -> None:
        """Before the power goes."""
        self.pad = self.custodian.print_pad()

    def verify_pending(self) -> None:
        """The code was copied onto the paper by hand."""
        stranger.type_pending(self.outside, sheets.codes_on(self.pad)[0])

    def enter_late(self) -> None:
        """From the photograph of the slip."""
        slip = sheets.signed_slip(self.pad)
        signers = (self.director.account.name, self.handler.account.name)
        self.late_number = self.custodian.enter_late(self.stamped, slip, *signers)

    def verify_late(self) -> None:
        """The same code now opens the certificate; its line says what it is."""
        stranger.type_code(self.outside, "v/", sheets.codes_on(self.pad)[0], self.late_number)
        self.outside.page.says("补登")
        if "补登" not in self.handler.register_line(self.late_number)["备注"]:
            raise NotThere(f"登记簿备注里没有写{self.late_number}是补登的")
