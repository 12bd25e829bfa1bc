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
from zhengyin.seals.queries.take_outs import (
    TakeOutShown,
    overdue,
    take_outs_shown,
    take_outs_visible_to,
    uses_meanwhile,
)
from zhengyin.seals.queries.visible import visible_to
from zhengyin.seals.queries.whereabouts import where_is

__all__ = [
    "SEALED_AFTER_LOSS",
    "InventoryRow",
    "SealCard",
    "SealThen",
    "TakeOutShown",
    "certificate_states",
    "facts_for_appoint_custodian",
    "facts_for_end_custody",
    "facts_for_issue",
    "facts_for_order",
    "facts_for_report_loss",
    "hold_seals",
    "overdue",
    "roots",
    "seal_of",
    "seal_then",
    "signer_for",
    "take_outs_shown",
    "take_outs_visible_to",
    "township_inventory",
    "uses_meanwhile",
    "visible_to",
    "where_is",
]
