"""The book this room writes in, and the column every line of a seal begins with."""

from zhengyin.registers.lines import Column

BOOK = "seals"
SEAL: tuple[Column, ...] = (("seal", "印章名称"),)
