"""Kinds and shapes of seals, why a seal stops, how a committee ends. Pure."""

from enum import StrEnum


class SealKind(StrEnum):
    """What a seal is for. A special one (专用章) names its purpose and certifies nothing."""

    OFFICIAL = "official"
    SPECIAL = "special"


class Shape(StrEnum):
    """The outline of a seal."""

    ROUND = "shape_round"
    OVAL = "shape_oval"
    SQUARE = "shape_square"


class StopReason(StrEnum):
    """Why a seal may not be used although nobody collected it yet."""

    LOST = "seal_lost"
    DISPUTE = "seal_disputed"
    COMMITTEE_ENDED = "seal_committee_ended"
    VOID = "seal_declared_void"  # somebody withholds it


OUT_OF_REACH = frozenset({StopReason.LOST, StopReason.VOID})  # cannot be handed in, so they bar nothing

KIND_LABELS: dict[SealKind, str] = {SealKind.OFFICIAL: "公章", SealKind.SPECIAL: "专用章"}
SHAPE_LABELS: dict[Shape, str] = {Shape.ROUND: "圆形", Shape.OVAL: "椭圆形", Shape.SQUARE: "方形"}
STOP_LABELS: dict[StopReason, str] = {
    StopReason.LOST: "报失",
    StopReason.DISPUTE: "有争议",
    StopReason.COMMITTEE_ENDED: "村（居）民委员会撤并",
    StopReason.VOID: "拒不交出，公告作废",
}


class HandoverReason(StrEnum):
    """Why a seal passes to another custodian."""

    ELECTION = "election"
    TERM = "term"
    CHANGE = "change"
    LEFT = "left"
    VACANCY = "vacancy"


HANDOVER_LABELS: dict[HandoverReason, str] = {
    HandoverReason.ELECTION: "换届",
    HandoverReason.TERM: "保管任期届满",
    HandoverReason.CHANGE: "调整保管人",
    HandoverReason.LEFT: "保管人离任",
    HandoverReason.VACANCY: "保管人缺位",
}
