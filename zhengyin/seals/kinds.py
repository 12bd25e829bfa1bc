"""Kinds of seals. Pure. Special seals come with the rest of a seal's life."""

from enum import StrEnum


class SealKind(StrEnum):
    """What a seal is for."""

    OFFICIAL = "official"


KIND_LABELS: dict[SealKind, str] = {SealKind.OFFICIAL: "公章"}


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
