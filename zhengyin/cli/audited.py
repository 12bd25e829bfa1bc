"""What each room contributes to the audit: workflows and states, sessions, names, files.

The registers know none of these rooms; here, above all of them, they meet.
"""

from collections.abc import Iterator
from datetime import datetime, time
from itertools import chain
from uuid import UUID

from django.db.models import Model

from zhengyin.admission import words as admission_words
from zhengyin.admission.models import JointMeeting, Proposal
from zhengyin.admission.workflow import JOINT, PROPOSAL
from zhengyin.archive import words as archive_words
from zhengyin.archive.models import EndedRegisters, YearEnd
from zhengyin.archive.workflow import CLOSING, YEAR_END
from zhengyin.certificates import words as certificate_words
from zhengyin.certificates.models import Certificate, Letter, Pad, Slip
from zhengyin.certificates.queries.pads import mistakes
from zhengyin.certificates.queries.registered import disagreements, names_differing
from zhengyin.certificates.slips import PAD, SLIP, SlipState
from zhengyin.certificates.workflow import CERTIFICATE, LETTER
from zhengyin.cleanup import words as cleanup_words
from zhengyin.cleanup.models import PlanTask, Review, Round
from zhengyin.cleanup.workflow import REVIEW, ROUND, TASK
from zhengyin.consultation import words as consultation_words
from zhengyin.consultation.models import Addressee, Consultation
from zhengyin.consultation.workflow import ADDRESSEE, CONSULTATION
from zhengyin.deliberation import words as deliberation_words
from zhengyin.deliberation.models import Meeting, Notice, Objection
from zhengyin.deliberation.workflow import MEETING, NOTICE, OBJECTION
from zhengyin.documents import files
from zhengyin.documents.models import StoredFile
from zhengyin.guidance import words as guidance_words
from zhengyin.guidance.models import Enquiry
from zhengyin.guidance.workflow import ENQUIRY
from zhengyin.people import models as people
from zhengyin.people.queries import LONGEST_SESSION
from zhengyin.regions.models import Organization
from zhengyin.registers.audit.replay import Replay, States, replay_of
from zhengyin.registers.audit.report import Wanted
from zhengyin.registers.audit.reviews import Session
from zhengyin.seals import words as seal_words
from zhengyin.seals.models import Custody, Filing, Handover, Seal, TakeOut
from zhengyin.seals.queries import certificate_states
from zhengyin.seals.workflow import CUSTODY, FILING, HANDOVER, SEAL, SIGNING, TAKE_OUT
from zhengyin.shared.days import SHANGHAI
from zhengyin.supervision import words as supervision_words
from zhengyin.supervision.models import Feedback, Finding, Inspection, Violation
from zhengyin.supervision.workflow import FEEDBACK, FINDING, INSPECTION, VIOLATION
from zhengyin.workuse import words as work_words
from zhengyin.workuse.models import WorkUse
from zhengyin.workuse.workflow import WORK_USE

FIRST_OF_TWO = "certificate.approved_first"  # an approval too, though no seal rests on it alone
# Slips begin and are collected by a line of their pad; those that end by a line of their own are replayed.
OWN_ENDS: dict[tuple[str | None, str], str] = {
    (None, step.line): step.after.value for step in SLIP.steps if step.line.startswith("slip.")
}


def sources() -> Wanted:
    """Everything the rooms contribute."""
    names = {str(pk): name for pk, name in Organization.objects.values_list("pk", "name")}
    kept = set(StoredFile.objects.values_list("sha256", flat=True))
    return Wanted(
        replays=replays(),
        sessions=sessions,
        names=lambda owner: names.get(str(owner), str(owner)),
        approvals=frozenset({FIRST_OF_TWO}),
        file_there=kept.__contains__,
        damages=damages,
        disagreements=lambda: chain(disagreements(), mistakes()),
        names_differing=names_differing,
    )


def replays() -> tuple[Replay, ...]:
    """Every workflow whose states are kept in a table and whose lines have the row as their subject.

    The lines of a question to one body stand under its proposal, so they cannot be told apart by subject.
    """
    return (
        replay_of("证明", CERTIFICATE, _states(Certificate), certificate_words.WORDS),
        replay_of("告知函", LETTER, _states(Letter), certificate_words.WORDS),
        replay_of("应急用印单（一本）", PAD, _states(Pad), certificate_words.WORDS),
        Replay("应急用印单", OWN_ENDS, _ended_slips, certificate_words.WORDS),
        replay_of("印章", SEAL, _states(Seal), seal_words.WORDS),
        replay_of("印章保管", CUSTODY, _states(Custody), seal_words.WORDS),
        replay_of("印章带出", TAKE_OUT, _states(TakeOut), seal_words.WORDS),
        replay_of("印章事项备案", FILING, _states(Filing), seal_words.WORDS),
        replay_of("印章移交", HANDOVER, _states(Handover), seal_words.WORDS),
        replay_of("公示", NOTICE, _states(Notice), deliberation_words.WORDS),
        replay_of("异议", OBJECTION, _states(Objection), deliberation_words.WORDS),
        replay_of("会议", MEETING, _states(Meeting), deliberation_words.WORDS),
        replay_of("准入、退出、报备申请", PROPOSAL, _states(Proposal), admission_words.WORDS),
        replay_of("联审会议", JOINT, _states(JointMeeting), admission_words.WORDS),
        replay_of("征求意见稿", CONSULTATION, _states(Consultation), consultation_words.WORDS),
        replay_of("征求意见的单位", ADDRESSEE, _states(Addressee), consultation_words.WORDS),
        replay_of("清单清理", ROUND, _states(Round), cleanup_words.WORDS),
        replay_of("清理事项", REVIEW, _states(Review), cleanup_words.WORDS),
        replay_of("工作方案任务", TASK, _states(PlanTask), cleanup_words.WORDS),
        replay_of("提问", ENQUIRY, _states(Enquiry), guidance_words.WORDS),
        replay_of("年终归档", YEAR_END, _states(YearEnd), archive_words.WORDS),
        replay_of("撤并后关闭登记簿", CLOSING, _states(EndedRegisters), archive_words.WORDS),
        replay_of("工作用印", WORK_USE, _states(WorkUse), work_words.WORDS),
        replay_of("校验证书", SIGNING, certificate_states, seal_words.WORDS),
        replay_of("检查", INSPECTION, _states(Inspection), supervision_words.WORDS),
        replay_of("检查问题", FINDING, _states(Finding), supervision_words.WORDS),
        replay_of("检查反馈", FEEDBACK, _states(Feedback), supervision_words.WORDS),
        replay_of("违规", VIOLATION, _states(Violation), supervision_words.WORDS),
    )


def sessions() -> Iterator[Session]:
    """Every log-in with the instant by which it was over: logged out, the office gone, 12 hours past.

    A screen left alone is asked to log in again after half an hour; that is not recorded.
    """
    for row in people.Session.objects.iterator():
        ends = [row.opened_at + LONGEST_SESSION]
        if row.closed_at:
            ends.append(row.closed_at)
        if row.ends_on:
            ends.append(datetime.combine(row.ends_on, time(), tzinfo=SHANGHAI))
        yield Session(row.pk, row.person_id, row.opened_at, min(ends))


def damages() -> Iterator[str]:
    """Stored files that are not what their rows say."""
    for damage in files.damages():
        yield f"文件 {damage.file.pk}（{damage.file.sha256[:12]}）：{damage.problem}"


def _ended_slips() -> Iterator[tuple[UUID, str]]:
    ends = (SlipState.ENTERED.value, SlipState.SPOILED.value)
    yield from Slip.objects.filter(state__in=ends).values_list("pk", "state").iterator()


def _states(model: type[Model]) -> States:
    def states() -> Iterator[tuple[UUID, str]]:
        yield from model._default_manager.values_list("pk", "state").iterator()

    return states
