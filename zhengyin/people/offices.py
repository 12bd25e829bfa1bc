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
# Everybody who works in a committee; whoever holds several of these signs by the first.
IN_COMMITTEE = (
    Office.CUSTODIAN, Office.DIRECTOR, Office.HANDLER, Office.COMMITTEE_MEMBER, Office.SECOND_APPROVER,
    Office.PARTY_ORGANIZATION, Office.SUPERVISION_COMMITTEE,
)  # fmt: skip
APPROVING = frozenset({Office.DIRECTOR, Office.SECOND_APPROVER})
KEEPING = frozenset({Office.CUSTODIAN})
# Who makes, collects and inspects seals, and who does the work of a committee: never one person, anywhere.
ABOVE = frozenset({Office.TOWNSHIP, Office.COUNTY_LEAD, Office.CITY})
DOING = frozenset({*APPROVING, *KEEPING, Office.HANDLER})


class Nature(StrEnum):
    """How an office came to be held."""

    APPOINTED = "appointed"
    PRESIDING = "presiding"  # 主持工作的副主任: the office of the director, by a township document
    DELEGATED = "delegated"  # lent by its holder, at most 30 days, not passed on
    ACTING = "acting"  # custody for a while, at most 30 days, not passed on


class Standing(StrEnum):
    """Who the appointee is; all but the first never approve and never keep a seal."""

    REGULAR = "regular"
    FIRST_SECRETARY = "first_secretary"
    RESIDENT_TEAM = "resident_team"
    TEMPORARY = "temporary"
    GRID_WORKER = "grid_worker"


NATURE_LABELS: dict[Nature, str] = {
    Nature.APPOINTED: "任命",
    Nature.PRESIDING: "主持工作",
    Nature.DELEGATED: "受委托",
    Nature.ACTING: "临时代管",
}
STANDING_LABELS: dict[Standing, str] = {
    Standing.REGULAR: "在册人员",
    Standing.FIRST_SECRETARY: "第一书记",
    Standing.RESIDENT_TEAM: "驻村干部",
    Standing.TEMPORARY: "临聘人员",
    Standing.GRID_WORKER: "网格员",
}
LONGEST_LOAN_DAYS = 30  # delegation and acting custody
