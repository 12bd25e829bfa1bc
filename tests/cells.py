"""A workflow's table asked whole: for one state and act, what every office gets.

A test a row, not a test a cell: a failure shows the offices that differ, and sixteen thousand cells do not
cost sixteen thousand set-ups.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from zhengyin.people.offices import Office
from zhengyin.shared.refusal import Refused
from zhengyin.shared.workflow import Workflow

Answers = dict[Office, "StrEnum | list[str]"]
Allowed = Mapping[tuple[Any, Any, Office], StrEnum]


def answers(table: Workflow[Any, Any], state: StrEnum | None, act: StrEnum) -> Answers:
    """The state each office leads to, or the codes it is refused with."""
    found: Answers = {}
    for office in Office:
        try:
            found[office] = table.step(state, act, {office}).after
        except Refused as refused:
            found[office] = [one.code for one in refused.refusals]
    return found


def listed(allowed: Allowed, state: StrEnum | None, act: StrEnum) -> Answers:
    """The same by the list written by hand: what is not on it is refused, and says why."""
    fits = any((before, what) == (state, act) for before, what, _ in allowed)
    return {
        office: allowed.get((state, act, office), ["wrong_office" if fits else "wrong_state"])
        for office in Office
    }
