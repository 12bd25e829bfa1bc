"""Reading: seals and who keeps them, what signs, facts for the rules, what a person may see."""

from zhengyin.seals.queries.cards import (
    InventoryRow,
    SealCard,
    SealThen,
    hold_seals,
    seal_of,
    seal_then,
    township_inventory,
)
from zhengyin.seals.queries.county import HandoverRow, handovers_in
from zhengyin.seals.queries.facts import (
    facts_for_appoint_custodian,
    facts_for_end_custody,
    facts_for_issue,
    facts_for_order,
    facts_for_report_loss,
)
from zhengyin.seals.queries.lost import SEALED_AFTER_LOSS
from zhengyin.seals.queries.signing import roots, signer_for
from zhengyin.seals.queries.states import certificate_states
from zhengyin.seals.queries.visible import visible_to

__all__ = [
    "SEALED_AFTER_LOSS",
    "HandoverRow",
    "InventoryRow",
    "SealCard",
    "SealThen",
    "certificate_states",
    "facts_for_appoint_custodian",
    "facts_for_end_custody",
    "facts_for_issue",
    "facts_for_order",
    "facts_for_report_loss",
    "handovers_in",
    "hold_seals",
    "roots",
    "seal_of",
    "seal_then",
    "signer_for",
    "township_inventory",
    "visible_to",
]
