"""The days on paper follow one another: none is issued before the old one was gone, or taken in while out."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection

from tests.seals import outings
from tests.seals.cast import AT, ISSUED_ON, LIJIAWAN, TODAY, Cast, later, refused
from tests.seals.test_constraints import refuses
from tests.seals.test_life import collect, lose, replace
from zhengyin.seals import actions
from zhengyin.seals.models import Seal

pytestmark = pytest.mark.clause("H3.2.1c")
DAY = timedelta(days=1)


def issue(cast: Cast, seal: Seal, on: date, at: datetime = AT) -> Seal:
    return actions.issue_seal(
        seal_id=seal.pk, made_on=ISSUED_ON, issued_on=on, received_by="李国栋",
        actor=cast.actor("pt_officer"), at=at,
    )  # fmt: skip


def ordered_before(cast: Cast, old: Seal) -> Seal:
    """In place of `old`, ordered ten days ago."""
    actor = cast.actor("pt_officer")
    new = actions.order_seal(organization_id=LIJIAWAN, reason="磨损", actor=actor, at=AT - 10 * DAY)
    assert new.replaces == old
    return new


def test_a_replacement_is_issued_when_the_old_one_was_taken_in(cast: Cast) -> None:
    old = cast.issued()
    new = ordered_before(cast, old)
    collect(cast, old, collected_on=TODAY - DAY)
    with refused("issued_before_the_old_was_gone"):
        issue(cast, new, TODAY - 2 * DAY)
    assert issue(cast, new, TODAY - DAY).state == "in_use"


def test_none_is_issued_before_it_was_ordered(cast: Cast) -> None:
    old = lose(cast, cast.issued())  # two days ago
    new = replace(cast, reason="")
    with refused("issued_before_the_old_was_gone"):
        issue(cast, new, TODAY - DAY)
    assert issue(cast, new, TODAY).replaces == old


def test_of_a_lost_one_the_day_it_may_have_been_gone_counts_though_it_was_found(cast: Cast) -> None:
    old = cast.issued()
    new = ordered_before(cast, old)
    lose(cast, old)
    collect(cast, old)
    with refused("issued_before_the_old_was_gone"):
        issue(cast, new, TODAY - 3 * DAY)
    assert issue(cast, new, TODAY - 2 * DAY).state == "in_use"


def test_the_first_seal_may_be_older_than_its_entry(cast: Cast) -> None:
    """The near miss: a committee brings the seal it has had for years."""
    assert cast.issued().issued_on == ISSUED_ON


HANDED_OUT = (
    "UPDATE seals_seal SET state = 'in_use', made_on = '2026-03-02', issued_on = %s,"
    " issued_at = now(), received_by = 'x' WHERE id = %s"
)


@pytest.mark.parametrize("lost, first", [(False, TODAY - DAY), (True, TODAY - 2 * DAY)])
def test_the_database_says_so_too(cast: Cast, lost: bool, first: date) -> None:
    old = cast.issued()
    new = ordered_before(cast, old)
    if lost:
        lose(cast, old)
    else:
        collect(cast, old, collected_on=TODAY - DAY)
    refuses("seals_issued_after_the_old_one", HANDED_OUT, first - DAY, new.pk)
    with connection.cursor() as cursor:
        cursor.execute(HANDED_OUT, [first, new.pk])


def test_the_database_knows_the_day_of_the_order(cast: Cast) -> None:
    lose(cast, cast.issued())
    refuses("seals_issued_after_the_old_one", HANDED_OUT, TODAY - DAY, replace(cast, reason="").pk)


def test_a_seal_is_taken_in_after_it_came_back(cast: Cast) -> None:
    row = outings.out(cast)
    replace(cast)
    back = outings.UNTIL + 3 * DAY
    outings.back(cast, row, at=back, since=back)
    at, officer = later(5), cast.actor("pt_officer")
    said = {"seal_id": row.seal_id, "handed_in_by": "李国栋", "actor": officer, "at": at}
    with refused("collected_before_it_was_back"):
        actions.collect_seal(collected_on=TODAY + 2 * DAY, **said)  # type: ignore[arg-type]
    refuses("seals_collected_after_it_was_out", COLLECTED, row.seal_id, TODAY + 2 * DAY)
    assert actions.collect_seal(collected_on=TODAY + 3 * DAY, **said).state == "seal_collected"  # type: ignore[arg-type]


COLLECTED = (
    "INSERT INTO seals_collection (seal_id, collected_on, handed_in_by, recorded_at)"
    " VALUES (%s, %s, '李国栋', now())"
)


def test_while_it_is_out_the_day_it_left_counts(cast: Cast) -> None:
    row = outings.out(cast)
    replace(cast)
    with refused("collected_before_it_was_back"):
        collect(cast, row.seal, collected_on=TODAY - DAY)
    refuses("seals_collected_after_it_was_out", COLLECTED, row.seal_id, TODAY - DAY)
    refuses("seals_collected_after_it_was_out", COLLECTED, row.seal_id, ISSUED_ON - DAY)
    assert actions.collect_seal(
        seal_id=row.seal_id, collected_on=TODAY, handed_in_by="李国栋", actor=cast.actor("pt_officer"),
        at=outings.UNTIL,
    ).state == "seal_collected"  # fmt: skip
