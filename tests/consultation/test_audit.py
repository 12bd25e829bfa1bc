"""The audit replays consultations and units from the asking body's book."""

import pytest

from tests.consultation import paper
from tests.consultation.paper import LIAISON, NONE, OPINION
from tests.seals.cast import Cast
from zhengyin.cli.audited import sources
from zhengyin.registers.audit.report import audit


@pytest.mark.clause("O0b")
def test_the_audit_replays_them(cast: Cast) -> None:
    row = paper.sent(cast)
    for said in (NONE, OPINION, LIAISON):
        paper.answer(row, said)
    paper.closed(cast, row)
    paper.weighed(cast, row)
    paper.published(cast, row)
    paper.drafted(cast)
    assert audit(sources()).breaks == ()
