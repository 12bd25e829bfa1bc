"""A county with one township and two villages, and people appointed there by recorded acts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from django.db import connection
from stdnum.cn import ric

from zhengyin.people import actions
from zhengyin.people.actor import Actor
from zhengyin.people.models import Account, Appointment, Person
from zhengyin.people.offices import Office
from zhengyin.people.policy.appoint import Paper
from zhengyin.people.queries import actor_for
from zhengyin.people.who_appoints import Basis
from zhengyin.regions.actions import install
from zhengyin.regions.models import Committee, Division, Organization
from zhengyin.regions.names import organization_id

NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)
ELECTED = date(2026, 1, 5)
COUNTY = "620422000000"
DIVISIONS = (
    ("620000000000", "甘肃省", "province", None),
    ("620400000000", "白银市", "prefecture", "620000000000"),
    (COUNTY, "会宁县", "county", "620400000000"),
    ("620422115000", "平头川镇", "township", COUNTY),
    ("620422116000", "邻镇", "township", COUNTY),
    ("620422115203", "李家湾村民委员会", "committee", "620422115000"),
    ("620422115201", "平头川村民委员会", "committee", "620422115000"),
)
VILLAGE = organization_id("committee:620422115203")
OTHER_VILLAGE = organization_id("committee:620422115201")
TOWNSHIP = organization_id("township:620422115000")
OTHER_TOWNSHIP = organization_id("township:620422116000")
LEAD = organization_id(f"county_lead:{COUNTY}")
CITY = organization_id("city:620400000000")
ADMINISTRATION = organization_id(f"administration:{COUNTY}")
BY_ELECTION = Paper(Basis.ELECTION, "2026年换届选举结果（示例）", ELECTED)
BY_DOCUMENT = Paper(Basis.DOCUMENT, "任职文件（示例）")
BY_DIRECTOR = Paper(Basis.DIRECTOR, "主任指定（示例）")


def organization(kind: str, code: str, name: str) -> Organization:
    key = f"{kind}:{code}"
    county = COUNTY if code.startswith(COUNTY[:6]) else code
    return Organization.objects.create(
        id=organization_id(key), key=key, kind=kind, division_id=code, name=name, county_code=county
    )


def committee(code: str, name: str, township: str, township_name: str) -> None:
    Committee.objects.create(
        organization_id=organization("committee", code, name).id, township_id=organization_id(township),
        county_code=COUNTY, code=code, name=name, short_name=name[:4], kind="village", issuer=True,
        spoken=township_name + name, pinyin="x", initials="x", spoken_pinyin="x", spoken_initials="x",
    )  # fmt: skip


def identity_number(serial: int) -> str:
    """A well-formed number nobody has: sequence 000, another birthday each."""
    body = f"620422{1950 + serial // 300}{serial // 28 % 10 + 1:02d}{serial % 28 + 1:02d}000"
    return body + ric.calc_check_digit(body + "0")


@dataclass
class World:
    """People and accounts by name; `act` gives the actor of that day."""

    people: dict[str, Person] = field(default_factory=dict)
    terms: dict[str, Appointment] = field(default_factory=dict)

    def person(self, name: str) -> Person:
        if name not in self.people:
            self.people[name] = actions.register_person(
                name=name,
                identity=identity_number(len(self.people)),
                phone=f"1380000{len(self.people):04d}",
                county_code=COUNTY,
                at=NOW,
            )
        return self.people[name]

    def act(self, name: str, at: datetime = NOW) -> Actor:
        return actor_for(Account(person=self.person(name)), None, at)

    def appoint(
        self, name: str, office: Office, where: UUID, by: str, paper: Paper, second: str = ""
    ) -> Appointment:
        self.terms[f"{name} {office}"] = made = actions.appoint(
            person_id=self.person(name).id,
            organization_id=where,
            office=office,
            since=ELECTED,
            paper=paper,
            actor=self.act(by),
            second=self.act(second) if second else None,
            at=NOW,
        )
        return made

    def account(self, name: str, username: str = "") -> Account:
        made, _ = actions.accounts.make(
            person_id=self.person(name).id,
            username=username or f"u{len(self.people)}.{self.person(name).id.hex[:6]}",
            password=PASSWORD,
            demonstration=True,
            at=NOW,
        )
        return made


PASSWORD = "correct horse battery"
DIRECTOR, DEPUTY, CLERK, KEEPER, NEWCOMER = "李国栋", "王桂芳", "马秀兰", "张建平", "白文海"
SECRETARY, OFFICER, OFFICER2, LEAD1, LEAD2 = "赵永红", "杨振华", "石玉霞", "高明远", "曹静"


@pytest.fixture
def places(db: None) -> None:
    install(demonstration=True, at=NOW)
    for code, name, level, parent in DIVISIONS:
        county = COUNTY if code.startswith(COUNTY[:6]) else code
        Division.objects.create(
            code=code, name=name, level=level, parent_id=parent, county_code=county, pinyin="x"
        )
    organization("city", "620400000000", "白银市民政局")
    organization("county_lead", COUNTY, "会宁县民政局")
    organization("administration", COUNTY, "会宁县系统管理")
    organization("township", "620422115000", "平头川镇人民政府")
    organization("township", "620422116000", "邻镇人民政府")
    for code, name, _, _ in DIVISIONS[-2:]:
        committee(code, name, "township:620422115000", "平头川镇")


@pytest.fixture
def world(places: None) -> World:
    """Everybody in office from the election on, each appointed by whom the table names."""
    world = World()
    three = {
        Office.SYSTEM_ADMINISTRATOR: world.person("田浩").id,
        Office.SECURITY_ADMINISTRATOR: world.person("罗欣").id,
        Office.AUDIT_ADMINISTRATOR: world.person("谢芳").id,
    }
    actions.set_up_administrators(
        organization_id=ADMINISTRATION, people=three, document="开通设置单（示例）", at=NOW
    )
    world.appoint(LEAD1, Office.COUNTY_LEAD, LEAD, "田浩", BY_DOCUMENT, "罗欣")
    world.appoint(LEAD2, Office.COUNTY_LEAD, LEAD, "田浩", BY_DOCUMENT, LEAD1)
    world.appoint(OFFICER, Office.TOWNSHIP, TOWNSHIP, LEAD1, BY_DOCUMENT)
    world.appoint(OFFICER2, Office.TOWNSHIP, TOWNSHIP, LEAD1, BY_DOCUMENT)
    world.appoint(DIRECTOR, Office.DIRECTOR, VILLAGE, OFFICER, BY_ELECTION)
    world.appoint(DEPUTY, Office.COMMITTEE_MEMBER, VILLAGE, OFFICER, BY_ELECTION)
    world.appoint(SECRETARY, Office.PARTY_ORGANIZATION, VILLAGE, OFFICER, BY_ELECTION)
    world.appoint(CLERK, Office.HANDLER, VILLAGE, DIRECTOR, BY_DIRECTOR)
    world.appoint(KEEPER, Office.CUSTODIAN, VILLAGE, DIRECTOR, BY_DIRECTOR)
    return world


@pytest.fixture
def raw(world: World) -> Iterator["Raw"]:
    yield Raw(world)


class Raw:
    """Inserts by raw SQL as the application's role, past every rule in Python."""

    def __init__(self, world: World) -> None:
        self.newcomer = world.person(NEWCOMER).id
        self.director = world.person(DIRECTOR).id

    def insert(self, **changes: object) -> None:
        row: dict[str, object] = {
            "id": uuid4(),
            "person_id": self.newcomer,
            "organization_id": VILLAGE,
            "office": "handler",
            "nature": "appointed",
            "standing": "regular",
            "position": "",
            "valid_from": TODAY,
            "valid_until": None,
            "appointed_by_id": self.director,
            "basis": "director",
            "basis_document": "文件",
            "county_code": COUNTY,
            "recorded_at": NOW,
            "end_reason": "",
            **changes,
        }
        names = ", ".join(row)
        holes = ", ".join(["%s"] * len(row))
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO people_appointment ({names}) VALUES ({holes})", list(row.values()))


def constraint_of(error: Exception) -> str:
    """The name of the constraint a database error speaks of."""
    found = re.search(r'constraint "(\w+)"', str(error))
    return found.group(1) if found else str(error)
