"""Reading: seals and who keeps them, what signs, facts for the rules, what a person may see."""

from zhengyin.seals.queries.cards import (
    InventoryRow,
    SealCard,
    SealThen,
    StopNow,
    hold_seals,
    seal_of,
    seal_then,
    stop_now,
    township_inventory,
)
from zhengyin.seals.queries.county import HandoverRow, handovers_in
from zhengyin.seals.queries.facts import (
    facts_for_appoint_custodian,
    facts_for_end_custody,
)
from zhengyin.seals.queries.gone import Gone, has_one_to_lose, seals_gone, seals_to_lose
from zhengyin.seals.queries.lives import (
    facts_for_collect,
    facts_for_destroy,
    facts_for_issue,
    facts_for_order,
    facts_for_reason,
    facts_for_report_loss,
    facts_for_restore,
    facts_for_void,
    open_stop,
    predecessor_of,
)
from zhengyin.seals.queries.lost import SEALED_AFTER_LOSS, SIGNED_AFTER_KEY_LOSS
from zhengyin.seals.queries.signing import roots, signer_for
from zhengyin.seals.queries.standing import (
    Doubt,
    LossNotice,
    SealRow,
    doubts_of,
    doubts_of_keys,
    loss_of,
    notices_of_loss,
    seals_of,
)
from zhengyin.seals.queries.states import certificate_states
from zhengyin.seals.queries.take_outs import (
    TakeOutShown,
    overdue,
    take_outs_shown,
    take_outs_visible_to,
)
from zhengyin.seals.queries.told import LossTold, losses_told
from zhengyin.seals.queries.uses import uses_meanwhile
from zhengyin.seals.queries.visible import visible_to
from zhengyin.seals.queries.whereabouts import where_is

__all__ = [
    "SEALED_AFTER_LOSS",
    "SIGNED_AFTER_KEY_LOSS",
    "Doubt",
    "Gone",
    "HandoverRow",
    "InventoryRow",
    "LossNotice",
    "LossTold",
    "SealCard",
    "SealRow",
    "SealThen",
    "StopNow",
    "TakeOutShown",
    "certificate_states",
    "doubts_of",
    "doubts_of_keys",
    "facts_for_appoint_custodian",
    "facts_for_collect",
    "facts_for_destroy",
    "facts_for_end_custody",
    "facts_for_issue",
    "facts_for_order",
    "facts_for_reason",
    "facts_for_report_loss",
    "facts_for_restore",
    "facts_for_void",
    "handovers_in",
    "has_one_to_lose",
    "hold_seals",
    "loss_of",
    "losses_told",
    "notices_of_loss",
    "open_stop",
    "overdue",
    "predecessor_of",
    "roots",
    "seal_of",
    "seal_then",
    "seals_gone",
    "seals_of",
    "seals_to_lose",
    "signer_for",
    "stop_now",
    "take_outs_shown",
    "take_outs_visible_to",
    "township_inventory",
    "uses_meanwhile",
    "visible_to",
    "where_is",
]
