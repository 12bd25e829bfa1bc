"""What the local rules decide in a county, in words, each with where it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhengyin.regions.packs.settings import Settings, Telephone
from zhengyin.shared.days import in_words

RULES = {
    "prohibited_items": "不应出具清单里的事项",
    "prohibited_items_from": "从哪天起",
    "neither_list_private": "两张清单都没有、又不是政府部门要的",
    "public_interest_locks": "涉及公共利益的，公示、表决以前",
    "deliberation_by": "公示、表决怎样算办完",
    "party_studies_first": "开会以前党组织先研究",
    "law_of_villages": "村开会按哪部法",
    "law_of_communities": "社区开会按哪部法",
    "director_approves_own_handling": "主任签批自己经办的",
    "custodian_appointment": "印章保管人怎样产生",
}
NUMBERS = {
    "notice_days": ("公示最少", "天"),
    "repeat_notice_days": ("提醒重复开具，往前看", "天"),
    "complaint_first_days": ("反映的答复", "天"),
    "complaint_further_days": ("反映延长最多", "天"),
    "admission_apply_before_working_days": ("准入申请提前", "个工作日"),
    "admission_decide_within_working_days": ("准入审定", "个工作日"),
    "handover_days": ("印章交接期最长", "天"),
    "delegation_days": ("委托、代管最长", "天"),
    "take_out_days": ("印章一次带出最长", "天"),
    "reset_block_hours": ("重置登录以后不能签批、盖章", "小时"),
    "deadline_warning_working_days": ("到期以前提醒", "个工作日"),
    "free_words_working_days": ("特殊情形的证明，办理时限", "个工作日"),
    "unit_answer_days": ("告知函请对方答复", "天"),
    "filing_days": ("印章事项备案，乡镇签收", "天"),
    "late_entry_working_days": ("应急用印单补登，最迟", "个工作日"),
    "seal_loss_notice_days": ("印章报失公告，至少挂", "天"),
    "impression_tolerance_mm": ("印模量出来的直径，可以差", "毫米"),
    "remind_unsealed_hours": ("签批以后没盖章，隔多久提醒保管人", "小时"),
}
ARCHIVE = {
    "fonds": "档号：全宗号",
    "category": "档号：类别号",
    "retention": "登记簿保管期限",
    "confirmed_by": "档案主管部门的答复",
}
UNKNOWN = "待档案主管部门确认"
VALUES = {
    "stop": "一律不开",
    "truthful_exception": "特殊情形可以据实出具，两人签批，单独计数",
    "no": "不开",
    "discretionary": "核实以后可以开，两人签批，单独计数",
    "approve": "不能签批",
    "seal": "不能盖章",
    "notice_or_vote": "公示期满或者表决通过",
    "vote": "表决通过",
    "entrustment": "主任委托",
    "nomination_and_vote": "提名，代表会议讨论决定",
    "True": "可以",
    "False": "不可以",
}
YES_NO = {"True": "要", "False": "不要"}


@dataclass(frozen=True, slots=True)
class SettingShown:
    """One decision with its source and what that is worth."""

    name: str
    value: str
    source: str
    standing: str


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """Everything that is decided in the county."""

    county: str
    lead: str
    lead_since: date
    rules: tuple[SettingShown, ...]
    numbers: tuple[SettingShown, ...]
    archive: tuple[SettingShown, ...]
    telephones: tuple[Telephone, ...]


def settings_page(settings: Settings, today: date) -> SettingsPage:
    """Put the county's settings in words."""
    lead = settings.lead_body_on(today)
    return SettingsPage(
        county=settings.county_name,
        lead=lead.name,
        lead_since=lead.since,
        rules=tuple(_rules(settings)),
        numbers=tuple(
            SettingShown(name, f"{getattr(settings.numbers, key)}{unit}", *settings.source_of(key))
            for key, (name, unit) in NUMBERS.items()
        ),
        archive=tuple(
            SettingShown(name, getattr(settings.archive, key) or UNKNOWN, *settings.source_of(key))
            for key, name in ARCHIVE.items()
        ),
        telephones=settings.telephones,
    )


def _rules(settings: Settings) -> Iterator[SettingShown]:
    for key, name in RULES.items():
        value = getattr(settings.rules, key)
        words = YES_NO if key == "party_studies_first" else VALUES
        said = in_words(value) if isinstance(value, date) else words.get(str(value), str(value))
        yield SettingShown(name, said, *settings.source_of(key))
