"""A unit that was sent a draft is told, with the days left, until it has returned something."""

from datetime import timedelta

import pytest

from tests.admission.cast import AT, TODAY
from tests.consultation import paper
from tests.consultation.conftest import cast, in_listed_database, listed_database
from tests.consultation.paper import DUE_ON, HUINING, NONE, OTOG
from tests.seals.cast import Cast
from zhengyin.admission.kinds import Way
from zhengyin.regions.models import Organization
from zhengyin.reminders.policy.sentences import NOTHING, Waits, sentence
from zhengyin.reminders.queries.drafts import to_answer
from zhengyin.reminders.queries.table import TABLE

__all__ = ["cast", "in_listed_database", "listed_database"]
WORDS = next(row.words for row in TABLE if row.key == "consulted")


@pytest.mark.clause("O0a")
def test_who_is_asked_is_told_until_something_came(cast: Cast) -> None:
    paper.drafted(cast)
    assert to_answer(OTOG, AT, frozenset()) == NOTHING
    row = paper.sent(cast)
    assert to_answer(OTOG, AT, frozenset()) == Waits(1, left=(DUE_ON - TODAY).days)
    assert to_answer(HUINING, AT, frozenset()) == NOTHING
    over = AT + timedelta(days=7)
    assert to_answer(OTOG, over, frozenset()) == Waits(1, late=1)
    assert sentence(WORDS, Waits(1, left=6)) == "有1份征求意见稿等您答复，无意见也要报，还剩6天"
    name = Organization.objects.get(pk=OTOG).name
    paper.answer(row, NONE, name, way=Way.DESK, actor=cast.actor("od_lead"))
    assert to_answer(OTOG, AT, frozenset()) == NOTHING


def test_what_was_closed_waits_for_nobody(cast: Cast) -> None:
    row = paper.sent(cast)
    paper.closed(cast, row)
    assert to_answer(OTOG, AT, frozenset()) == NOTHING
