"""What a department or township is reminded of."""

from tests.cleanup.cast import AT, LATE, POLICE, TOWNSHIP, by_link, give, opened, review_of
from tests.seals.cast import Cast
from zhengyin.cleanup import actions
from zhengyin.people.offices import Office
from zhengyin.reminders.policy.sentences import Waits
from zhengyin.reminders.queries import TABLE
from zhengyin.reminders.queries.cleaning import to_review


def test_a_unit_is_reminded_of_what_it_has_not_reviewed(cast: Cast) -> None:
    row = opened(cast)
    give(cast, row, "ISS-ZQ-01", "ISS-XY-07", body=TOWNSHIP)
    assert to_review(TOWNSHIP, AT, ()) == Waits(2) and to_review(POLICE, AT, ()) == Waits(0)
    assert to_review(TOWNSHIP, LATE, ()) == Waits(2, late=2)
    by_link(review_of(row))
    assert to_review(TOWNSHIP, LATE, ()) == Waits(1, late=1)
    actions.cancel_round(round_id=row.pk, reason="重来", actor=cast.actor("hn_lead"), at=AT)
    assert to_review(TOWNSHIP, LATE, ()) == Waits(0)
    (reminder,) = [one for one in TABLE if one.question is to_review]
    assert reminder.offices == {Office.DEPARTMENT, Office.TOWNSHIP}
