"""违规: what it may be, how it came to light, and how it is handled, the mildest first. Pure."""

from enum import StrEnum


class Wrong(StrEnum):
    """A rule about certifying or about the seal that was broken."""

    BLANK = "blank_stamped"
    UNAPPROVED = "stamped_unapproved"
    TAKEN_OUT = "seal_taken_unasked"
    SAME_PERSON = "approver_kept_seal"
    NOT_HANDED_OVER = "handover_overdue"
    OUT_OF_SCOPE = "issued_out_of_scope"
    UNTRUE = "issued_untrue"
    UNREGISTERED = "use_unregistered"
    REFUSED_WRONGLY = "refused_wrongly"
    OTHER = "other_wrong"


class Source(StrEnum):
    """How it came to light."""

    INSPECTION = "from_inspection"
    COMPLAINT = "from_complaint"
    AUDIT = "from_audit"
    OWN_REPORT = "from_own_report"


class Measure(StrEnum):
    """视情节批评教育，造成严重后果追究责任: in the order in which they weigh (O2.3d)."""

    REMINDER = "reminder_talk"
    CRITICISM = "criticism"
    ORDER = "order_to_correct"
    TRANSFER = "transfer"

    @property
    def weight(self) -> int:
        """1 is the mildest."""
        return list(Measure).index(self) + 1


WRONG_LABELS: dict[Wrong, str] = {
    Wrong.BLANK: "空白盖章",
    Wrong.UNAPPROVED: "未经签批盖章",
    Wrong.TAKEN_OUT: "擅自带离印章",
    Wrong.SAME_PERSON: "审批与保管同一人",
    Wrong.NOT_HANDED_OVER: "逾期不移交印章",
    Wrong.OUT_OF_SCOPE: "超范围出具证明",
    Wrong.UNTRUE: "不据实出具证明",
    Wrong.UNREGISTERED: "用印不登记",
    Wrong.REFUSED_WRONGLY: "该开不开、推诿刁难",
    Wrong.OTHER: "其他违规",
}
SOURCE_LABELS: dict[Source, str] = {
    Source.INSPECTION: "检查发现",
    Source.COMPLAINT: "群众反映",
    Source.AUDIT: "纪检、巡察、审计",
    Source.OWN_REPORT: "村（社区）自己报告",
}
MEASURE_LABELS: dict[Measure, str] = {
    Measure.REMINDER: "提醒谈话",
    Measure.CRITICISM: "批评教育",
    Measure.ORDER: "责令改正",
    Measure.TRANSFER: "移送有权机关",
}
