"""Fixtures that every room shares."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections

from tests import harness
from tests.world import World, loaded


def connect_to(name: str) -> None:
    connections["default"].close()
    connections["default"].settings_dict["NAME"] = name
    settings.DATABASES["default"]["NAME"] = name


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: object) -> Iterator[None]:
    """The application's role on a copy of the migrated template, instead of Django's own making."""
    name = harness.copy_of(harness.template())
    connect_to(name)
    yield
    connections["default"].close()
    harness.drop(name)


@pytest.fixture
def fresh_database(django_db_setup: None, django_db_blocker) -> Iterator[str]:  # type: ignore[no-untyped-def]
    """A database of one's own in which work is committed; gives its name."""
    before = connections["default"].settings_dict["NAME"]
    name = harness.copy_of(harness.template())
    with django_db_blocker.unblock():
        connect_to(name)
        yield name
        connect_to(before)
    harness.drop(name)


@pytest.fixture
def demo_world(django_db_setup: None, django_db_blocker) -> Iterator[World]:  # type: ignore[no-untyped-def]
    """A committed database with both packs, lists, cast and seals, and the accounts of its cast."""
    before = connections["default"].settings_dict["NAME"]
    source, accounts = loaded()
    name = harness.copy_of(source)
    with django_db_blocker.unblock():
        connect_to(name)
        yield World(name, accounts)
        connect_to(before)
    harness.drop(name)


SHOWN: dict[str, list[str]] = {}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let each report carry the clauses its test shows; xdist hands reports to the controller."""
    for item in items:
        for mark in item.iter_markers("clause"):
            item.user_properties.extend(("clause", clause) for clause in mark.args)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "call" and report.passed:
        for name, clause in report.user_properties:
            if name == "clause":
                SHOWN.setdefault(str(clause), []).append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    shutil.rmtree(Path(settings.FILES_DIR).parent, ignore_errors=True)
    if not hasattr(session.config, "workerinput") and session.config.args == ["tests"]:
        record = harness.CHECKOUT / "var" / "clauses.json"
        record.write_text(json.dumps({clause: sorted(SHOWN[clause]) for clause in sorted(SHOWN)}, indent=1))
