"""Three administrators at three desks: accounts, security, logs; none sees a case."""

import pytest

from tests.certificates.cast import officer
from tests.supervision.conftest import past, past_database
from tests.supervision.past import months
from tests.web.desk import LIJIAWAN, Officer, text_of
from tests.web.deskcast import ADMINISTRATION, HUINING, OTOG, identity, nothing_written, queries_of
from tests.web.walking import huining
from tests.world import World
from zhengyin.archive.models import YearEnd
from zhengyin.people import actions
from zhengyin.people.models import Account, Appointment, Device, Session
from zhengyin.people.policy.reset import Reset
from zhengyin.regions.names import OrganizationKind, key_of, organization_id
from zhengyin.regions.packs.settings import Archive, Numbers, Rules
from zhengyin.registers.queries import now
from zhengyin.supervision.actions import sign_month
from zhengyin.web.administrator.settings import ARCHIVE, NUMBERS, RULES

__all__ = ["past", "past_database"]

GIVEN = {"since": "2026-02-01", "standing": "regular", "document": "会民发〔2026〕7号"}
DESKS = {
    "hn.system": ("administrator-accounts", "administrator-settings"),
    "hn.security": ("administrator-security",),
    "hn.audit": ("administrator-logs", "administrator-books"),
}


def administrator(world: World, username: str) -> Officer:
    return Officer(world, username, ADMINISTRATION)


@pytest.mark.parametrize("username", DESKS)
def test_each_opens_the_own_desk_and_no_other(desks: World, username: str) -> None:
    who = administrator(desks, username)
    for other, pages in DESKS.items():
        for page in pages:
            assert who.client.get(who.url(page)).status_code == (200 if other == username else 403)


@pytest.mark.parametrize("username", DESKS)
def test_none_of_them_sees_a_case(desks: World, username: str) -> None:
    walk = huining(desks).sealed()
    who = administrator(desks, username)
    for page in ("handler-case", "committee-paper", "custodian-receipt"):
        assert who.client.get(walk.handler.url(page, walk.case)).status_code == 403
    assert who.client.get(walk.handler.url("committee-register")).status_code == 403
    for page in (*DESKS[username], "administrator-offices"):
        assert "马桂花" not in who.get(page).text


def test_accounts_are_found_by_name_and_log_in(desks: World) -> None:
    who = administrator(desks, "hn.system")
    page = who.get("administrator-accounts", query="?q=hn.ljw.clerk")
    assert [row.td.text for row in page.select("tbody tr")] == ["hn.ljw.clerk"]
    assert "马秀兰" in page.text and "经办人" in page.text
    assert "没有找到" in who.get("administrator-accounts", query="?q=nobody").text
    assert "od.ljw" not in who.get("administrator-accounts").text


def test_every_registered_computer_can_be_turned_to(desks: World) -> None:
    who = administrator(desks, "hn.system")
    keeper = Account.objects.get(username="hn.ljw.clerk").person
    for number in range(1, 54):
        Device.objects.create(
            organization_id=LIJIAWAN, name=f"电脑{number:02d}", token_digest=bytes([number]),
            registered_by=keeper, registered_at=now(), county_code="620422000000",
        )  # fmt: skip
    first = who.get("administrator-accounts")
    turn = first.select_one("nav[aria-label='登记过的电脑，翻页']")
    assert turn and "第1页，共2页" in turn.text and "电脑53" not in first.text
    second = who.get("administrator-accounts", query=str(turn.a["href"]))
    assert "电脑53" in second.text and "电脑01" not in second.text


def test_the_list_of_accounts_asks_the_same_for_one_and_for_all(desks: World) -> None:
    who = administrator(desks, "hn.system")
    address = who.url("administrator-accounts")
    assert queries_of(who, address) == queries_of(who, f"{address}?q=hn.ljw.clerk")


def test_security_sees_resets_and_locks(desks: World) -> None:
    officer, clerk = (
        Account.objects.get(username="hn.pt.officer"),
        Account.objects.get(username="hn.ljw.clerk"),
    )
    actor = Officer(desks, officer.username, ADMINISTRATION)
    assert (
        actor.client.post(
            f"/account/others/{clerk.pk}/reset/", {"what": Reset.PASSWORD.value, "reason": "忘了密码"}
        ).status_code
        == 200
    )
    for _ in range(5):
        with pytest.raises(Exception, match="wrong_code"):
            actions.check_second_factor(account=clerk, code="000000", at=now())
    page = administrator(desks, "hn.security").get("administrator-security")
    assert "忘了密码" in page.text
    assert "不能签批和盖章" in page.text
    assert "登录第二步" in page.text
    assert "有效" in page.text


def test_the_audit_administrator_reads_log_ins_and_the_book_of_appointments(desks: World) -> None:
    Officer(desks, "hn.ljw.clerk", LIJIAWAN)
    who = administrator(desks, "hn.audit")
    assert "hn.ljw.clerk" in who.get("administrator-logs", query="?q=马秀兰").text
    assert "李家湾" in who.get("administrator-books", query="?q=李家湾").text
    book = who.get("administrator-book", LIJIAWAN)
    assert "任职" in book.text and "李国栋" in book.text and "2025年9月换届选举结果" in book.text
    assert who.client.get(who.url("administrator-book", OTOG)).status_code == 404


def test_the_books_of_settings_and_supervision_are_read_without_what_stands_beside(past: World) -> None:
    older, _ = months(now())
    sign_month(
        organization_id=LIJIAWAN,
        month=older,
        note="马桂花的那份呢？",
        actor=officer("hn.ljw.supervisor"),
        at=now(),
    )
    who = administrator(past, "hn.audit")
    book = who.get("administrator-book", LIJIAWAN, query="?book=supervision")
    assert "按月核对" in book.text and older.key in book.text and "马桂花" not in book.text
    settings = who.get("administrator-book", HUINING, query="?book=settings")
    assert "载入本地规则" in settings.text
    for other in ("journal", "certificates", "x"):  # no book of cases: the usual one instead
        assert "任免登记簿" in who.get("administrator-book", LIJIAWAN, query=f"?book={other}").h1.text


@pytest.mark.parametrize("username, said", [
    ("hn.system", "特殊情形可以据实出具"), ("od.system", "一律不开"),
])  # fmt: skip
def test_the_system_administrator_reads_what_is_decided_and_where_it_comes_from(
    desks: World, username: str, said: str
) -> None:
    seat = ADMINISTRATION if username.startswith("hn") else organization_id("administration:150623000000")
    page = Officer(desks, username, seat).get("administrator-settings")
    assert said in page.text and "产品默认" in page.text and "期限" in page.text
    for code in ("truthful", "stop", "notice_or_vote", "True", "False", "None"):
        assert code not in page.main.text


def test_every_setting_has_its_words() -> None:
    assert set(RULES) == set(Rules.model_fields) and set(NUMBERS) == set(Numbers.model_fields)
    assert set(ARCHIVE) == set(Archive.model_fields)


def test_the_archive_number_stands_among_the_settings_and_as_each_committee_says_it(desks: World) -> None:
    who, year = administrator(desks, "hn.system"), now().year - 2
    page = who.get("administrator-settings")
    assert "档号：全宗号" in page.text and "待档案主管部门确认" in page.text and "30年" in page.text
    assert "会宁L057" not in page.text
    address = who.url("administrator-settings")
    asked = queries_of(who, address)
    for place in (LIJIAWAN, organization_id(key_of(OrganizationKind.COMMITTEE, "620422104208"))):
        YearEnd.objects.create(
            organization_id=place, county_code="620422000000", year=year, state="year_prepared",
            fonds=f"会宁L057{place}"[:12], heads="0" * 64, lines=1, open_cases=0, prepared_at=now(),
            prepared_by_id=Account.objects.get(username="hn.ljw.custodian").person_id,
        )  # fmt: skip
    page = who.get("administrator-settings")
    assert "李家湾" in page.text and "会宁L057" in page.text and f"清点{year}年登记簿时填的" in page.text
    assert queries_of(who, address) == asked


def second(world: World, who: Officer, *, username: str) -> dict[str, str]:
    account = world.account(username)
    return {
        "second_name": username,
        "second_password": account["password"],
        "second_code": Officer(world, username, who.at).code(),
    }


@pytest.mark.clause("H1a")
def test_an_officer_of_the_county_comes_from_two_people_at_one_screen(desks: World) -> None:
    who = administrator(desks, "hn.system")
    said = {**GIVEN, **second(desks, who, username="hn.lead")}
    who.post("offices-appoint", HUINING, "county_lead", name="王五一", identity=identity(1), **said)
    made = Appointment.objects.get(organization_id=HUINING, person__name="王五一")
    lead = Account.objects.get(username="hn.lead")
    assert made.second_id == lead.person_id
    session = Session.objects.filter(account=lead).order_by("-opened_at").first()
    assert session is not None and session.closed_because == "second_done"


@pytest.mark.parametrize("change, words", [
    ({"second_password": "wrong"}, "第二个人的登录名或密码不对"),
    ({"second_code": "000000"}, "验证码不对"),
    ({"second_name": ""}, "第二个人的登录名还没有填"),
])  # fmt: skip
def test_who_does_not_prove_it_is_no_second_person(desks: World, change: dict[str, str], words: str) -> None:
    who = administrator(desks, "hn.system")
    said = {**GIVEN, **second(desks, who, username="hn.lead"), **change}
    with nothing_written():
        answer = who.post(
            "offices-appoint", HUINING, "county_lead", status=200, name="王五二", identity=identity(2), **said
        )
    assert words in answer.content.decode()
    assert 'value="王五二"' in answer.content.decode()


@pytest.mark.parametrize("username", ["hn.system", "hn.pt.officer"])
def test_the_second_person_is_another_one_with_the_office(desks: World, username: str) -> None:
    who = administrator(desks, "hn.system")
    said = {**GIVEN, **second(desks, who, username=username)}
    with nothing_written():
        answer = who.post(
            "offices-appoint", HUINING, "county_lead", status=409, name="王五三", identity=identity(3), **said
        )
    assert "第二个人" in text_of(answer)


def test_administrators_appoint_no_township_and_no_neighbouring_county(desks: World) -> None:
    who = administrator(desks, "hn.system")
    with nothing_written():
        who.post("offices-appoint", OTOG, "county_lead", status=404, **GIVEN)
        who.post("offices-appoint", LIJIAWAN, "director", status=404, **GIVEN)


@pytest.mark.parametrize("username", ["hn.lead", "hn.pt.officer", "hn.ljw.director"])
def test_nobody_else_opens_these_desks(desks: World, username: str) -> None:
    who, client = administrator(desks, "hn.system"), Officer(desks, username, ADMINISTRATION).client
    for page in (*(page for pages in DESKS.values() for page in pages), "administrator-offices"):
        assert client.get(who.url(page)).status_code == 403


def test_an_administrator_resets_a_county_officers_log_in(desks: World) -> None:
    who, lead = administrator(desks, "hn.security"), Account.objects.get(username="hn.lead")
    assert "hn.lead" in who.client.get("/account/others/").content.decode()
    answer = who.client.post(f"/account/others/{lead.pk}/reset/", {"what": "password", "reason": "忘了"})
    assert answer.status_code == 200
