"""The only code that changes this room's tables; every act leaves a line."""

from zhengyin.seals.actions.authority import (
    bring_county_authority,
    make_county_authority,
    make_missing_authorities,
)
from zhengyin.seals.actions.certificates import (
    issue_signing_certificate,
    report_key_loss,
    revoke_signing_certificate,
)
from zhengyin.seals.actions.custody import (
    appoint_custodian,
    end_custody,
    end_term,
)
from zhengyin.seals.actions.demo import (
    load_demo_seals,
)
from zhengyin.seals.actions.ending import (
    end_committee,
)
from zhengyin.seals.actions.filing import (
    acknowledge_filing,
    answer_filing,
    return_filing,
)
from zhengyin.seals.actions.handover import (
    cancel_handover,
    list_for_handover,
    name_successor,
    open_handover,
)
from zhengyin.seals.actions.impression import (
    record_impression,
)
from zhengyin.seals.actions.issue import (
    issue_seal,
)
from zhengyin.seals.actions.loss import (
    report_loss,
)
from zhengyin.seals.actions.order import (
    order_seal,
)
from zhengyin.seals.actions.passing import (
    appoint_acting_custodian,
    complete_handover,
    reappoint_custodian,
)
from zhengyin.seals.actions.place import (
    move_place,
)
from zhengyin.seals.actions.returning import (
    collect_seal,
    destroy_seal,
)
from zhengyin.seals.actions.roster import (
    enter_roster,
)
from zhengyin.seals.actions.stopping import (
    call_off_seal,
    restore_seal,
    stop_seal,
)
from zhengyin.seals.actions.take_out import (
    approve_take_out,
    ask_take_out,
    bring_back,
    decline_take_out,
    extend_take_out,
    leave_with_seal,
    withdraw_take_out,
)
from zhengyin.seals.actions.voiding import (
    declare_seal_void,
)
from zhengyin.seals.policy.custody import Wanted

__all__ = [
    "Wanted",
    "acknowledge_filing",
    "answer_filing",
    "appoint_acting_custodian",
    "appoint_custodian",
    "approve_take_out",
    "ask_take_out",
    "bring_back",
    "bring_county_authority",
    "call_off_seal",
    "cancel_handover",
    "collect_seal",
    "complete_handover",
    "declare_seal_void",
    "decline_take_out",
    "destroy_seal",
    "end_committee",
    "end_custody",
    "end_term",
    "enter_roster",
    "extend_take_out",
    "issue_seal",
    "issue_signing_certificate",
    "leave_with_seal",
    "list_for_handover",
    "load_demo_seals",
    "make_county_authority",
    "make_missing_authorities",
    "move_place",
    "name_successor",
    "open_handover",
    "order_seal",
    "reappoint_custodian",
    "record_impression",
    "report_key_loss",
    "report_loss",
    "restore_seal",
    "return_filing",
    "revoke_signing_certificate",
    "stop_seal",
    "withdraw_take_out",
]
