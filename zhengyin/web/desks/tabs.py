"""The tabs at the head of staff pages: one table, one line a page that has a tab.

A person sees the tabs of all offices held at the organization, in this order, so the clerk who
is also custodian has one head for both.
"""

from dataclasses import dataclass

from zhengyin.people.offices import ADMINISTRATORS, IN_COMMITTEE, Office


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab, the name of its address (with organization_id alone) and whom it is for."""

    words: str
    url_name: str
    offices: frozenset[Office]
    key: str = ""


_READING = frozenset({
    Office.HANDLER, Office.DIRECTOR, Office.COMMITTEE_MEMBER, Office.SECOND_APPROVER, Office.CUSTODIAN,
    Office.SUPERVISION_COMMITTEE,
})  # fmt: skip
_CHECKED = frozenset({Office.SUPERVISION_COMMITTEE, Office.DIRECTOR, Office.COMMITTEE_MEMBER})
_CLOSING = frozenset({Office.CUSTODIAN, Office.SUPERVISION_COMMITTEE, Office.DIRECTOR})
_SEALING = frozenset({
    Office.DIRECTOR, Office.CUSTODIAN, Office.PARTY_ORGANIZATION, Office.SUPERVISION_COMMITTEE,
})  # fmt: skip
_ABOVE = frozenset({Office.TOWNSHIP, Office.COUNTY_LEAD})

TABS: tuple[Tab, ...] = (
    Tab("待办", "handler-todo", frozenset({Office.HANDLER})),
    Tab("新申请", "handler-new", frozenset({Office.HANDLER}), key="n"),
    Tab("等您定的", "director-list", frozenset({Office.DIRECTOR, Office.SECOND_APPROVER})),
    Tab("盖章", "custodian-list", frozenset({Office.CUSTODIAN})),
    Tab("办理情况", "committee-cases", frozenset({Office.COMMITTEE_MEMBER})),
    Tab("按月核对", "supervision-months", _CHECKED),
    Tab("工作用印", "work-list", _READING),
    Tab("登记簿", "committee-register", _READING),
    Tab("年终归档", "archive-years", _CLOSING),
    Tab("应急单", "pads", frozenset({Office.CUSTODIAN, Office.DIRECTOR, Office.SUPERVISION_COMMITTEE})),
    Tab("印章带出", "keeping-take-outs", frozenset({Office.HANDLER, Office.SUPERVISION_COMMITTEE})),
    Tab("印章", "committee-seal", _SEALING),
    Tab("人员", "director-people", frozenset({Office.DIRECTOR})),
    Tab("村（社区）", "township-home", frozenset({Office.TOWNSHIP})),
    Tab("备案", "filings", frozenset({Office.SUPERVISION_COMMITTEE, Office.TOWNSHIP})),
    Tab("乡镇和部门", "county-home", frozenset({Office.COUNTY_LEAD})),
    Tab("准入", "admissions", _ABOVE | {Office.DEPARTMENT}),
    Tab("依据", "bases", frozenset({Office.COUNTY_LEAD})),
    Tab("征求意见", "consultations", _ABOVE | {Office.DEPARTMENT, Office.CITY}),
    Tab("清理", "cleanups", _ABOVE | {Office.DEPARTMENT}),
    Tab("问部门", "enquiries", frozenset(IN_COMMITTEE) | _ABOVE | {Office.DEPARTMENT}),
    Tab("印章台账", "seal-inventory", _ABOVE),
    Tab("登记簿", "oversight-registers", _ABOVE),
    Tab("归档", "township-archives", frozenset({Office.TOWNSHIP})),
    Tab("数字", "oversight-figures", _ABOVE | {Office.CITY}),
    Tab("工作方案", "work-plans", frozenset({Office.COUNTY_LEAD, Office.CITY})),
    Tab("检查", "inspections", _CHECKED | _ABOVE),
    Tab("调阅函", "county-letters", frozenset({Office.COUNTY_LEAD})),
    Tab("调阅", "auditor-letters", frozenset({Office.AUDITOR})),
    Tab("账户和电脑", "administrator-accounts", frozenset({Office.SYSTEM_ADMINISTRATOR})),
    Tab("设置", "administrator-settings", frozenset({Office.SYSTEM_ADMINISTRATOR})),
    Tab("发件箱", "administrator-outbox", frozenset({Office.SYSTEM_ADMINISTRATOR})),
    Tab("安全", "administrator-security", frozenset({Office.SECURITY_ADMINISTRATOR})),
    Tab("登录记录", "administrator-logs", frozenset({Office.AUDIT_ADMINISTRATOR})),
    Tab("任免簿", "administrator-books", frozenset({Office.AUDIT_ADMINISTRATOR})),
    Tab("任职", "administrator-offices", ADMINISTRATORS),
    Tab("本单位", "desk-office", frozenset({Office.DEPARTMENT})),
)
