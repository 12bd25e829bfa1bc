"""The only code that changes this room's tables; every act leaves a line."""

from zhengyin.seals.actions.authority import (
    bring_county_authority,
    make_county_authority,
    make_missing_authorities,
)
from zhengyin.seals.actions.certificates import issue_signing_certificate, revoke_signing_certificate
from zhengyin.seals.actions.custody import appoint_custodian, end_custody
from zhengyin.seals.actions.demo import load_demo_seals
from zhengyin.seals.actions.giving import Wanted
from zhengyin.seals.actions.handover import (
    cancel_handover,
    list_for_handover,
    name_successor,
    open_handover,
)
from zhengyin.seals.actions.issue import issue_seal
from zhengyin.seals.actions.loss import report_loss
from zhengyin.seals.actions.order import order_seal
from zhengyin.seals.actions.passing import (
    appoint_acting_custodian,
    complete_handover,
    reappoint_custodian,
)
from zhengyin.seals.actions.roster import enter_roster

__all__ = [
    "Wanted",
    "appoint_acting_custodian",
    "appoint_custodian",
    "bring_county_authority",
    "cancel_handover",
    "complete_handover",
    "end_custody",
    "enter_roster",
    "issue_seal",
    "issue_signing_certificate",
    "list_for_handover",
    "load_demo_seals",
    "make_county_authority",
    "make_missing_authorities",
    "name_successor",
    "open_handover",
    "order_seal",
    "reappoint_custodian",
    "report_loss",
    "revoke_signing_certificate",
]
