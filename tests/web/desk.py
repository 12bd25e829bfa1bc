"""The demonstration world at its desks: real accounts, real sessions, everything rolled back after a test."""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from django.core.signing import TimestampSigner
from django.db import connections, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP
from pytest_django.plugin import DjangoDbBlocker

from tests import harness
from tests.conftest import connect_to
from tests.world import World, loaded
from zhengyin.people import actions as people
from zhengyin.people.models import Account
from zhengyin.people.policy.factors import Factor
from zhengyin.regions.names import OrganizationKind, key_of, organization_id
from zhengyin.registers.queries import now
from zhengyin.web.account import idle
from zhengyin.web.account.entering import BACKEND
from zhengyin.web.actors import SESSION

LIJIAWAN = organization_id(key_of(OrganizationKind.COMMITTEE, "620422115203"))
GACHA = organization_id(key_of(OrganizationKind.COMMITTEE, "150623103203"))


@pytest.fixture(scope="session")
def desk_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """One copy of the loaded world for every test of the desks."""
    source, accounts = loaded()
    name = harness.copy_of(source)
    yield World(name, accounts)
    harness.drop(name)


@pytest.fixture
def desks(desk_database: World, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The world in one transaction that is rolled back."""
    before = connections["default"].settings_dict["NAME"]
    with django_db_blocker.unblock():
        connect_to(desk_database.database)
        around = transaction.atomic()
        around._from_testcase = True  # type: ignore[attr-defined]  # lets a durable block in, as TestCase does
        with around:
            yield desk_database
            transaction.set_rollback(True)
        connect_to(before)


PAGES = {
    "director-approve": "director-case", "director-countersign": "director-case",
    "letters-approve": "letters-case",
}  # fmt: skip


@dataclass
class Officer:
    """One person of the cast with a browser; the second factor of the log-in is not walked through here."""

    world: World
    username: str
    at: UUID
    client: Client = field(default_factory=Client)
    steps: int = 0

    def __post_init__(self) -> None:
        account = Account.objects.get(username=self.username)
        session = people.open_session(
            account=account, factor=Factor.APP, device=None, address_prefix="127.0.0.0", at=now()
        )
        self.client.force_login(account, backend=BACKEND)
        browser = self.client.session
        browser[SESSION] = str(session.id)
        browser.save()
        self.client.cookies[idle.COOKIE] = TimestampSigner(salt="zhengyin.seen").sign(str(session.id))

    def code(self) -> str:
        """The next code of the app: each is good once, so the n-th call looks n steps ahead of the last."""
        totp = TOTP(base64.b32decode(self.world.account(self.username)["totp_secret"]))
        totp.time = now().timestamp() + 30 * (self.steps - 1)
        self.steps += 1
        return f"{totp.token():06d}"

    def url(self, name: str, *parts: object) -> str:
        return reverse(name, args=[self.at, *parts])

    def get(self, name: str, *parts: object, status: int = 200, query: str = "") -> BeautifulSoup:
        answer = self.client.get(self.url(name, *parts) + query)
        assert answer.status_code == status, text_of(answer)
        return BeautifulSoup(answer.content, "lxml")

    def post(self, name: str, /, *parts: object, status: int = 302, **said: object) -> HttpResponse:
        answer: HttpResponse = self.client.post(self.url(name, *parts), said)
        assert answer.status_code == status, text_of(answer)
        return answer

    def agree(self, name: str, case: UUID, *, status: int = 302, **said: object) -> HttpResponse:
        """Look at the page, then approve what it showed, or whatever `said` has as seen."""
        page = BeautifulSoup(self.client.get(self.url(PAGES[name], case)).content, "lxml")
        field = page.select_one(f"form[action='{self.url(name, case)}'] input[name=seen]")
        return self.post(name, case, status=status, **{"seen": field["value"] if field else "", **said})


def text_of(answer: HttpResponse) -> str:
    """What the page says, for a failed test."""
    words = re.sub(r"\s+", " ", BeautifulSoup(answer.content, "lxml").get_text(" ", strip=True))
    return f"{answer.status_code} {answer.headers.get('Location', '')} {words[:1500]}"
