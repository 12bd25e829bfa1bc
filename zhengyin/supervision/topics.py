"""What an inspection looks at. A list kept as data: another thing to look at is a line here. Pure."""

from enum import StrEnum


class Topic(StrEnum):
    """One thing that is compared on the spot."""

    SEAL = "seal_and_ledger"
    PLACE = "seal_place"
    USES = "uses_and_stubs"
    LATE = "late_entries"
    RECEIPTS = "receipts"
    HANDOVERS = "handovers"
    TAKE_OUT = "take_out"
    NOTICES = "refusal_notices"
    MONTHS = "monthly_checks"
    OTHER = "other_topic"


TOPIC_LABELS: dict[Topic, str] = {
    Topic.SEAL: "印章实物与台账",
    Topic.PLACE: "保管地点",
    Topic.USES: "用印登记簿与存根",
    Topic.LATE: "补登和应急单",
    Topic.RECEIPTS: "签收单",
    Topic.HANDOVERS: "保管移交",
    Topic.TAKE_OUT: "印章带出",
    Topic.NOTICES: "不予出具告知单",
    Topic.MONTHS: "按月核对",
    Topic.OTHER: "其他",
}
