"""Columns that lines of several moments share."""

from zhengyin.registers.lines import Column

ITEM: tuple[Column, ...] = (("item", "事项"),)
REASON: tuple[Column, ...] = (("reason", "原因"),)  # free words may name somebody: erasable
