"""A real place, not a demonstration: from an empty database to the first seal in its custodian's keeping.

Nobody is put in by hand: packs and three administrators from the server's command line, everybody
and everything else through pages, each by the person who may.
"""

import base64
import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP
from PIL import Image
from stdnum.cn import ric, uscc

from tests.harness import CHECKOUT
from tests.web.desk import text_of
from zhengyin.cli import __main__ as program
from zhengyin.cli.load import load
from zhengyin.people.models import Account
from zhengyin.regions.models import Committee
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import lines_of, now
from zhengyin.seals.queries import seal_of
from zhengyin.shared.days import day_of

COUNTY = "620422000000"
ADMINISTRATION = organization_id(f"administration:{COUNTY}")
LEAD = organization_id(f"county_lead:{COUNTY}")
TOWNSHIP = organization_id("township:620422115000")
VILLAGE = organization_id("committee:620422115203")
NAME = "会宁县平头川镇李家湾村村民委员会"
CODE = "54620422MEA000001"
USCC = CODE + uscc.calc_check_digit(CODE)


def identity(serial: int) -> str:
    """A well-formed number nobody has."""
    body = f"62042219{60 + serial:02d}0101000"
    return body + ric.calc_check_digit(body + "0")


@dataclass
class Person:
    """Somebody with a log-in of one's own, and a browser."""

    username: str
    password: str
    code: Callable[[], str]
    client: Client = field(default_factory=Client)

    def log_in(self) -> str:
        """Both steps and the first password's change; returns where one lands."""
        said = {"username": self.username, "password": self.password}
        assert self.client.post("/account/login/", said).status_code == 302
        answer = self.client.post("/account/login/code/", {"code": self.code()})
        assert answer.status_code == 302, text_of(answer)
        if answer["Location"].endswith("/password/"):
            new = f"{self.username} 自己的一句话".replace(self.username, "山高路远")
            said = {"old": self.password, "new": new, "again": new}
            answer = self.client.post(answer["Location"], said)
            self.password = new
        landed = self.client.get(answer["Location"], follow=True)
        assert landed.status_code == 200
        return str(landed.request["PATH_INFO"])

    def post(self, page: str, /, *parts: object, status: int = 302, **said: object) -> HttpResponse:
        answer: HttpResponse = self.client.post(reverse(page, args=parts), said)
        assert answer.status_code == status, text_of(answer)
        return answer

    def page(self, name: str, *parts: object) -> BeautifulSoup:
        answer = self.client.get(reverse(name, args=parts))
        assert answer.status_code == 200, text_of(answer)
        return BeautifulSoup(answer.content, "lxml")

    def appoint(self, where: object, way: str, seat: object, **said: object) -> None:
        given = {"since": day_of(now()).isoformat(), "standing": "regular", **said}
        self.post("offices-appoint", seat, where, way, **given)

    def open_account(self, seat: object, where: object, name: str, username: str) -> "Person":
        """Open an account for `name` and take the paper."""
        hub = self.client.get(reverse("offices-page", args=[seat, where]), follow=True)
        links = BeautifulSoup(hub.content, "lxml").select("a[aria-label]")
        href = next(str(link["href"]) for link in links if link["aria-label"] == f"{name}：开通账户")
        answer = self.client.post(href, {"username": username})
        assert answer.status_code == 200 and answer["Cache-Control"] == "no-store", text_of(answer)
        paper = BeautifulSoup(answer.content, "lxml")
        codes = iter([one.get_text() for one in paper.select(".codes li")])
        password = paper.select_one("#password")
        assert password is not None
        return Person(username, password.get_text(), lambda: next(codes))


@pytest.fixture
def from_the_server(fresh_database: str, monkeypatch: pytest.MonkeyPatch, capsys) -> dict[str, Person]:  # type: ignore[no-untyped-def]
    """`zhengyin load` without --demonstration, then `zhengyin administrators`; what it printed."""
    assert load([CHECKOUT / "packs" / "huining"], False, now()) == []
    three = [("田浩", "tianhao"), ("罗欣", "luoxin"), ("谢芳", "xiefang")]
    answers = [text for n, (name, login) in enumerate(three) for text in (name, identity(n), "", login)]
    said = iter([*answers, "开通设置单〔2026〕1号"])
    monkeypatch.setattr("builtins.input", lambda question: next(said))
    assert program.main(["administrators", "--county", COUNTY]) == 0
    return {one.username: one for one in printed(capsys.readouterr().out)}


def printed(out: str) -> list[Person]:
    found = re.findall(r"登录名 (\w+)\n  密码 (\w+)\n  手机动态码密钥 ([A-Z2-7 ]+)", out)
    return [Person(name, password, app(secret.replace(" ", ""))) for name, password, secret in found]


def app(secret: str) -> Callable[[], str]:
    """A telephone's authenticator; each code is good once."""
    totp, steps = TOTP(base64.b32decode(secret)), iter(range(-1, 99))

    def code() -> str:
        totp.time = now().timestamp() + 30 * next(steps)
        return f"{totp.token():06d}"

    return code


def picture() -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(out, "JPEG")
    out.seek(0)
    out.name = "certificate.jpg"
    return out


@pytest.mark.clause("H1a", "H3.2.1a", "H3.2.4a", "H3.2.4c")
def test_from_an_empty_database_to_the_first_seal(from_the_server: dict[str, Person]) -> None:
    system, security = from_the_server["tianhao"], from_the_server["luoxin"]
    assert not Account.objects.filter(demonstration=True).exists()
    assert system.log_in() == reverse("administrator-accounts", args=[ADMINISTRATION])
    assert security.log_in() == reverse("administrator-security", args=[ADMINISTRATION])
    assert from_the_server["xiefang"].log_in() == reverse("administrator-logs", args=[ADMINISTRATION])

    # the first officer of the county: an administrator, and a second one beside him
    system.appoint(
        LEAD, "county_lead", ADMINISTRATION,
        name="高明远", identity=identity(10), document="会民发〔2026〕1号",
        second_name="luoxin", second_password=security.password, second_code=security.code(),
    )  # fmt: skip
    lead = system.open_account(ADMINISTRATION, LEAD, "高明远", "gaomingyuan")
    assert lead.log_in() == reverse("county-home", args=[LEAD])

    lead.appoint(
        TOWNSHIP, "township", LEAD, name="杨振华", identity=identity(11), document="平政发〔2026〕3号"
    )
    officer = lead.open_account(LEAD, TOWNSHIP, "杨振华", "yangzhenhua")
    assert officer.log_in() == reverse("township-home", args=[TOWNSHIP])

    # nothing is sealed before the name is confirmed
    here = (TOWNSHIP, VILLAGE)
    assert "还没有确认" in text_of(officer.post("township-order-seal", *here, status=409))
    without = officer.post("township-name", *here, status=409, legal_name=NAME, uscc=USCC)
    assert "请先上传" in text_of(without)
    officer.post("township-name", *here, legal_name=NAME, uscc=USCC, photo=picture())
    counter = {
        "telephone": "0943-3210001",
        "hours": "周一至周五 8:30–12:00",
        "duty": "马秀兰（文书）",
        "address": "三社",
    }
    officer.post("offices-counter", *here, **counter)
    elected = {"document": "2026年换届选举结果", "elected_on": "2026-01-05"}
    officer.appoint(VILLAGE, "director", TOWNSHIP, name="李国栋", identity=identity(12), **elected)
    director = officer.open_account(TOWNSHIP, VILLAGE, "李国栋", "liguodong")
    officer.post("township-order-seal", *here)
    seal = seal_of(VILLAGE, day_of(now()))
    assert seal is not None
    made = day_of(now()).isoformat()
    handed = {"made_on": made, "issued_on": made, "received_by": "李国栋"}
    unsigned = text_of(officer.post("township-issue-seal", *here, seal.id, status=409, **handed))
    assert "公安备案号" in unsigned and "领取单" in unsigned
    handed |= {"police_number": "6204220001234", "receipt": picture()}
    officer.post("township-issue-seal", *here, seal.id, **handed)

    assert director.log_in() == reverse("director-list", args=[VILLAGE])
    director.appoint(
        VILLAGE, "handler", VILLAGE, name="马秀兰", identity=identity(13), document="两委会议记录"
    )
    entrusted = {
        "entrusted_on": made,
        "document": "委托书第1号",
        "place": "村委会保险柜",
        "since": made,
        "standing": "regular",
    }
    himself = director.post(
        "keeping-appoint", VILLAGE, seal.id, status=409, name="李国栋", identity=identity(12), **entrusted
    )
    assert "签批的人和保管印章的人不能是同一个人" in text_of(himself)
    director.post("keeping-appoint", VILLAGE, seal.id, name="张建平", identity=identity(14), **entrusted)
    kept = seal_of(VILLAGE, day_of(now()))
    assert kept is not None
    by_director = director.post(
        "offices-account", VILLAGE, VILLAGE, kept.custodian_id, status=409, username="zhangjianping"
    )
    assert "签批的人不能给保管人开账户" in text_of(by_director)
    custodian = officer.open_account(TOWNSHIP, VILLAGE, "张建平", "zhangjianping")
    assert custodian.log_in() == reverse("custodian-list", args=[VILLAGE])
    assert "印章由您保管" in custodian.page("custodian-list", VILLAGE).text

    assert kept.in_use and kept.custodian == "张建平"
    assert [line.kind for line in lines_of(seal.id)] == ["seal.ordered", "seal.issued"]
    assert Committee.objects.get(pk=VILLAGE).legal_name == NAME
    public(VILLAGE)


def public(village: object) -> None:
    """What a resident sees: the village as entered, no 示例, and only items whose guide is filled."""
    code = Committee.objects.get(pk=village).code
    page = Client().get(f"/c/{code}").content.decode()
    assert "0943-3210001" in page
    assert "马秀兰（文书）" in page
    assert "示例" not in page
    issuable = Client().get(reverse("village-issuable", args=[code]))
    assert issuable.status_code == 200
    assert "示例" not in issuable.content.decode()
    states = {one.text.strip() for one in BeautifulSoup(issuable.content, "lxml").select(".index li .state")}
    assert "收养人婚姻状况和抚养教育被收养人的能力等情况的证明" in issuable.content.decode()
    assert states == {"公证才开", "还没定好"}  # named, none offered: no guide is filled for this county yet


def test_the_three_are_set_up_once(
    from_the_server: dict[str, Person], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Account.objects.count()
    answers = [text for n in range(3) for text in ("又一人", identity(20 + n), "", f"again{n}")]
    again = iter([*answers, "文件"])
    monkeypatch.setattr("builtins.input", lambda question: next(again))
    assert program.main(["administrators", "--county", COUNTY]) == 1
    assert "管理员已经设好" in capsys.readouterr().err
    assert Account.objects.count() == before
