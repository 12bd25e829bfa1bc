"""Who works in a practice village."""

from dataclasses import dataclass

from zhengyin.people.offices import Office


@dataclass(frozen=True, slots=True)
class Seat:
    """One invented person with one log-in; `given` in this order, the keeper's by the custody of the seal."""

    key: str  # the end of the log-in's name
    name: str
    offices: tuple[Office, ...]
    position: str


TOWNSHIP = Seat("zhen", "练习镇干部", (Office.TOWNSHIP,), "练习乡镇工作人员")
DIRECTOR = Seat("zhuren", "练习主任", (Office.DIRECTOR,), "主任")
KEEPER = Seat("baoguan", "练习保管员", (), "印章保管人")
VILLAGE = (
    DIRECTOR,
    Seat("fuhe", "练习委员", (Office.COMMITTEE_MEMBER, Office.SECOND_APPROVER), "委员"),
    Seat("jiandu", "练习监督员", (Office.SUPERVISION_COMMITTEE,), "监督委员会主任"),
    Seat("jingban", "练习经办员", (Office.HANDLER,), "文书"),
    KEEPER,
)
ADMINISTRATORS = {
    Office.SYSTEM_ADMINISTRATOR: "练习系统员",
    Office.SECURITY_ADMINISTRATOR: "练习安全员",
    Office.AUDIT_ADMINISTRATOR: "练习审计员",
}
LEAD = Seat("xian", "练习县干部", (Office.COUNTY_LEAD,), "练习主管部门工作人员")
