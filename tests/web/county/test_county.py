"""The county appoints townships, departments and auditors."""

from datetime import date

import pytest

from tests.web.desk import GACHA, LIJIAWAN, Officer
from tests.web.deskcast import (
    AUDIT,
    HUINING,
    HUISHI,
    OTOG,
    PINGTOUCHUAN,
    identity,
    lead,
    nothing_written,
    queries_of,
)  # fmt: skip
from tests.world import World
from zhengyin.archive.models import EndedRegisters
from zhengyin.people.models import Account, Appointment
from zhengyin.regions.models import Organization
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

GIVEN = {"since": "2026-02-01", "standing": "regular", "document": "会民发〔2026〕7号"}


def test_townships_without_an_officer_stand_first(desks: World) -> None:
    page = lead(desks).get("county-home")
    rows = [row.text for row in page.select("table")[0].select("tbody tr")]
    assert len(rows) == Organization.objects.filter(kind="township", county_code="620422000000").count()
    assert "还没有" in rows[0]
    assert {"平头川镇", "会师镇"} <= {
        name for row in rows[-2:] for name in ("平头川镇", "会师镇") if name in row
    }


def test_many_townships_ask_no_more_than_few(desks: World) -> None:
    who = lead(desks)
    many = queries_of(who, who.url("county-home"))
    rows = Organization.objects.filter(kind="township", county_code="620422000000").order_by("key")
    rows.filter(pk__in=[row.pk for row in rows[5:]]).update(county_code="150623000000")
    assert queries_of(who, who.url("county-home")) == many


@pytest.mark.clause("H3.2.1d")
def test_where_the_township_is_gone_the_county_records_the_end_and_closes_the_registers(desks: World) -> None:
    who = lead(desks)
    with nothing_written():
        answer = who.post("county-close-registers", LIJIAWAN, status=409)
        assert "没有撤并，登记簿不能提前关闭" in answer.content.decode()
        who.post("county-close-registers", GACHA, status=404)
    said = {"how": "abolished", "into": "", "ended_on": str(day_of(now())), "document": "会政发〔2026〕12号"}
    who.post("county-end", LIJIAWAN, **said)
    assert "由县里关闭李家湾村的登记簿" in who.get("county-endings").text
    who.post("county-close-registers", LIJIAWAN)
    page = who.get("county-endings").text
    assert "登记簿已关闭" in page and "由县里关闭" not in page
    assert EndedRegisters.objects.get().organization_id == LIJIAWAN


@pytest.mark.clause("H1a")
def test_the_county_appoints_an_officer_of_a_township_and_opens_the_account(desks: World) -> None:
    who = lead(desks)
    empty = Organization.objects.filter(kind="township", county_code="620422000000").exclude(
        pk__in=Appointment.objects.values("organization_id")
    )
    township = empty.order_by("key")[0]
    who.post("offices-appoint", township.pk, "township", name="王五一", identity=identity(1), **GIVEN)
    term = Appointment.objects.get(organization_id=township.pk)
    assert "王五一" in who.get("offices-page", township.pk).text
    answer = who.post("offices-account", township.pk, term.person_id, status=200, username="wangwuyi")
    assert "第一次的密码" in answer.content.decode()
    assert Account.objects.filter(username="wangwuyi", must_change_password=True).exists()


def test_a_department_and_an_auditor_on_their_papers(desks: World) -> None:
    who = lead(desks)
    department = Organization.objects.filter(kind="department", county_code="620422000000").order_by("key")[0]
    who.post("offices-appoint", department.pk, "department", name="王五二", identity=identity(2), **GIVEN)
    letter = {**GIVEN, "document": "调阅函〔2026〕1号", "last_day": "2026-12-30"}
    who.post("offices-appoint", AUDIT, "auditor", name="王五三", identity=identity(3), **letter)
    auditor = Appointment.objects.get(organization_id=AUDIT, person__name="王五三")
    assert (auditor.basis, auditor.valid_until) == ("access_letter", date(2026, 12, 31))


def test_a_day_that_lies_before_is_refused_with_what_was_typed(desks: World) -> None:
    with nothing_written():
        answer = lead(desks).post(
            "offices-appoint", HUISHI, "township", status=409,
            name="王五四", identity=identity(4), **{**GIVEN, "last_day": "2026-01-01"},
        )  # fmt: skip
    assert "结束日期要晚于开始日期" in answer.content.decode()
    assert 'value="王五四"' in answer.content.decode()


def test_the_county_enters_a_townships_telephone_but_no_villages(desks: World) -> None:
    who, said = lead(desks), {"telephone": "0943-3210000", "hours": "", "duty": "", "address": ""}
    who.post("offices-counter", HUISHI, **said)
    assert Organization.objects.get(pk=HUISHI).telephone == "0943-3210000"
    with nothing_written():
        who.post("offices-counter", LIJIAWAN, status=404, **said)


def test_a_neighbouring_county_finds_nothing(desks: World) -> None:
    neighbour = Officer(desks, "od.lead", OTOG)
    with nothing_written():
        neighbour.post("offices-appoint", PINGTOUCHUAN, "township", status=404, **GIVEN)
        neighbour.post("offices-counter", PINGTOUCHUAN, status=404, telephone="1")
    assert neighbour.client.get(neighbour.url("offices-page", PINGTOUCHUAN)).status_code == 404


@pytest.mark.parametrize("username", ["hn.pt.officer", "hn.ljw.director", "hn.system", "od.lead"])
def test_no_other_office_sits_at_this_desk(desks: World, username: str) -> None:
    client, who = Officer(desks, username, HUINING).client, lead(desks)
    assert client.get(who.url("county-home")).status_code == 403
    with nothing_written():
        assert client.post(who.url("offices-appoint", HUISHI, "township"), GIVEN).status_code == 403
