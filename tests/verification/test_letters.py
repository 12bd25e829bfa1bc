"""A letter of introduction carries codes, and a stranger finds it by them."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.certificates.cast import officer
from tests.documents.reading import picture_of, text_of
from tests.verification.test_look_up import behind_the_guards
from tests.workuse import cast
from tests.world import World
from zhengyin.documents import files, qr, signing
from zhengyin.registers.queries import now
from zhengyin.verification import actions
from zhengyin.verification.counter import COUNTER
from zhengyin.verification.outcome import Outcome
from zhengyin.verification.queries import By
from zhengyin.workuse import actions as work
from zhengyin.workuse.kinds import VoidWhy
from zhengyin.workuse.models import WorkUse

pytestmark = pytest.mark.usefixtures("settled")
MOST_QUERIES = 6  # clock, certificate, slip, letter, doubts, demonstration


@pytest.fixture
def settled(demo_world: World) -> Iterator[None]:
    """The demonstration; looks are counted before it goes."""
    yield
    COUNTER.settle()


def lose_the_seal(world: World, whose: str, committee: UUID, since: datetime) -> None:
    """That of the committee (`=`), or those of all others (`<>`)."""
    behind_the_guards(
        world,
        "INSERT INTO seals_stop (id, seal_id, reason, since, stopped_at)"
        " SELECT gen_random_uuid(), id, 'seal_lost', %s, 'infinity' FROM seals_seal"
        f" WHERE committee_id {whose} %s",
        since, committee,
    )  # fmt: skip


def paper_of(work_use: WorkUse) -> bytes:
    assert work_use.document_id
    return files.get(work_use.document_id)


def codes_on(pdf: bytes) -> tuple[str, str]:
    """The token and the 核对码, read off the paper itself."""
    token = qr.read(picture_of(pdf))[0].rsplit("/", 1)[1]
    typed = re.search(r"输入核对码\s*((?:[A-Z0-9]{4}\s*){3})", text_of(pdf))
    assert typed
    return token, typed[1]


def look(by: By, key: str, days: int = 0) -> Outcome:
    at = now() + timedelta(days=days)
    return actions.look_up(by=by, key=key, address="203.0.113.7", at=at).outcome


def test_it_is_found_by_what_is_held_of_it() -> None:
    pdf = paper_of(cast.sealed(cast.introduction()))
    token, code = codes_on(pdf)
    assert look(By.TOKEN, token) is look(By.TOKEN, token.lower()) is Outcome.IN_FORCE
    assert look(By.CODE, code) is Outcome.IN_FORCE
    assert look(By.FILE, signing.sha256(pdf)) is Outcome.IN_FORCE
    assert look(By.FILE, signing.sha256(pdf + b"\n")) is Outcome.NOT_FOUND
    assert look(By.TOKEN, token[:-1]) is look(By.CODE, token) is Outcome.NOT_FOUND


def test_past_its_last_day_it_holds_no_more() -> None:
    work_use = cast.sealed(cast.introduction())
    token, _ = codes_on(paper_of(work_use))
    days = int(work_use.details["valid_days"])
    assert look(By.TOKEN, token, days - 1) is Outcome.IN_FORCE
    assert look(By.TOKEN, token, days) is Outcome.EXPIRED


@pytest.mark.clause("H3.2.3a")
def test_what_the_director_took_back_holds_no_more() -> None:
    """Beside another letter of the same day, which goes on."""
    work_use, other = cast.sealed(cast.introduction()), cast.sealed(cast.introduction())
    token, _ = codes_on(paper_of(work_use))
    work.void(
        work_use_id=work_use.id, why=VoidWhy.LOST, back=False, actor=officer("hn.ljw.director"), at=now()
    )
    assert look(By.TOKEN, token) is Outcome.VOID
    assert "这封介绍信已经作废" in Client().get(f"/v/{token}").content.decode()
    assert look(By.TOKEN, codes_on(paper_of(other))[0]) is Outcome.IN_FORCE


@pytest.mark.parametrize("seconds, outcome", [(0, Outcome.SEALED_AFTER_LOSS), (1, Outcome.IN_FORCE)])
def test_sealed_after_the_seal_was_lost(demo_world: World, seconds: int, outcome: Outcome) -> None:
    work_use = cast.sealed(cast.introduction())
    token, _ = codes_on(paper_of(work_use))
    assert work_use.sealed_at
    since = work_use.sealed_at + timedelta(seconds=seconds)
    lose_the_seal(demo_world, "=", work_use.organization_id, since)
    assert look(By.TOKEN, token) is outcome


def test_the_loss_of_another_villages_seal_is_no_doubt(demo_world: World) -> None:
    work_use = cast.sealed(cast.introduction())
    token, _ = codes_on(paper_of(work_use))
    assert work_use.sealed_at
    lose_the_seal(demo_world, "<>", work_use.organization_id, work_use.sealed_at)
    assert look(By.TOKEN, token) is Outcome.IN_FORCE


def test_the_page_says_what_to_compare_and_nobodys_name() -> None:
    work_use = cast.sealed(cast.introduction())
    token, _ = codes_on(paper_of(work_use))
    Client().get("/v/")  # whatever is asked once a process
    Client().get(f"/v/{token}")
    COUNTER.settle()
    with CaptureQueriesContext(connection) as asked:
        answer = Client().get(f"/v/{token}")
    said = BeautifulSoup(answer.content, "lxml").get_text(" ", strip=True)
    assert "登记在案，现行有效" in said and work_use.number in said and "介字〔2026〕1号" in said
    assert "李家湾村村民委员会" in said and "有效到" in said
    assert "李*" in said and cast.LETTER.bearers not in said and cast.LETTER.bearers[:2] not in said
    assert "打纸上写的村（社区）的电话" in said and "0943-" in said
    assert len(asked) <= MOST_QUERIES, [one["sql"][:90] for one in asked.captured_queries]
    assert "没有查到" in Client().get(f"/v/{token[:-2]}AA").content.decode()
    assert "0943" not in Client().get(f"/v/{'A' * 26}").content.decode(), "nobody's paper, nobody's number"


def test_what_no_line_bears_out_was_never_registered() -> None:
    token, _ = codes_on(paper_of(cast.sealed(cast.introduction())))
    asked = cast.approved(cast.introduction())
    assert (asked.token_index, asked.check_code_index) == (None, None)
    assert look(By.TOKEN, "") is look(By.CODE, "") is Outcome.NOT_FOUND
    assert look(By.TOKEN, token) is Outcome.IN_FORCE


def test_twice_by_one_grant_is_one_code() -> None:
    work_use, custodian = cast.approved(cast.introduction()), officer("hn.ljw.custodian")
    granted = cast.grant(work_use, custodian).id
    cast.seal(work_use, custodian, grant_id=granted)
    first = codes_on(paper_of(WorkUse.objects.get(pk=work_use.pk)))
    cast.seal(work_use, custodian, grant_id=granted)
    assert codes_on(paper_of(WorkUse.objects.get(pk=work_use.pk))) == first
