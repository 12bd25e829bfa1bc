"""Every workflow with its title and the words of its room, for the documents."""

from typing import Any, Final

from zhengyin.admission.words import WORDS as OF_ADMISSION
from zhengyin.admission.workflow import JOINT, PROPOSAL, QUESTION
from zhengyin.archive.words import WORDS as OF_ARCHIVES
from zhengyin.archive.workflow import CLOSING, YEAR_END
from zhengyin.certificates.slips import PAD, SLIP
from zhengyin.certificates.words import WORDS as OF_CERTIFICATES
from zhengyin.certificates.workflow import CERTIFICATE, LETTER
from zhengyin.cleanup.words import WORDS as OF_CLEANUP
from zhengyin.cleanup.workflow import REVIEW, ROUND, TASK
from zhengyin.consultation.words import WORDS as OF_CONSULTATIONS
from zhengyin.consultation.workflow import ADDRESSEE, CONSULTATION, ITEM, OPINION
from zhengyin.deliberation.words import WORDS as OF_NOTICES
from zhengyin.deliberation.workflow import MEETING, NOTICE, OBJECTION
from zhengyin.guidance.words import WORDS as OF_GUIDANCE
from zhengyin.guidance.workflow import ENQUIRY
from zhengyin.seals.words import WORDS as OF_SEALS
from zhengyin.seals.workflow import CUSTODY, FILING, HANDOVER, SEAL, TAKE_OUT
from zhengyin.supervision.words import WORDS as OF_SUPERVISION
from zhengyin.supervision.workflow import FEEDBACK, FINDING, INSPECTION, VIOLATION
from zhengyin.workuse.words import WORDS as OF_WORK
from zhengyin.workuse.workflow import WORK_USE

Table = tuple[str, Any, dict[str, str]]

TABLES: Final[tuple[Table, ...]] = (
    ("证明", CERTIFICATE, OF_CERTIFICATES), ("告知函", LETTER, OF_CERTIFICATES),
    ("应急用印单（一本）", PAD, OF_CERTIFICATES), ("应急用印单（一张）", SLIP, OF_CERTIFICATES),
    ("印章", SEAL, OF_SEALS), ("印章保管", CUSTODY, OF_SEALS),
    ("印章带出", TAKE_OUT, OF_SEALS), ("印章事项备案", FILING, OF_SEALS),
    ("印章移交", HANDOVER, OF_SEALS),
    ("公示", NOTICE, OF_NOTICES), ("异议", OBJECTION, OF_NOTICES), ("会议", MEETING, OF_NOTICES),
    ("准入、退出、报备申请", PROPOSAL, OF_ADMISSION), ("征求意见", QUESTION, OF_ADMISSION),
    ("联审会议", JOINT, OF_ADMISSION), ("提问", ENQUIRY, OF_GUIDANCE),
    ("征求意见稿", CONSULTATION, OF_CONSULTATIONS), ("征求意见的单位", ADDRESSEE, OF_CONSULTATIONS),
    ("对条款的意见", OPINION, OF_CONSULTATIONS), ("报来的事项", ITEM, OF_CONSULTATIONS),
    ("清单清理", ROUND, OF_CLEANUP), ("清理事项", REVIEW, OF_CLEANUP),
    ("工作方案任务", TASK, OF_CLEANUP),
    ("年终归档", YEAR_END, OF_ARCHIVES), ("撤并后关闭登记簿", CLOSING, OF_ARCHIVES),
    ("检查", INSPECTION, OF_SUPERVISION), ("检查问题", FINDING, OF_SUPERVISION),
    ("检查反馈", FEEDBACK, OF_SUPERVISION), ("违规", VIOLATION, OF_SUPERVISION),
    ("工作用印", WORK_USE, OF_WORK),
)  # fmt: skip
