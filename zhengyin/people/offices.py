"""The offices of the trade and the one table of who appoints whom. Pure."""

from enum import StrEnum


class Office(StrEnum):
    """An office a person may hold for a period, in one committee or one authority."""

    RESIDENT = "resident"
    HANDLER = "handler"
    DIRECTOR = "director"
    COMMITTEE_MEMBER = "committee_member"
    SECOND_APPROVER = "second_approver"
    CUSTODIAN = "custodian"
    PARTY_ORGANIZATION = "party_organization"
    SUPERVISION_COMMITTEE = "supervision_committee"
    TOWNSHIP = "township"
    COUNTY_LEAD = "county_lead"
    CITY = "city"
    DEPARTMENT = "department"
    AUDITOR = "auditor"
    SYSTEM_ADMINISTRATOR = "system_administrator"
    SECURITY_ADMINISTRATOR = "security_administrator"
    AUDIT_ADMINISTRATOR = "audit_administrator"


LABELS: dict[Office, str] = {
    Office.RESIDENT: "村（居）民",
    Office.HANDLER: "经办人",
    Office.DIRECTOR: "主任（签批人）",
    Office.COMMITTEE_MEMBER: "委员",
    Office.SECOND_APPROVER: "复核签批人",
    Office.CUSTODIAN: "印章保管人",
    Office.PARTY_ORGANIZATION: "村（社区）党组织",
    Office.SUPERVISION_COMMITTEE: "村（居）务监督委员会",
    Office.TOWNSHIP: "乡镇（街道、苏木）",
    Office.COUNTY_LEAD: "县（旗区）主管部门",
    Office.CITY: "市主管部门",
    Office.DEPARTMENT: "联审部门",
    Office.AUDITOR: "纪检、巡察、审计",
    Office.SYSTEM_ADMINISTRATOR: "系统管理员",
    Office.SECURITY_ADMINISTRATOR: "安全管理员",
    Office.AUDIT_ADMINISTRATOR: "审计管理员",
}

ADMINISTRATORS = frozenset(
    {Office.SYSTEM_ADMINISTRATOR, Office.SECURITY_ADMINISTRATOR, Office.AUDIT_ADMINISTRATOR}
)
# What may never meet in one person, for one committee, at one time (H3.2.4c, O2.3c).
APPROVING = frozenset({Office.DIRECTOR, Office.SECOND_APPROVER})
KEEPING = frozenset({Office.CUSTODIAN})
