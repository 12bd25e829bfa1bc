"""The acts: they work, by whom, in which state, twice, and nothing is written where they are refused."""

from tests.consultation import paper
from tests.consultation.paper import ITEMS, LIAISON, NONE, OPINION
from tests.seals.cast import Cast


def test_smoke(cast: Cast) -> None:
    row = paper.sent(cast)
    assert row.clauses.count() == 5 and row.addressees.count() == 11
    paper.answer(row, OPINION)
    paper.answer(row, ITEMS)
    paper.answer(row, LIAISON)
    paper.answer(row, NONE, "市司法局（示例）")
    paper.closed(cast, row)
    paper.weighed(cast, row)
    one = paper.take_up(paper.items(row)[0], cast.actor("od_lead"))
    assert one.proposal.entry["bases"][0]["document"] == "示例办法"
    paper.published(cast, row)
