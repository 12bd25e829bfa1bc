"""The one table of reminders: key, whose, what is asked, in which words. A new one is one row."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zhengyin.people.offices import Office
from zhengyin.reminders.policy.sentences import Waits
from zhengyin.reminders.queries import (
    admitting,
    cases,
    cleaning,
    drafts,
    inspecting,
    inventory,
    keeping,
    oversight,
    uses,
    years,
)
from zhengyin.reminders.queries.cases import Aside

Question = Callable[[UUID, datetime, Aside], Waits]
APPROVE = "有{count}件等您签批"
COUNTERSIGN = "有{count}件等您复核签批"
SEAL = "有{count}件已签批，等您盖章"
MONTHS = "有{count}个月的登记等您核对、签名"
WORK_APPROVE = "有{count}件工作用印等您签批"
WORK_COUNTERSIGN = "有{count}件工作用印等您复核签批"
WORK_SEAL = "有{count}件工作用印已签批，等您盖章"
TAKE_OUT = "有{count}次带出印章等您同意"
TAKE_BACK = "有{count}件带出的印章到了归还的日子"
HANDOVER = "有{count}件印章移交还没办完"
TAKE_OVER = "有{count}件印章等您接交"
FILING_BACK = "有{count}件备案被乡镇退回，等您补正"
INSPECTION = "有{count}次检查快到了，请准备好登记簿和印章"
FINDINGS = "有{count}件检查提出的问题等您整改"
YEAR_COUNT = "有{count}个年度的登记簿等您清点"
YEAR_SIGN = "有{count}个年度的登记簿清点好了，等您核对、签名"
YEAR_CLOSE = "有{count}个年度的登记簿签好了名，等您归档"
YEAR_PACK = "有{count}个年度的登记簿等您做成归档包"
OPINIONS = "有{count}件征求意见等您答复"
HANDING = (Office.CUSTODIAN, Office.SUPERVISION_COMMITTEE, Office.DIRECTOR)
UNITS = (Office.TOWNSHIP, Office.DEPARTMENT, Office.COUNTY_LEAD)
ANSWERING = (Office.DIRECTOR, Office.CUSTODIAN)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One matter that may wait for somebody; `words` name the number and nothing else."""

    key: str
    offices: frozenset[Office]
    question: Question
    words: str


def _row(key: str, offices: tuple[Office, ...], question: Question, words: str) -> Reminder:
    return Reminder(key, frozenset(offices), question, words)


TABLE: tuple[Reminder, ...] = (
    _row("approve", (Office.DIRECTOR,), cases.to_approve, APPROVE),
    _row("letters", (Office.DIRECTOR,), cases.letters_to_approve, "有{count}份告知函等您签发"),
    _row("countersign", (Office.SECOND_APPROVER,), cases.to_countersign, COUNTERSIGN),
    _row("seal", (Office.CUSTODIAN,), cases.to_seal_for_long, SEAL),
    _row("slips", (Office.CUSTODIAN,), cases.slips_overdue, "有{count}张应急用印单过了日子还没补登"),
    _row("accept", (Office.HANDLER,), cases.to_accept, "有{count}件申请等您收下"),
    _row("deadline", (Office.HANDLER,), cases.near_their_day, "有{count}件快到期或者已经到期，等您办"),
    _row("objections", (Office.HANDLER, Office.DIRECTOR), cases.objections_open,
         "有{count}条对公示的异议还没答复"),
    _row("months", (Office.SUPERVISION_COMMITTEE,), oversight.months_unsigned, MONTHS),
    _row("overdue", (Office.TOWNSHIP,), oversight.committees_overdue, "有{count}个村（社区）有超期没办完的"),
    _row("unsigned", (Office.TOWNSHIP,), oversight.committees_unsigned,
         "有{count}个村（社区）有没核对的月份"),
    _row("work_approve", (Office.DIRECTOR,), uses.to_approve, WORK_APPROVE),
    _row("work_countersign", (Office.SECOND_APPROVER,), uses.to_countersign, WORK_COUNTERSIGN),
    _row("work_seal", (Office.CUSTODIAN,), uses.to_seal_for_long, WORK_SEAL),
    _row("gone", ANSWERING, keeping.lost, "有{count}件印章报失，已经停用，请去看"),
    _row("void", ANSWERING, keeping.declared_void, "有{count}件印章公告作废，还没有补发，请去看"),
    _row("key_gone", ANSWERING, keeping.keys_lost,
         "有{count}件校验证书挂失，乡镇签发新的以前不能盖章，请去看"),
    _row("differs", (Office.DIRECTOR,), keeping.days_differing, "有{count}次下班核对对不上，请看差在哪里"),
    _row("votes", (Office.DIRECTOR,), cases.votes_to_confirm, "有{count}次表决的结果等您确认"),
    _row("notices", (Office.DIRECTOR,), cases.notices_to_confirm, "有{count}份公示期满，等您确认结果"),
    _row("take_out", (Office.DIRECTOR,), keeping.take_outs_asked, TAKE_OUT),
    _row("take_back", (Office.CUSTODIAN, Office.DIRECTOR), keeping.take_outs_to_return, TAKE_BACK),
    _row("handover", HANDING, keeping.handed_over, HANDOVER),
    _row("filing_back", ANSWERING, keeping.filings_sent_back, FILING_BACK),
    _row("inspection", (Office.DIRECTOR, Office.CUSTODIAN), inspecting.to_prepare_for, INSPECTION),
    _row("findings", (Office.DIRECTOR,), inspecting.to_put_right, FINDINGS),
    _row("year_count", (Office.CUSTODIAN,), years.to_count, YEAR_COUNT),
    _row("year_sign", (Office.SUPERVISION_COMMITTEE,), years.to_sign, YEAR_SIGN),
    _row("year_close", (Office.DIRECTOR,), years.to_close, YEAR_CLOSE),
    _row("year_pack", (Office.CUSTODIAN,), years.to_pack, YEAR_PACK),
    _row("lost", (Office.TOWNSHIP,), inventory.lost, "有{count}件印章报失或公告作废，还没有补发"),
    _row("keys_lost", (Office.TOWNSHIP,), inventory.keys_lost,
         "有{count}个村（社区）的校验证书挂失了，等您签发新的"),
    _row("handovers_overdue", (Office.TOWNSHIP,), inventory.handovers_overdue, "有{count}件印章移交超期"),
    _row("take_outs_overdue", (Office.TOWNSHIP,), inventory.take_outs_overdue,
         "有{count}件带出的印章过了时间没有归还"),
    _row("filings", (Office.TOWNSHIP,), inventory.filings_to_acknowledge, "有{count}件备案等您签收"),
    _row("filings_overdue", (Office.TOWNSHIP,), inventory.filings_overdue,
         "有{count}件备案过了期限还没有签收"),
    _row("inspections", (Office.TOWNSHIP,), inspecting.to_hold, "有{count}件检查到了日子，等您去"),
    _row("answers", (Office.TOWNSHIP,), inspecting.to_settle, "有{count}件整改等您核对"),
    _row("not_put_right", (Office.TOWNSHIP,), inspecting.not_put_right,
         "有{count}件检查提出的问题过了整改期限"),
    _row("years", (Office.TOWNSHIP,), years.to_receive, "有{count}个村（社区）的归档包等您接收"),
    _row("ended", (Office.TOWNSHIP,), years.ended_to_close,
         "有{count}个撤并的村（社区）的登记簿等您关闭"),
    _row("consulted", UNITS, drafts.to_answer, "有{count}份征求意见稿等您答复，无意见也要报"),
    _row("reviews", (Office.DEPARTMENT, Office.TOWNSHIP), cleaning.to_review,
         "有{count}项清单事项等您清理答复"),
    _row("opinions", (Office.TOWNSHIP, Office.DEPARTMENT), admitting.to_answer, OPINIONS),
    _row("proposals", (Office.COUNTY_LEAD,), admitting.to_receive, "有{count}件准入、退出、报备申请等您受理"),
    _row("opinions_over", (Office.COUNTY_LEAD,), admitting.to_sum_up,
         "有{count}件征求意见过了期限，等您汇总"),
)  # fmt: skip
