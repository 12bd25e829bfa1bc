"""Who kept the seal at a moment that has passed: on the day of a change the hour decides."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from tests.seals.cast import AT, LIJIAWAN, TODAY, Cast, later
from tests.seals.test_handover import act, begun, count, signed, to
from zhengyin.seals import actions, queries
from zhengyin.seals.models import Handover

HOUR = timedelta(hours=1)


def keeper(at: datetime) -> UUID | None:
    then = queries.seal_then(LIJIAWAN, at)
    assert then is not None
    return then.custodian_id


@pytest.mark.clause("H3.2.4e", "H3.2.2a")
def test_until_the_hour_of_the_three_signatures_the_old_one_keeps_it(cast: Cast) -> None:
    row = count(cast, begun(cast))
    actions.complete_handover(
        handover_id=row.pk, wanted=to(cast), signed=signed(cast, row), actor=cast.actor("ljw_director"),
        at=AT + 3 * HOUR,
    )  # fmt: skip
    old, new = cast.person("ljw_custodian").pk, cast.person("ljw_clerk").pk
    assert [keeper(AT + n * HOUR) for n in (1, 3, 4)] == [old, new, new]
    assert keeper(AT - timedelta(days=1)) is None  # dated back: it begins with the hour it was recorded
    turning = queries.seal_then(LIJIAWAN, AT + HOUR).handover  # type: ignore[union-attr]
    assert turning is not None and turning.keeper == "张建平", "the line says that he sealed meanwhile"


def test_until_the_hour_it_is_taken_in_its_custodian_keeps_it(cast: Cast) -> None:
    seal = cast.kept().seal
    township = cast.actor("pt_officer")
    actions.stop_seal(seal_id=seal.pk, reason="争议", actor=township, at=AT + HOUR)
    actions.order_seal(organization_id=seal.committee_id, reason="磨损", actor=township, at=AT + HOUR)
    actions.collect_seal(
        seal_id=seal.pk, collected_on=TODAY, handed_in_by="李国栋", actor=township, at=AT + 2 * HOUR
    )
    assert keeper(AT + HOUR) == cast.person("ljw_custodian").pk
    assert keeper(AT + 2 * HOUR) is None


def test_what_ended_by_itself_ended_at_midnight_whenever_that_was_written(cast: Cast) -> None:
    act(cast, cast.kept().seal, until=TODAY + timedelta(days=1))
    row = count(cast, Handover.objects.get(), by="ljw_director")
    next_day = later(1)
    handed = signed(cast, row, handed_by=cast.person("ljw_clerk").pk, signed_on=TODAY + timedelta(days=1))
    actions.complete_handover(
        handover_id=row.pk, wanted=to(cast, "ljw_custodian", since=TODAY + timedelta(days=1)), signed=handed,
        actor=cast.actor("ljw_director", next_day), at=next_day + HOUR,
    )  # fmt: skip
    assert keeper(AT + HOUR) == cast.person("ljw_clerk").pk
    assert keeper(next_day) is None, "nobody kept it from midnight until it was handed over"
    assert keeper(next_day + HOUR) == cast.person("ljw_custodian").pk
