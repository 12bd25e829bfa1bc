"""The demonstration's people as actors, and the values acts take when nothing is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest

from zhengyin.ledger.models import Entry
from zhengyin.people.actor import Actor
from zhengyin.people.models import Account, Appointment, Person
from zhengyin.people.queries import actor_for
from zhengyin.regions.models import Committee
from zhengyin.regions.names import organization_id
from zhengyin.regions.packs import Demo
from zhengyin.registers.queries import RegisterLine, lines_of
from zhengyin.seals import actions
from zhengyin.seals.models import (
    Collection,
    CountyAuthority,
    Custody,
    Destruction,
    Filing,
    Handover,
    Impression,
    Seal,
    SigningCertificate,
    Stop,
    TakeOut,
)
from zhengyin.seals.models import Resolution as Decided
from zhengyin.seals.policy.custody import Entrustment
from zhengyin.seals.policy.resolution import Resolution
from zhengyin.shared.refusal import Refused

PACKS = Path(__file__).resolve().parents[2] / "packs"
AT = datetime(2026, 11, 20, 2, 0, tzinfo=timezone.utc)
TODAY = date(2026, 11, 20)
ISSUED_ON = date(2026, 3, 2)
SINCE = date(2026, 3, 10)

LIJIAWAN = organization_id("committee:620422115203")
PINGTOUCHUAN = organization_id("committee:620422115201")
HUISHIMEN = organization_id("committee:620422100003")
HARIGENTU = organization_id("committee:150623103203")
VIRTUAL = organization_id("committee:150623400498")
PINGTOUCHUAN_TOWN = organization_id("township:620422115000")
HUINING, BANNER = "620422000000", "150623000000"

ENTRUSTMENT = Entrustment(date(2026, 3, 9), "主任委托书（示例）")
RESOLUTION = Resolution(
    meeting="嘎查村民代表会议",
    party_nominated_on=date(2026, 3, 5),
    committee_nominated_on=date(2026, 3, 6),
    held_on=date(2026, 3, 9),
    presided_by="巴特尔",
    eligible=31,
    present=27,
    votes_for=20,
    votes_against=4,
    abstentions=3,
    quorum=21,
    majority=14,
    article="嘎查村民代表会议议事规则第九条（示例）",
    minutes="2026年第3次会议记录（示例）",
)


@dataclass(frozen=True, slots=True)
class Cast:
    """Both packs' people, by the keys of their files."""

    demos: dict[str, Demo]

    def person(self, key: str) -> Person:
        for demo in self.demos.values():
            for one in demo.persons:
                if one.key == key:
                    return Account.objects.select_related("person").get(username=one.login).person
        raise KeyError(key)

    def actor(self, key: str, at: datetime = AT) -> Actor:
        """The person acting at `at`, as at set-up: without a session."""
        return actor_for(Account(person=self.person(key)), None, at)

    def ordered(self, organization_id: UUID = LIJIAWAN, officer: str = "pt_officer") -> Seal:
        return actions.order_seal(organization_id=organization_id, actor=self.actor(officer), at=AT)

    def issued(self, organization_id: UUID = LIJIAWAN, officer: str = "pt_officer") -> Seal:
        """A seal in use, of ISSUED_ON or, where it follows another, of today; with the county's authority."""
        county = HUINING if officer in ("pt_officer", "hs_officer") else BANNER
        if not CountyAuthority.objects.filter(county_code=county, retired_at=None).exists():
            actions.make_county_authority(county_code=county, at=AT)
        seal = self.ordered(organization_id, officer)
        return actions.issue_seal(
            seal_id=seal.pk,
            made_on=ISSUED_ON,
            issued_on=TODAY if seal.replaces_id else ISSUED_ON,
            received_by="李国栋",
            actor=self.actor(officer),
            at=AT,
        )

    def kept(self, person: str = "ljw_custodian", at: datetime = AT) -> Custody:
        """李家湾's seal, kept by `person`, recorded at `at`."""
        return actions.appoint_custodian(
            seal_id=self.issued().pk,
            person_id=self.person(person).pk,
            ground=ENTRUSTMENT,
            place="村委会办公室保险柜",
            since=SINCE,
            actor=self.actor("ljw_director", at),
            at=at,
        )


def later(days: int) -> datetime:
    return AT + timedelta(days=days)


def kinds_of(subject: UUID) -> list[str]:
    return [line.kind for line in lines_of(subject)]


def last_line(subject: UUID) -> RegisterLine:
    return lines_of(subject)[-1]


@contextmanager
def refused(*codes: str) -> Iterator[None]:
    """The act inside is refused for exactly these reasons, and nothing is written."""
    before = written()
    with pytest.raises(Refused) as caught:
        yield
    assert [refusal.code for refusal in caught.value.refusals] == list(codes)
    assert written() == before


def written() -> tuple[object, ...]:
    """All this room could have changed: rows of its tables, offices, lines."""
    seals = list(Seal.objects.order_by("id").values())
    custodies = list(Custody.objects.order_by("id").values())
    take_outs = list(TakeOut.objects.order_by("id").values())
    filings = list(Filing.objects.order_by("id").values())
    certificates = list(SigningCertificate.objects.order_by("id").values())
    authorities = list(CountyAuthority.objects.order_by("id").values())
    stops = list(Stop.objects.order_by("id").values())
    committees = list(Committee.objects.order_by("code").values_list("ended_on", "ended_how"))
    written_once = (Decided, Appointment, Entry, Collection, Destruction, Impression)
    counts = tuple(model.objects.count() for model in written_once)
    handovers = list(Handover.objects.order_by("id").values())
    running = handovers, custodies, take_outs, filings
    return seals, running, certificates, authorities, stops, committees, counts
