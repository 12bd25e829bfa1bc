"""The only code that changes this room's tables; every act leaves a line."""

from zhengyin.workuse.actions.afterwards import attach_scan, count_seals, file, print_copies, void
from zhengyin.workuse.actions.ask import ask, change
from zhengyin.workuse.actions.decide import approve, countersign, send_back, take_back, withdraw
from zhengyin.workuse.actions.demo import load_demo_letters
from zhengyin.workuse.actions.grant import grant
from zhengyin.workuse.actions.recuse import recuse
from zhengyin.workuse.actions.seal import Receipt, seal

__all__ = [
    "Receipt",
    "approve",
    "ask",
    "attach_scan",
    "change",
    "count_seals",
    "countersign",
    "file",
    "grant",
    "load_demo_letters",
    "print_copies",
    "recuse",
    "seal",
    "send_back",
    "take_back",
    "void",
    "withdraw",
]
