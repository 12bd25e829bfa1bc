"""A practice database in one rolled-back transaction, served as the practice process serves it."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from tests import harness
from tests.conftest import connect_to
from tests.harness import CHECKOUT
from tests.web.desk import desk_database, desks
from zhengyin.cli.load import load_practice
from zhengyin.practice.secrets import app_secret_of
from zhengyin.registers.queries import now

__all__ = ["desk_database", "desks"]  # fixtures of the desks
PINGTOUCHUAN, ANGSU = "620422115000", "150623103000"
KEY = "a-key-both-sides-were-given"
PROCESS = {
    "PRACTICE": True,
    "PRACTICE_KEY": KEY,
    "MIDDLEWARE": [
        "zhengyin.web.middleware.practice.Cookies",
        *settings.MIDDLEWARE[:-1],
        "zhengyin.web.middleware.practice.Gate",
        settings.MIDDLEWARE[-1],
    ],
}


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What `zhengyin load --practice` puts in, once for a module, into a database of its own."""
    before, own = str(connection.settings_dict["NAME"]), harness.copy_of(harness.template())
    with django_db_blocker.unblock():
        connect_to(own)
        around = transaction.atomic()
        around._from_testcase = True  # type: ignore[attr-defined]  # lets a durable block in, as TestCase does
        with around:
            load_practice([CHECKOUT / "packs" / name for name in ("huining", "ordos")], now())
            yield
            transaction.set_rollback(True)
        connect_to(before)
    harness.drop(own)


@pytest.fixture
def practice(loaded: None) -> Iterator[None]:
    """The practice process on it; what a test did is undone."""
    inside = transaction.atomic()
    inside._from_testcase = True  # type: ignore[attr-defined]
    with override_settings(**PROCESS), inside:
        yield
        transaction.set_rollback(True)


@dataclass(frozen=True, slots=True)
class Shown:
    """Secrets as the page of practice shows them, where the tests of the desks look for them."""

    def account(self, username: str) -> dict[str, str]:
        return {"totp_secret": base64.b32encode(app_secret_of(username)).decode()}
