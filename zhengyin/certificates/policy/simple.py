"""Which papers may be decided together with others: those with nothing to weigh."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What would have to be weighed in a paper."""

    needs_second: bool = False
    decided_before: bool = False  # it came back and is looked at again
    brought: bool = False  # the other side's form: its photographs are looked at
    corrects: bool = False
    locked: bool = False  # public interest
    number_doubted: bool = False  # a number that does not fit was taken, with a reason
    stepped_aside: bool = False  # somebody may not decide it: a near relative's


def is_simple(weight: Weight) -> bool:
    """Ordinary, decided on for the first time, nothing in doubt or of public interest, by whoever may."""
    return weight == Weight()
