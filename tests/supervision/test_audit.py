"""The audit over a committee whose register was looked at and whose letters and looks are lines."""

from tests.certificates import cast
from tests.certificates.cast import officer
from tests.registers.audit.test_rooms import told
from tests.supervision.letters import look, record
from tests.world import World
from zhengyin.supervision.kinds import Sight


def test_a_look_at_a_case_breaks_no_replay(demo_world: World) -> None:
    case = cast.delivered()
    look(record(papers=True), officer("hn.auditor"), Sight.PAPER, case=case)
    report = told()
    assert (report.breaks, report.unmatched, report.late) == ((), (), ())
