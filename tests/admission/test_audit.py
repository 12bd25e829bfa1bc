"""The audit replays proposals and joint meetings from the lead body's book."""

import pytest

from tests.admission import paper
from tests.admission.cast import AT, NEW_YEAR
from tests.seals.cast import Cast
from zhengyin.admission import actions
from zhengyin.admission.kinds import Conclusion, Kind
from zhengyin.admission.models import JointMeeting, Proposal
from zhengyin.cli.audited import replays, sources
from zhengyin.registers.audit.report import audit


@pytest.mark.clause("H2.2c", "H2.2d")
def test_the_audit_replays_them(cast: Cast) -> None:
    lead, exit_ = cast.actor("hn_lead"), {"item_code": "ISS-ZQ-01", "stop_on": NEW_YEAR}
    published = paper.approved(cast)
    paper.published(cast, published)
    paper.held(cast, paper.meeting(cast, Kind.EXIT, **exit_), conclusion=Conclusion.REJECT, words="还有人办")
    off = paper.called(cast, paper.meeting(cast, Kind.EXIT, **exit_))
    actions.cancel_joint(meeting_id=off.pk, reason="改期", actor=lead, at=AT)
    filed = paper.submitted(cast, Kind.FILE)
    actions.file(proposal_id=filed.pk, actor=lead, at=AT)
    assert audit(sources()).breaks == ()
    JointMeeting.objects.create(
        county_code=off.county_code, lead_id=off.lead_id, state="joint_called", title="第9次",
        place="县民政局", held_on=NEW_YEAR, called_by_id=lead.person_id, called_at=AT,
    )  # fmt: skip
    Proposal.objects.filter(state="proposal_meeting").update(state="proposal_approved")
    meeting, proposal = sorted(audit(sources()).breaks, reverse=True)
    assert "按登记应当是“没有登记”，系统里现在是“等开会”" in meeting
    assert "按登记应当是“等联审会议”，系统里现在是“联审同意，等公布”" in proposal


def test_the_lines_of_a_question_are_not_taken_for_its_proposals() -> None:
    (found,) = [one for one in replays() if one.title == "准入、退出、报备申请"]
    assert {line.split(".")[0] for _, line in found.fold} == {"proposal"}
