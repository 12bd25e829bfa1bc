"""预约: question by question, nothing kept before it is sent, sent twice is one."""

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from tests.certificates.cast import LIJIAWAN
from tests.web.conftest import LIJIAWAN as VILLAGE
from tests.world import World
from zhengyin.certificates.actions import withdraw
from zhengyin.certificates.models import Certificate, Party
from zhengyin.certificates.models.party import Role
from zhengyin.registers.queries import lines_of, now
from zhengyin.verification.limits import APPLICATIONS, Kind
from zhengyin.verification.models import Seen
from zhengyin.verification.queries import prefix_index
from zhengyin.web.apply.carried import KEPT, read

ADDRESS = f"/c/{VILLAGE}/apply/ISS-ZQ-01"
SAID: dict[str, dict[str, str]] = {
    "unit": {"unit": "bank", "unit_full": "中国农业银行会宁县支行"},
    "purpose": {"purpose": "申请农户小额贷款", "copies": "2"},
    "who": {"name": "马桂花", "identity": "", "phone": "138 0000 1234"},
    "whom": {"who": "self", "name": "", "identity": "", "relation": ""},
    "tie": {"tie": "registered"},
    "facts": {
        "subject_sex": "女", "household": "", "residence": "三社12号", "housing": "自有住房",
        "lived_since": "2009-03-01",
    },
    "comes": {"comes": "me", "name": "", "phone": ""},
}  # fmt: skip
FOR_MOTHER = {
    "whom": {"who": "family", "name": "李 秀英", "identity": "", "relation": "女儿"},
    "comes": {"comes": "proxy", "name": "张建国", "phone": ""},
}


def page(answer: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "lxml")


def heading(answer: HttpResponse) -> str:
    found = page(answer).h1
    assert found
    return found.get_text()


def state(answer: HttpResponse) -> str:
    found = page(answer).select_one("input[name=state]")
    assert isinstance(found, Tag)
    return str(found["value"])


def said(answer: HttpResponse) -> str:
    return " ".join(page(answer).get_text(" ", strip=True).split())


def walked(steps: Iterable[str] = SAID, **changes: dict[str, str]) -> HttpResponse:
    """Answer these steps in turn and return the last page."""
    answer: Any = Client().get(ADDRESS)
    for step in steps:
        typed = {**SAID[step], **changes.get(step, {})}
        answer = Client().post(ADDRESS, {"state": state(answer), "step": step, **typed})
    return answer


def sent(answer: HttpResponse) -> HttpResponse:
    done: Any = Client().post(f"{ADDRESS}/sent", {"state": state(answer)})
    return done


def test_a_page_may_be_shown_again_by_the_browsers_back(demo_world: World) -> None:
    """no-store would turn Back after a POST into the browser's own error page."""
    for answer in (Client().get(ADDRESS), walked(["unit"]), sent(walked())):
        assert set(answer["Cache-Control"].split(", ")) == {"no-cache", "private"}


def test_without_any_tie_the_guides_answer_is_given(demo_world: World) -> None:
    before = walked(["unit", "purpose", "who", "whom"])
    assert "都不是" in said(before)
    answer: Any = Client().post(ADDRESS, {"state": state(before), "step": "tie", "tie": "none"})
    assert answer.status_code == 302 and "tie=none" in answer["Location"]
    assert "居（租）住证明：去别的村（社区）" in said(Client().get(answer["Location"]))


def test_a_sex_other_than_the_numbers_is_said_at_the_field(demo_world: World) -> None:
    own = {"who": {"identity": "62042219680512002X"}, "facts": {"subject_sex": "男"}}
    again = walked(["unit", "purpose", "who", "whom", "tie", "facts"], **own)
    assert "身份证号码上是女性" in said(again) and 'href="#id_subject_sex"' in again.content.decode()


@pytest.mark.clause("H1a", "O2.1e")
def test_from_the_first_question_to_the_code(demo_world: World) -> None:
    check = walked()
    assert heading(check) == "看一遍，对不对？"
    assert "138****1234" in said(check) and "138 0000" not in said(check) and "居民身份证" in said(check)
    assert not Certificate.objects.exists()
    done = sent(check)
    case = Certificate.objects.get()
    assert (case.state, case.channel, case.organization_id) == ("applied", "online", LIJIAWAN)
    assert (case.demanding_unit, case.purpose, case.copies) == (
        "中国农业银行会宁县支行",
        "申请农户小额贷款",
        2,
    )
    assert [line.kind for line in lines_of(case.id)] == ["certificate.applied"]
    assert "只显示这一次" in said(done) and "来的时候带" in said(done)
    tracked = Client().post("/track/", {"code": heading(done).lower(), "tail": "1234"})
    assert heading(tracked) == "等收下"


def test_three_persons_are_three_fields(demo_world: World) -> None:
    sent(walked(**FOR_MOTHER))
    names = dict(Party.objects.order_by("role").values_list("role", "name"))
    assert names == {Role.APPLICANT: "马桂花", Role.CERTIFIED: "李秀英", Role.PROXY: "张建国"}


def test_sent_twice_is_one_with_the_same_code(demo_world: World) -> None:
    check = walked()
    assert heading(sent(check)) == heading(sent(check))
    assert Certificate.objects.count() == 1


def test_what_travels_in_the_page_cannot_be_read(demo_world: World) -> None:
    """Neither as it stands nor decoded nor inflated; and it is good for one day."""
    hidden = urlsafe_b64decode(state(walked(who={"identity": "62042219680512002X"})))
    for start in range(len(hidden) - 1):
        with suppress(zlib.error):
            assert b"13800001234" not in zlib.decompress(hidden[start:])
    for secret in ("马桂花".encode(), b"62042219680512002X", b"138"):
        assert secret not in hidden
    later = now() + KEPT
    assert read(urlsafe_b64encode(hidden).decode(), VILLAGE, "ISS-ZQ-01", now())
    assert read(urlsafe_b64encode(hidden).decode(), VILLAGE, "ISS-ZQ-01", later) is None


def changed_after(check: HttpResponse) -> HttpResponse:
    """Back from the last page, another purpose, sent once more."""
    said_otherwise = {"state": state(check), "step": "purpose", "purpose": "办落户", "copies": "1"}
    return sent(Client().post(ADDRESS, said_otherwise))  # type: ignore[arg-type]


def test_a_change_after_the_sending_is_not_called_sent(demo_world: World) -> None:
    check = walked()
    code = heading(sent(check))
    answer = changed_after(check)
    assert answer.status_code == 409 and heading(answer) == "这份预约已经提交过，刚才的改动没有记上"
    words = said(answer)
    assert "申请农户小额贷款" in words and "2份" in words and "办落户" not in words
    assert "138****1234" in words and code in words and "撤回" in words and "打村（社区）的电话" in words
    assert Certificate.objects.get().purpose == "申请农户小额贷款"


def test_what_was_withdrawn_is_not_called_sent(demo_world: World) -> None:
    check = walked()
    sent(check)
    withdraw(certificate_id=Certificate.objects.get().id, reason="写错了", actor=None, at=now())
    answer = sent(check)
    assert heading(answer) == "这份预约已经撤回" and "从头再预约一次" in said(answer)


def test_sent_many_times_at_once_is_one(demo_world: World) -> None:
    check = walked()

    def send_once(_: int) -> str:
        try:
            return heading(sent(check))
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        codes = set(pool.map(send_once, range(8)))
    assert len(codes) == 1 and Certificate.objects.count() == 1


@pytest.mark.parametrize(
    "step, typed, words",
    [
        ("who", {"name": ""}, "您的姓名还没有填"),
        ("who", {"name": "马1"}, "不能用的字符"),
        ("purpose", {"purpose": "盖🏠用"}, "印不出来"),
        ("who", {"phone": ""}, "您的电话还没有填"),
        ("who", {"phone": "12345"}, "手机号是11位数字，现在5位"),
        ("who", {"identity": "620422196805120004"}, "前后对不上"),
        ("who", {"identity": "62042219680512000"}, "现在是17位"),
        ("unit", {"unit_full": ""}, "单位叫什么还没有填"),
        ("unit", {"unit": ""}, "还没有选"),
        ("purpose", {"copies": "0"}, "至少1份"),
        ("whom", {"who": ""}, "还没有选"),
        ("whom", {"who": "family"}, "那个人的姓名还没有填"),
        ("facts", {"residence": "三社[12]号"}, "不能用的符号"),
        ("comes", {"comes": "proxy"}, "替您来的人的姓名还没有填"),
        ("comes", {"comes": "proxy", "name": "马桂花"}, "这是您自己"),
        ("comes", {"comes": "proxy", "name": "马桂花", "phone": "13800001234"}, "这是您自己"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_the_rest_is_kept(
    demo_world: World, step: str, typed: dict[str, str], words: str
) -> None:
    steps = list(SAID)
    answer = walked(steps[: steps.index(step) + 1], **{step: typed})
    shown = page(answer)
    assert answer.status_code == 200
    assert words in " ".join(one.get_text() for one in shown.select(".wrong-here"))
    assert shown.select_one(".wrong a[href^='#id_']")
    for name, value in {**SAID[step], **typed}.items():
        kept = shown.select_one(f"input[name={name}]:not([type=radio]), input[name={name}][checked]")
        assert not value or kept is None or kept["value"] == value


def test_a_proxy_of_the_same_name_has_a_telephone_of_another_number(demo_world: World) -> None:
    namesake = {"comes": "proxy", "name": "马桂花", "phone": "13800005678"}
    assert heading(walked(comes=namesake)) == "看一遍，对不对？"


def test_back_and_change_judge_nothing_and_lose_nothing(demo_world: World) -> None:
    check = walked()
    back = Client().post(ADDRESS, {"state": state(check), "step": "comes", "to": "purpose"})
    assert heading(back) == "拿去做什么用？"
    assert page(back).select_one("input[name=purpose][value=申请农户小额贷款]")
    again = Client().post(
        ADDRESS, {"state": state(back), "step": "purpose", "purpose": "办落户", "copies": "1"}
    )
    assert heading(again) == "看一遍，对不对？" and "办落户" in said(again)


def test_no_appointment_while_a_question_may_still_turn_the_yes_into_a_no(demo_world: World) -> None:
    answer = Client().get(f"/c/{VILLAGE}/answer?item=ISS-ZQ-01&unit=bank")
    assert heading(answer).startswith("一般可以开，先答") and page(answer).find("a", string="预约") is None


def test_what_was_answered_in_public_is_not_asked_from_nothing(demo_world: World) -> None:
    answer = Client().get(f"/c/{VILLAGE}/answer?item=ISS-ZQ-01&unit=bank&tie=registered")
    link = page(answer).find("a", string="预约")
    assert isinstance(link, Tag) and "unit=bank" in str(link["href"])
    first = Client().get(str(link["href"]))
    assert page(first).select_one("input[name=unit][value=bank][checked]")


def test_nothing_personal_stands_in_an_address_and_no_cookie_is_set(demo_world: World) -> None:
    answer = walked()
    assert not answer.cookies and "private" in answer["Cache-Control"]
    assert all("马桂花" not in str(form.get("action")) for form in page(answer).select("form"))


def test_a_forged_or_foreign_state_starts_anew(demo_world: World) -> None:
    mine = state(walked(["unit"]))
    for value, address in ((mine[:-2], ADDRESS), ("", ADDRESS), (mine, f"/c/{VILLAGE}/apply/ISS-XY-07")):
        answer: Any = Client().post(address, {"state": value, "step": "unit", **SAID["unit"]})
        assert (answer.status_code, answer["Location"]) == (302, address)
        assert Client().post(f"{address}/sent", {"state": value}).status_code == 302


def test_what_is_not_finished_cannot_be_sent(demo_world: World) -> None:
    answer = sent(walked(["unit", "purpose"]))
    assert heading(answer) == "您是谁？"
    assert not Certificate.objects.exists()


@pytest.mark.parametrize("item", ["PROH-10", "XX-99"])
def test_what_may_not_be_issued_has_no_appointment(demo_world: World, item: str) -> None:
    assert Client().get(f"/c/{VILLAGE}/apply/{item}").status_code == 404


def test_too_many_from_one_prefix(demo_world: World) -> None:
    check = walked()
    rows = [Seen(kind=Kind.APPLIED, prefix=prefix_index("127.0.0.1"), seen_at=now())] * APPLICATIONS.most
    for row in rows:
        Seen.objects.create(kind=row.kind, prefix=row.prefix, seen_at=row.seen_at)
    answer = sent(check)
    assert answer.status_code == 409 and "先停1小时" in said(answer)
    assert not Certificate.objects.exists()
