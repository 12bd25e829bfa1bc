"""A loaded demonstration in one rolled-back transaction, and a visitor without an account."""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from tests.harness import CHECKOUT
from tests.web.desk import desk_database, desks
from zhengyin.catalogue.actions import load_lists
from zhengyin.catalogue.bases.loading import load_bases
from zhengyin.regions.actions import install, load_pack
from zhengyin.regions.models import Organization
from zhengyin.registers.queries import now

__all__ = ["desk_database", "desks"]  # fixtures of the desks
PACKS = CHECKOUT / "packs"
LIJIAWAN = "620422115203"
GACHA = "150623103203"


@pytest.fixture(scope="module")
def demonstration(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Both packs with their lists, loaded once for the module and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load()
        yield
        transaction.set_rollback(True)


def load() -> None:
    """What `zhengyin load --demonstration` puts in before the people."""
    at = now()
    install(demonstration=True, at=at)
    for name in ("huining", "ordos"):
        load_pack(PACKS / name, at)
    for name in ("national", "huining", "ordos"):
        load_lists(PACKS / name, at)
        load_bases(PACKS / name, at)
    Organization.objects.filter(committee__code__in=[LIJIAWAN, GACHA]).update(
        telephone="0943-0000101",
        hours="周一至周五 8:30–12:00",
        duty="马秀兰（文书）",
        address="村小学东边（示例）",
    )


class Visitor:
    """Looks at pages; every look happens in a transaction that cannot write."""

    def __init__(self) -> None:
        self.client = Client()

    def get(self, address: str, status: int = 200) -> BeautifulSoup:
        """The page at `address`, parsed."""
        answer = self.raw(address)
        assert answer.status_code == status, answer.content.decode()[:400]
        return BeautifulSoup(answer.content, "lxml")

    def raw(self, address: str) -> HttpResponse:
        """The answer as it came."""
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION READ ONLY")
            answer: HttpResponse = self.client.get(address)
        return answer


@pytest.fixture
def visitor(demonstration: None) -> Iterator[Visitor]:
    """A resident with a telephone."""
    yield Visitor()
