"""The people of the demonstration above the committees, and how tests say that nothing was written."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.http import HttpResponse
from stdnum.cn import ric

from tests.web.desk import GACHA, LIJIAWAN, Officer
from tests.world import World
from zhengyin.ledger.models import Entry
from zhengyin.people.models import Account, Appointment, Person
from zhengyin.regions.models import Committee, Organization
from zhengyin.regions.names import organization_id
from zhengyin.registers.queries import now
from zhengyin.seals.models import Custody, Seal, SigningCertificate, TakeOut
from zhengyin.shared.days import day_of

PINGTOUCHUAN = organization_id("township:620422115000")
HUISHI = organization_id("township:620422100000")
ANGSU = organization_id("township:150623103000")
HUINING = organization_id("county_lead:620422000000")
OTOG = organization_id("county_lead:150623000000")
ADMINISTRATION = organization_id("administration:620422000000")
AUDIT = organization_id("audit:620422000000")
DAY = "2026-01-10"
__all__ = ["GACHA", "LIJIAWAN"]


def officer(world: World) -> Officer:
    return Officer(world, "hn.pt.officer", PINGTOUCHUAN)


def lead(world: World) -> Officer:
    return Officer(world, "hn.lead", HUINING)


def director(world: World) -> Officer:
    return Officer(world, "hn.ljw.director", LIJIAWAN)


def today() -> str:
    return day_of(now()).isoformat()


def village(code: str = "620422115202") -> Committee:
    """A committee of 平头川镇 nobody of the cast works in."""
    return Committee.objects.exclude(legal_name__gt="").get(code=code)


def identity(serial: int) -> str:
    """A well-formed number nobody has."""
    body = f"62042219{40 + serial:02d}0202000"
    return body + ric.calc_check_digit(body + "0")


def written() -> tuple[object, ...]:
    """All that an act at these desks could change."""
    seals = list(Seal.objects.order_by("id").values())
    terms = list(Appointment.objects.order_by("id").values())
    names = list(Committee.objects.order_by("code").values_list("legal_name", "uscc"))
    places = list(Organization.objects.order_by("key").values_list("telephone", "hours", "duty", "address"))
    custodies = list(Custody.objects.order_by("id").values())
    take_outs = list(TakeOut.objects.order_by("id").values())
    certificates = list(SigningCertificate.objects.order_by("id").values())
    counts = (Entry.objects.count(), Person.objects.count(), Account.objects.filter(is_active=True).count())
    return seals, terms, names, places, custodies, take_outs, certificates, counts


@contextmanager
def nothing_written() -> Iterator[None]:
    before = written()
    yield
    assert written() == before


def queries_of(who: Officer, page: str) -> int:
    """How often the page asks the database."""
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        assert who.client.get(page).status_code == 200
    return len(asked)


def said(answer: HttpResponse) -> str:
    return answer.content.decode()
