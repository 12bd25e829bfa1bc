"""May a row of the roster after an election begin the handover of the seal?"""

from collections.abc import Iterator
from datetime import date

from zhengyin.shared.refusal import Refusal


def refusals_to_enter_roster(ended: str) -> Iterator[Refusal]:
    """Empty while the committee stands; `ended` says how it ended."""
    if ended:
        yield Refusal("committee_appoints_no_more", ended, "H3.2.1d")


def refusals_to_hand_over_by_roster(elected_on: date | None) -> Iterator[Refusal]:
    """Empty when the roster names the day of the election, from which the ten days run (H3.2.4e)."""
    if elected_on is None:
        yield Refusal("roster_day_missing", clause="H3.2.4e")
