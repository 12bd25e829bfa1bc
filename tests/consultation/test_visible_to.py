"""Who reads which consultation: its own body, whom it was sent to, everybody once it is published."""

import pytest

from tests.consultation import paper
from tests.consultation.paper import HUINING, OTOG
from tests.seals.cast import Cast
from zhengyin.consultation.queries import asked_of, consultations_visible_to, published


def seen(cast: Cast, who: str) -> int:
    return consultations_visible_to(cast.actor(who)).count()


def test_a_draft_is_its_bodys_alone(cast: Cast) -> None:
    paper.drafted(cast)
    assert [seen(cast, who) for who in ("od_city", "od_lead", "hn_lead")] == [1, 0, 0]


def test_what_was_sent_is_read_by_whom_it_was_sent_to(cast: Cast) -> None:
    paper.sent(cast)
    found = [seen(cast, who) for who in ("od_city", "od_lead", "hn_lead", "as_officer", "hrgt_director")]
    assert found == [1, 1, 0, 0, 0]
    assert asked_of(OTOG).count() == 1 and asked_of(HUINING).count() == 0


@pytest.mark.clause("O0b")
def test_everybody_reads_what_is_published_of_the_own_county_and_its_city(cast: Cast) -> None:
    row = paper.sent(cast)
    own = paper.sent(cast, "hn_lead", HUINING)
    for one, who in ((row, "od_city"), (own, "hn_lead")):
        paper.closed(cast, one, who)
        assert not published(one.county_code).exists()
        paper.published(cast, one, who)
    assert [one.pk for one in published("150623000000")] == [row.pk]
    assert [one.pk for one in published("620422000000")] == [own.pk]
