"""One identity number and one telephone, looked for everywhere after every path was walked.

Encrypted in the database and on the disk, masked on the pages: whoever must read them whole says
why, and that is a line. The exceptions stand here by name, each with its reason.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from tests import harness
from tests.architecture.needles import Needles
from tests.architecture.watched import NUMBER, OFFICIAL, OFFICIAL_PHONE, PHONE, Watched, watch
from tests.conftest import connect_to
from tests.world import World, loaded
from zhengyin.documents import files
from zhengyin.documents.models import StoredFile
from zhengyin.registers.queries import lines_of

pytestmark = pytest.mark.xdist_group("watched")  # one walk, in one process, for all that look at it
NEEDLES = Needles(NUMBER, PHONE, OFFICIAL, OFFICIAL_PHONE)
# Where a whole number may be seen, by the address's name, method and status, and why.
SEEN: dict[tuple[str, str, int], tuple[set[str], str]] = {
    ("handler-reveal", "POST", 200): ({NUMBER, PHONE}, "the act itself, once, with a purpose"),
    ("committee-paper", "GET", 200): ({NUMBER}, "the sealed certificate prints the number"),
    ("committee-draft", "GET", 200): ({NUMBER}, "the same paper before it is sealed, as it is approved"),
    ("handler-register", "POST", 422): (
        {NUMBER, PHONE},
        "what was typed stands in the form that was not taken",
    ),
    ("track", "GET", 200): ({NUMBER}, "the visitor's own address, in the link to larger letters"),
    ("", "GET", 404): ({NUMBER, PHONE}, "the visitor's own address, in the link to larger letters"),
}


@dataclass(frozen=True, slots=True)
class Walked:
    """What was seen, and where it lies."""

    database: str
    seen: Watched


@contextmanager
def at(database: str) -> Iterator[None]:
    """Read there; whatever fails, no other test does."""
    before = str(connections["default"].settings_dict["NAME"])
    connect_to(database)
    try:
        yield
    finally:
        connect_to(before)


@pytest.fixture(scope="session")
def walked(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Walked]:
    """The walk, once a process, committed in a database and a home of its own."""
    source, accounts = loaded()
    name = harness.copy_of(source)
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, at(name):
        seen = watch(World(name, accounts), tmp_path_factory.mktemp("watched"), patch)
    yield Walked(name, seen)
    harness.drop(name)


@pytest.fixture
def watched(walked: Walked) -> Watched:
    return walked.seen


@pytest.fixture
def opened(
    walked: Walked, django_db_blocker: DjangoDbBlocker, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Watched]:
    """Its database and its files are read."""
    monkeypatch.setattr(settings, "FILES_DIR", walked.seen.home / Path(settings.FILES_DIR).name)
    with django_db_blocker.unblock(), at(walked.database):
        yield walked.seen


def test_nobody_sees_a_whole_number_but_here(watched: Watched) -> None:
    found: dict[tuple[str, str, int], set[str]] = {}
    for answer in watched.answers:
        if seen := NEEDLES.found_in(answer.data):
            found.setdefault((answer.name, answer.method, answer.status), set()).update(seen)
    assert found == {place: numbers for place, (numbers, _) in SEEN.items()}


def test_it_was_looked_at(watched: Watched) -> None:
    """The walk reached what it says: a table of Excel, the papers, the public pages, every desk."""
    kinds = {answer.name for answer in watched.answers if answer.status == 200}
    assert {
        "committee-table", "committee-volume", "committee-paper", "committee-draft", "committee-notice",
        "committee-register", "handler-case", "director-case", "custodian-receipt", "verify-token", "track",
        "apply-send", "oversight-figures", "administrator-logs", "deliberation-minutes", "offices-page",
    } <= kinds  # fmt: skip
    assert len(watched.answers) > 1000


def test_revealing_is_an_act_with_a_purpose(opened: Watched) -> None:
    (line,) = [line for line in lines_of(opened.revealed) if line.kind == "certificate.revealed"]
    assert line.columns["purpose"] == "打电话联系"
    assert line.person_name


def test_no_log_names_them(watched: Watched) -> None:
    assert "(an address of no page)" in watched.logs  # the mistyped ones were written, discreetly
    assert NEEDLES.found_in(watched.logs.encode()) == set()
    assert NEEDLES.found_in(watched.server_log) == set()


def test_the_dump_of_the_database_does_not_hold_them(watched: Watched) -> None:
    assert "马桂花".encode() in watched.dump and "王五一".encode() in watched.dump  # it is this database's
    assert NEEDLES.found_in(watched.dump) == set()


def test_no_file_holds_them(watched: Watched) -> None:
    """Neither in the store nor in the temporary folder: what is there at all is encrypted."""
    kept = [path for path in watched.home.rglob("*") if path.is_file()]
    assert len(kept) >= 5
    assert {path.name for path in kept if NEEDLES.found_in(path.read_bytes())} == set()
    assert list((watched.home / "temporary").iterdir()) == []


def test_the_same_data_opens_with_the_keys(opened: Watched) -> None:
    """The near miss: the search finds what is there once it is opened."""
    papers = [files.plain_of(file) for file in StoredFile.objects.filter(content_type="application/pdf")]
    assert any(NUMBER in NEEDLES.found_in(paper) for paper in papers)
