"""What happens while a seal waits for the seal's row or the book: before or after, and then it counts."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import connection, connections, transaction

from tests.certificates import cast
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.workflow import State
from zhengyin.ledger.models import Entry
from zhengyin.people.actions import reset_login
from zhengyin.people.actor import Actor
from zhengyin.people.models import Account
from zhengyin.people.policy.reset import Reset
from zhengyin.registers.actions import hold
from zhengyin.registers.queries import now
from zhengyin.seals.actions import end_custody
from zhengyin.seals.models import Custody
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused

KEEPER, DIRECTOR = "hn.ljw.custodian", "hn.ljw.director"
PATIENCE = 30.0


def waiting() -> int:
    """How many connections to this database wait for a lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # else the first look is seen again and again
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return int(cursor.fetchone()[0])


def until_waiting(count: int = 1) -> None:
    end = time.monotonic() + PATIENCE
    while waiting() < count:
        assert time.monotonic() < end, "nobody waits"
        time.sleep(0.02)


class Side:
    """Another connection: what is begun here goes on beside the test."""

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        self.pool = pool

    def begin(self, act: Callable[[], object]) -> "Future[object]":
        def there() -> object:
            try:
                return act()
            finally:
                connections["default"].close()

        return self.pool.submit(there)


@pytest.fixture
def side(demo_world: World) -> Iterator[Side]:
    with ThreadPoolExecutor(2) as pool:
        yield Side(pool)


def request_to_seal() -> tuple[UUID, Callable[[], object]]:
    """An approved case and the custodian's request, its grant given and its moment taken."""
    case, custodian = cast.approved(), cast.officer(KEEPER)
    grant, at = actions.grant(certificate_ids=[case], actor=custodian, at=now()).id, now()

    def seal() -> object:
        return actions.seal(
            certificate_id=case, grant_id=grant, copies=1, impressions=1, near_relative=False,
            actor=custodian, at=at,
        )  # fmt: skip

    return case, seal


def remove(director: Actor) -> None:
    custody = Custody.objects.get(person__accounts__username=KEEPER)
    end_custody(custody_id=custody.pk, on=day_of(now()), reason="换届", actor=director, at=now())


def reset() -> None:
    reset_login(
        account_id=Account.objects.get(username=KEEPER).pk, organization_id=cast.LIJIAWAN,
        what=Reset.PASSWORD, reason="忘了", actor=cast.officer("hn.pt.officer"), at=now(),
    )  # fmt: skip


def refused_with(request: "Future[object]", *codes: str) -> None:
    with pytest.raises(Refused) as caught:
        request.result(PATIENCE)
    assert [refusal.code for refusal in caught.value.refusals] == list(codes)


@pytest.mark.clause("H3.2.3a")
def test_a_custodian_removed_while_the_seal_waits_seals_nothing(side: Side) -> None:
    case, seal = request_to_seal()
    with transaction.atomic():
        remove(cast.officer(DIRECTOR))
        request = side.begin(seal)
        until_waiting()
    refused_with(request, "seal_not_in_your_custody")
    assert cast.state_of(case) is State.APPROVED


@pytest.mark.clause("H3.2.3a")
def test_a_removal_while_the_seal_has_the_book_to_wait_for_comes_after_it(side: Side) -> None:
    """The near miss: the seal was first, so it holds, and the books say so in this order."""
    case, seal = request_to_seal()
    director = cast.officer(DIRECTOR)
    with transaction.atomic():
        hold(owner=cast.LIJIAWAN, book="certificates", year=day_of(now()).year)
        request = side.begin(seal)
        until_waiting()
        removal = side.begin(lambda: remove(director))
        until_waiting(2)
    request.result(PATIENCE)
    removal.result(PATIENCE)
    assert cast.state_of(case) is State.SEALED
    ended = Entry.objects.get(kind="custody.ended")
    assert Entry.objects.get(subject=case, kind="register.certificate").recorded_at <= ended.recorded_at


@pytest.mark.clause("H3.2.4c")
def test_a_log_in_reset_while_the_seal_waits_blocks_it(side: Side) -> None:
    case, seal = request_to_seal()
    with transaction.atomic():
        hold(owner=cast.LIJIAWAN, book="certificates", year=day_of(now()).year)
        request = side.begin(seal)
        until_waiting()
        side.begin(reset).result(PATIENCE)
    refused_with(request, "blocked_after_reset")
    assert cast.state_of(case) is State.APPROVED
