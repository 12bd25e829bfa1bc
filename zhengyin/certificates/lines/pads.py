"""The lines of the 应急用印单 pads."""

from zhengyin.certificates.lines.names import PADS
from zhengyin.certificates.slips import PAD_CLOSED, PAD_ISSUED, SLIP_ENTERED, SLIP_SPOILED
from zhengyin.registers.lines import Column, LineKind

_RANGE: tuple[Column, ...] = (("first", "从"), ("last", "到"))

OF_PADS: tuple[LineKind, ...] = (
    LineKind(
        PAD_ISSUED,
        PADS,
        (*_RANGE, ("slips", "张数"), ("seal", "印章")),
        title="印制应急用印单",
    ),
    LineKind(PAD_CLOSED, PADS, (*_RANGE, ("unused", "未用、收回的")), title="收回应急用印单"),
    LineKind(SLIP_SPOILED, PADS, (("slip", "应急用印单"), ("reason", "原因")), title="应急用印单作废"),
    LineKind(SLIP_ENTERED, PADS, (("slip", "应急用印单"), ("number", "编号")), title="应急用印单已补登"),
)
