"""Two at once in one committee: one after the other, and nothing is put up about what is being changed."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import transaction

from tests.certificates.cast import officer
from tests.certificates.test_seal_waits import Side, until_waiting
from tests.deliberation import cast as held
from tests.workuse import cast
from tests.world import World
from zhengyin.deliberation.actions import hold
from zhengyin.registers.queries import now
from zhengyin.shared.refusal import Refused
from zhengyin.workuse import actions
from zhengyin.workuse.kinds import Whose


@pytest.fixture
def side(demo_world: World) -> Iterator[Side]:
    with ThreadPoolExecutor(2) as pool:
        yield Side(pool)


@pytest.mark.parametrize("put_up", [held.post, held.convene])
def test_a_form_sent_twice_puts_up_once(side: Side, put_up: object) -> None:
    subject = uuid4()
    with transaction.atomic():
        hold(cast.LIJIAWAN, now())
        both = [side.begin(lambda: put_up(subject)) for _ in range(2)]  # type: ignore[operator]
        until_waiting(2)
    told = [one.exception() for one in both]
    assert sorted(type(one).__name__ for one in told) == ["NoneType", "Refused"]


def test_what_is_put_up_is_what_the_request_says(side: Side) -> None:
    """Whoever changes it waits for the notice, and is then told that the matter stays."""
    work_use = cast.asked(cast.request(major="M5", whose=Whose.COMMITTEE, matter="三社机动地承包合同"))
    actions.send_back(work_use_id=work_use.id, reason="改份数", actor=officer("hn.ljw.director"), at=now())
    other = cast.request(major="M5", whose=Whose.COMMITTEE, matter="别的合同")
    clerk = officer("hn.ljw.clerk")
    with transaction.atomic():
        held.post(work_use.id)
        change = side.begin(
            lambda: actions.change(work_use_id=work_use.id, asked=other, actor=clerk, at=now())
        )
        until_waiting()
    refused = change.exception()
    assert isinstance(refused, Refused)
    assert [one.code for one in refused.refusals] == ["deliberated_matter_stays"]
