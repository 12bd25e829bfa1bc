"""The only code that changes this room's tables; every act leaves a line."""

from zhengyin.archive.actions.close import close
from zhengyin.archive.actions.close_registers import close_registers
from zhengyin.archive.actions.download import download
from zhengyin.archive.actions.pack import make_parts, pack
from zhengyin.archive.actions.prepare import prepare
from zhengyin.archive.actions.receive import receive
from zhengyin.archive.actions.sign import give_back, sign

__all__ = [
    "close",
    "close_registers",
    "download",
    "give_back",
    "make_parts",
    "pack",
    "prepare",
    "receive",
    "sign",
]
