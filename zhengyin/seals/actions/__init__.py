"""The only code that changes this room's tables; every act leaves a line."""

from zhengyin.seals.actions.authority import (
    bring_county_authority,
    make_county_authority,
    make_missing_authorities,
)
from zhengyin.seals.actions.certificates import issue_signing_certificate, revoke_signing_certificate
from zhengyin.seals.actions.custody import appoint_custodian, end_custody
from zhengyin.seals.actions.demo import load_demo_seals
from zhengyin.seals.actions.issue import issue_seal
from zhengyin.seals.actions.loss import report_loss
from zhengyin.seals.actions.order import order_seal

__all__ = [
    "appoint_custodian",
    "bring_county_authority",
    "end_custody",
    "issue_seal",
    "issue_signing_certificate",
    "load_demo_seals",
    "make_county_authority",
    "make_missing_authorities",
    "order_seal",
    "report_loss",
    "revoke_signing_certificate",
]
