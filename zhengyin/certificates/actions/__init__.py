"""The only code that changes this room's tables; one file an act."""

from zhengyin.certificates.actions.accept import accept
from zhengyin.certificates.actions.again import begin_correction, reissue
from zhengyin.certificates.actions.amend import Amended, amend
from zhengyin.certificates.actions.apply import Applied, apply
from zhengyin.certificates.actions.approve import approve, countersign
from zhengyin.certificates.actions.complete import ask_to_complete, complete
from zhengyin.certificates.actions.deliver import deliver
from zhengyin.certificates.actions.give_back import return_to_verifying, take_back, withdraw
from zhengyin.certificates.actions.grant import grant, grant_slip
from zhengyin.certificates.actions.late import LateReceipt, record_late, rectify
from zhengyin.certificates.actions.letter import (
    approve_letter,
    draft_letter,
    record_basis,
    record_demand_dropped,
    record_silence,
    return_letter,
    send_letter,
    take_back_letter,
)
from zhengyin.certificates.actions.mandate import record_mandate
from zhengyin.certificates.actions.materials import MaterialGiven, attach, record_materials, remove_attachment
from zhengyin.certificates.actions.pads import close_pad, issue_pad, spoil_slip
from zhengyin.certificates.actions.pages import drop_page, photograph, redo_page
from zhengyin.certificates.actions.printing import print_copies, reprint
from zhengyin.certificates.actions.recuse import recuse
from zhengyin.certificates.actions.refuse import decline, refuse, refuse_demand
from zhengyin.certificates.actions.reveal import Revealed, reveal
from zhengyin.certificates.actions.seal import Receipt, seal
from zhengyin.certificates.actions.verify import CheckGiven, record_checks, start_verifying, verify
from zhengyin.certificates.actions.void import VoidGiven, void, void_unstamped

__all__ = [
    "Amended",
    "Applied",
    "CheckGiven",
    "LateReceipt",
    "MaterialGiven",
    "Receipt",
    "Revealed",
    "VoidGiven",
    "accept",
    "amend",
    "apply",
    "approve",
    "approve_letter",
    "ask_to_complete",
    "attach",
    "begin_correction",
    "close_pad",
    "complete",
    "countersign",
    "decline",
    "deliver",
    "draft_letter",
    "drop_page",
    "grant",
    "grant_slip",
    "issue_pad",
    "photograph",
    "print_copies",
    "record_basis",
    "record_checks",
    "record_demand_dropped",
    "record_late",
    "record_mandate",
    "record_materials",
    "record_silence",
    "rectify",
    "recuse",
    "redo_page",
    "refuse",
    "refuse_demand",
    "reissue",
    "remove_attachment",
    "reprint",
    "return_letter",
    "return_to_verifying",
    "reveal",
    "seal",
    "send_letter",
    "spoil_slip",
    "start_verifying",
    "take_back",
    "take_back_letter",
    "verify",
    "void",
    "void_unstamped",
    "withdraw",
]
