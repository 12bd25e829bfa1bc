"""The only code that changes this room's tables; every act leaves a line."""

from zhengyin.seals.actions.authority import (
    bring_county_authority,
    make_county_authority,
    make_missing_authorities,
)
from zhengyin.seals.actions.certificates import issue_signing_certificate, revoke_signing_certificate
from zhengyin.seals.actions.custody import appoint_custodian, end_custody
from zhengyin.seals.actions.demo import load_demo_seals
from zhengyin.seals.actions.filing import acknowledge_filing, answer_filing, return_filing
from zhengyin.seals.actions.issue import issue_seal
from zhengyin.seals.actions.loss import report_loss
from zhengyin.seals.actions.order import order_seal
from zhengyin.seals.actions.place import move_place
from zhengyin.seals.actions.take_out import (
    approve_take_out,
    ask_take_out,
    bring_back,
    decline_take_out,
    extend_take_out,
    leave_with_seal,
    withdraw_take_out,
)

__all__ = [
    "acknowledge_filing",
    "answer_filing",
    "appoint_custodian",
    "approve_take_out",
    "ask_take_out",
    "bring_back",
    "bring_county_authority",
    "decline_take_out",
    "end_custody",
    "extend_take_out",
    "issue_seal",
    "issue_signing_certificate",
    "leave_with_seal",
    "load_demo_seals",
    "make_county_authority",
    "make_missing_authorities",
    "move_place",
    "order_seal",
    "report_loss",
    "return_filing",
    "revoke_signing_certificate",
    "withdraw_take_out",
]
