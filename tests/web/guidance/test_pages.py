"""A committee asks, the department answers in one of three ways, every committee of the county reads it."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from tests.certificates import cast
from tests.certificates.attempts import execute, refuses
from tests.supervision.letters import person
from tests.web.desk import LIJIAWAN, Officer, text_of
from tests.web.deskcast import OTOG, lead, nothing_written, officer, queries_of
from tests.world import World
from zhengyin.guidance import actions
from zhengyin.guidance.actions import Said
from zhengyin.guidance.kinds import Way
from zhengyin.guidance.models import Contact, Enquiry
from zhengyin.guidance.queries import enquiries_visible_to
from zhengyin.people import actions as people
from zhengyin.people.actor import Held
from zhengyin.people.offices import Office
from zhengyin.people.policy.appoint import Paper
from zhengyin.people.who_appoints import Basis
from zhengyin.regions.models import Organization
from zhengyin.registers.queries import lines_of, now
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused
from zhengyin.web.guidance.links import link_of

ITEM, POLICE = "ISS-ZQ-01", "会宁县公安局"
WORDS, ANSWER = "从小住在这里的，从什么时候起住填哪天？", "填出生日期。"
CONTACT = {"item": ITEM, "department": POLICE, "telephone": "0943-5904063"}


def today() -> str:
    return day_of(now()).isoformat()


def clerk(desks: World) -> Officer:
    return Officer(desks, "hn.ljw.clerk", LIJIAWAN)


def asked(desks: World, **changed: Any) -> Enquiry:
    lead(desks).post("enquiry-contacts", **CONTACT)
    clerk(desks).post("enquiry-ask", **{"item": ITEM, "words": WORDS, **changed})
    return Enquiry.objects.latest("asked_at")


def entered(**changed: Any) -> dict[str, Any]:
    return {"words": ANSWER, "answered_by": "王科长", "answered_on": today(), **changed}


@pytest.mark.clause("H4.2c")
def test_a_question_by_link_is_answered_once_and_read_by_every_committee(desks: World) -> None:
    row = asked(desks)
    assert (row.department_name, row.state) == (POLICE, "enquiry_asked")
    page = clerk(desks).get("enquiries", query=f"?item={ITEM}").text
    assert "还没有答复" in page and "办公电话0943-5904063" in page
    assert link_of(row.pk) in str(lead(desks).get("enquiry", row.pk))
    with nothing_written():
        again = Client().post(link_of(row.pk), {"words": "", "answered_by": "王科长"})
    assert again.status_code == 409 and "请写明答复" in text_of(again) and "王科长" in again.content.decode()
    assert Client().post(link_of(row.pk), {"words": ANSWER, "answered_by": "王科长"}).status_code == 302
    assert ANSWER in Client().get(link_of(row.pk).lower()).content.decode()
    assert Client().post(link_of(row.pk), {"words": "别的", "answered_by": "别人"}).status_code == 409
    neighbour = Officer(desks, "hn.pt.officer", officer(desks).at)
    assert ANSWER in neighbour.get("enquiries", query="?q=出生").text
    assert "没有找到" in neighbour.get("enquiries", query="?q=户口本").text
    assert [line.kind for line in lines_of(row.pk)] == ["enquiry.asked", "enquiry.answered"]
    assert Client().get(link_of(row.pk)[:-1] + "0").status_code == 404


@pytest.mark.clause("H4.2c")
def test_the_lead_body_enters_what_the_department_said(desks: World) -> None:
    row, who = asked(desks), lead(desks)
    with nothing_written():
        clerk(desks).post("enquiry-enter", row.pk, status=403, **entered())
        refused = who.post("enquiry-enter", row.pk, status=409, **entered(answered_on="2020-01-01"))
    assert "答复日期要在" in text_of(refused) and ANSWER in refused.content.decode()
    who.post("enquiry-enter", row.pk, **entered())
    page = clerk(desks).get("enquiry", row.pk).text
    assert ANSWER in page and "主管部门录入" in page


@pytest.mark.clause("H4.2c")
def test_the_department_answers_at_its_desk_and_nobody_elses(desks: World) -> None:
    row, who = asked(desks), cast.officer("hn.lead")
    assert row.department_id is not None
    said = Said(ANSWER, "王科长")
    with pytest.raises(Refused):
        actions.answer(enquiry_id=row.pk, said=said, way=Way.DESK, actor=who, at=now())
    own = replace(who, holds=frozenset({Held(Office.DEPARTMENT, row.department_id)}))
    assert enquiries_visible_to(own).get() == row
    other = replace(who, holds=frozenset({Held(Office.DEPARTMENT, OTOG)}))
    assert not enquiries_visible_to(other).exists()
    with pytest.raises(Refused):
        actions.answer(enquiry_id=row.pk, said=said, way=Way.DESK, actor=other, at=now())
    done = actions.answer(enquiry_id=row.pk, said=said, way=Way.DESK, actor=own, at=now())
    assert (done.state, done.way) == ("enquiry_answered", "desk")


def test_the_desk_of_the_department_answers_once_and_keeps_what_was_typed(desks: World) -> None:
    row, at = asked(desks), now()
    assert row.department_id is not None
    people.appoint(
        person_id=person("hn.auditor"), organization_id=row.department_id, office=Office.DEPARTMENT,
        since=day_of(at), paper=Paper(Basis.DOCUMENT, "联审部门联络员名单（示例）"),
        actor=cast.officer("hn.lead"), at=at,
    )  # fmt: skip
    who = Officer(desks, "hn.auditor", row.department_id)
    assert WORDS in who.get("enquiries").text
    with nothing_written():
        again = who.post("enquiry-answer", row.pk, status=409, words=" ", answered_by="王科长")
        lead(desks).post("enquiry-answer", row.pk, status=403, words=ANSWER, answered_by="王科长")
    assert "请写明答复" in text_of(again) and "王科长" in again.content.decode()
    who.post("enquiry-answer", row.pk, words=ANSWER, answered_by="王科长")
    who.post("enquiry-answer", row.pk, status=409, words="别的", answered_by="王科长")
    page = clerk(desks).get("enquiry", row.pk).text
    assert ANSWER in page and "别的" not in page


@pytest.mark.clause("H4.2c")
def test_another_county_reads_nothing_and_enters_nothing(desks: World) -> None:
    """Near miss: the own lead body does."""
    row, other = asked(desks), Officer(desks, "od.lead", OTOG)
    other.get("enquiry", row.pk, status=404)
    assert WORDS not in other.get("enquiries").text
    with nothing_written():
        other.post("enquiry-enter", row.pk, status=404, **entered())
    lead(desks).get("enquiry", row.pk)


def test_the_same_question_sent_twice_is_one_and_names_nobody(desks: World) -> None:
    row = asked(desks)
    clerk(desks).post("enquiry-ask", item=ITEM, words=WORDS)
    assert Enquiry.objects.count() == 1
    with nothing_written():
        wrong = clerk(desks).post("enquiry-ask", status=409, item=ITEM, words="打13800000117")
    assert "不要写身份证号码和手机号" in text_of(wrong) and row.words == WORDS


def test_a_contact_is_an_office_line_and_may_change(desks: World) -> None:
    who = lead(desks)
    assert "还没有" in who.get("enquiry-contacts").text
    with nothing_written():
        wrong = who.post("enquiry-contacts", status=409, **{**CONTACT, "telephone": "13800000117"})
    assert "请填办公电话" in text_of(wrong)
    who.post("enquiry-contacts", **CONTACT)
    who.post("enquiry-contacts", **CONTACT)  # sent twice, one line
    who.post("enquiry-contacts", **{**CONTACT, "telephone": "0943-5904064"})
    row = Contact.objects.get()
    assert row.department == Organization.objects.get(name=POLICE) and row.telephone.endswith("64")
    assert len(lines_of(row.pk)) == 2


def test_the_list_asks_little(desks: World) -> None:
    asked(desks)
    who = clerk(desks)
    few = queries_of(who, who.url("enquiries"))
    for no in range(4):
        who.post("enquiry-ask", item=ITEM, words=f"第{no}个问题")
    assert queries_of(who, who.url("enquiries")) == few


ANSWERED = "state = 'enquiry_answered', answer = '好', answered_by = '王', answered_on = now(), way = 'desk'"


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", ANSWERED),
        ("enquiry_path", f"{ANSWERED}, words = '别的'"),
        ("enquiry_path", "words = '别的'"),
        ("enquiry_answer_is_whole", ANSWERED.replace("'好'", "''")),
        ("enquiry_answer_is_whole", ANSWERED.replace("now()", "NULL")),
        ("enquiry_known_words", ANSWERED.replace("desk", "air")),
    ],
)
def test_the_database_keeps_a_question_as_it_was_asked(desks: World, guard: str, change: str) -> None:
    row = asked(desks)
    statement = f"UPDATE guidance_enquiry SET {change} WHERE id = %s"
    if guard:
        refuses(guard, statement, row.pk)
    else:
        execute(statement, row.pk)
        refuses("enquiry_path", "UPDATE guidance_enquiry SET answer = '改' WHERE id = %s", row.pk)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {"item_code": "ISS-XX-01"}),
        ("contact_once_an_item", {}),
        ("contact_is_an_office_line", {"item_code": "ISS-XX-01", "telephone": "13800000117"}),
        ("contact_is_an_office_line", {"item_code": "ISS-XX-01", "department_name": ""}),
    ],
)
def test_the_database_keeps_contacts_to_office_lines(
    desks: World, guard: str, change: dict[str, str]
) -> None:
    asked(desks)
    copied("guidance_contact", guard, change)


@pytest.mark.parametrize(
    "guard, change",
    [
        ("", {}),
        ("enquiry_asks", {"words": ""}),
        ("enquiry_asks", {"item_code": ""}),
        ("enquiry_path", {"state": "enquiry_answered"}),
    ],
)
def test_a_question_begins_as_one(desks: World, guard: str, change: dict[str, str]) -> None:
    asked(desks)
    copied("guidance_enquiry", guard, change)


def copied(table: str, guard: str, change: dict[str, str]) -> None:
    """The row once more with these things changed; an empty guard: it goes in."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        names = [column.name for column in cursor.description]
        values = dict(zip(names, cursor.fetchone(), strict=True)) | change
    values["id"] = "00000000-0000-4000-8000-000000000001"
    places = ", ".join(["%s"] * len(values))
    statement = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({places})"
    if guard:
        refuses(guard, statement, *values.values())
    else:
        execute(statement, *values.values())
