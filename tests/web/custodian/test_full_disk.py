"""A disk that really is full, the file store's and the database's: said, nothing half done, on it goes."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from django.conf import settings
from django.db import connections
from psycopg import sql
from pytest_django.plugin import DjangoDbBlocker

from tests import harness, tiny
from tests.certificates.attempts import written
from tests.certificates.many import approved_many
from tests.conftest import connect_to
from tests.web.desk import LIJIAWAN, Officer
from tests.world import World, loaded
from zhengyin.certificates import actions
from zhengyin.certificates.models import Certificate, GrantedPaper
from zhengyin.cli.os_users import make_folder
from zhengyin.cli.places import DATABASE_USER
from zhengyin.documents import files
from zhengyin.people.models import Account
from zhengyin.people.queries import actor_for
from zhengyin.registers.queries import now
from zhengyin.web.actors import SESSION

SPARE = 3 << 20  # bytes beside the database's own; its first pages of a day must fit
SAID = {"impressions": "1", "kin": "no"}


class Desk:
    """The custodian with approved papers and one grant for all of them."""

    def __init__(self, world: World, papers: int) -> None:
        self.who = Officer(world, "hn.ljw.custodian", LIJIAWAN)
        self.cases = approved_many("hn.ljw", papers, now())
        account = Account.objects.get(username="hn.ljw.custodian")
        actor = actor_for(account, UUID(self.who.client.session[SESSION]), now())
        self.grant = actions.grant(certificate_ids=self.cases, actor=actor, at=now()).id

    def seal(self, case: UUID) -> int:
        """The status of one click."""
        address = self.who.url("custodian-do-seal", case, self.grant)
        answer = self.who.client.post(address, SAID, headers={"Referer": "http://testserver/before"})
        if answer.status_code == 507:
            said = answer.content.decode()
            assert "磁盘满了" in said and "什么都没有记下" in said and 'href="/before"' in said
        return int(answer.status_code)

    def is_untouched(self, case: UUID) -> bool:
        """Approved as before, without a number, its grant unused."""
        row = Certificate.objects.get(pk=case)
        unused = GrantedPaper.objects.filter(certificate=case, used_at=None).exists()
        return (row.state, row.no, row.document_id) == ("approved", None, None) and unused


def test_the_file_store_is_full(demo_world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(demo_world, papers=2)
    with tiny.disk(tmp_path / "files", size=1 << 20) as folder:
        monkeypatch.setattr(settings, "FILES_DIR", folder)
        tiny.fill(folder, leaving=16 << 10)  # the beginning of a paper fits, the paper does not
        before, (first, second) = written(), desk.cases
        assert desk.seal(first) == 507
        assert written() == before and desk.is_untouched(first)
        assert [path.name for path in folder.rglob("*") if path.is_file()] == [tiny.FILLER]
        tiny.make_room(folder)
        assert (desk.seal(first), desk.seal(second)) == (302, 302)
        rows = [Certificate.objects.get(pk=case) for case in desk.cases]
        assert [row.no for row in rows] == [1, 2]
        assert all(row.document_id and files.get(row.document_id).startswith(b"%PDF-") for row in rows)


@pytest.fixture
def cramped(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[World, Path]]:
    """The demonstration world, committed, in a tablespace on a disk of its own with a little room."""
    source, accounts = loaded()
    before, name = str(connections["default"].settings_dict["NAME"]), f"cramped_{os.getpid()}"
    with psycopg.connect(harness.CLUSTER.superuser_url(), autocommit=True) as superuser:
        found = superuser.execute("SELECT pg_database_size(%s)", [source]).fetchone()
        assert found
        with tiny.disk(harness.WHERE.home / name, size=found[0] + SPARE) as folder:
            inside = make_folder(folder / "space", 0o700, DATABASE_USER)
            superuser.execute(f"CREATE TABLESPACE {name} LOCATION '{inside}'")
            try:
                made = "CREATE DATABASE {0} TEMPLATE {1} OWNER {2} TABLESPACE {0} STRATEGY FILE_COPY"
                superuser.execute(sql.SQL(made).format(*map(sql.Identifier, (name, source, harness.OWNER))))
                superuser.execute(f"GRANT CONNECT ON DATABASE {name} TO {harness.APPLICATION}")
                with django_db_blocker.unblock():
                    connect_to(name)
                    yield World(name, accounts), folder
                    connect_to(before)
            finally:
                harness.drop(name)
                superuser.execute(f"DROP TABLESPACE {name}")


def test_the_database_is_full(cramped: tuple[World, Path]) -> None:
    """What still fits into begun pages is sealed, whole; the first that does not leaves nothing."""
    world, folder = cramped
    desk = Desk(world, papers=24)
    tiny.fill(folder)
    sealed: list[UUID] = []
    waiting = iter(desk.cases)
    for case in waiting:
        before = written()[:-1]  # a whole encrypted file without a row may lie there until the sweep
        if desk.seal(case) == 507:
            break
        sealed.append(case)
    else:
        pytest.fail("the disk never was full")
    assert written()[:-1] == before and desk.is_untouched(case)
    tiny.make_room(folder)
    left = [case, *waiting]
    assert {desk.seal(one) for one in left} == {302}
    numbers = {row.pk: row.no for row in Certificate.objects.filter(pk__in=desk.cases)}
    assert [numbers[one] for one in (*sealed, *left)] == list(range(1, len(desk.cases) + 1))
