"""One changed fact, one outcome."""

from typing import Any

import pytest

from zhengyin.certificates.slips import SlipState
from zhengyin.verification.outcome import Facts, Outcome, outcome
from zhengyin.verification.words import WORDS


@pytest.mark.parametrize(
    "facts, expected",
    [
        ({}, Outcome.IN_FORCE),
        ({"expired": True}, Outcome.EXPIRED),
        ({"sealed_after_loss": True}, Outcome.SEALED_AFTER_LOSS),
        ({"sealed_after_loss": True, "expired": True}, Outcome.SEALED_AFTER_LOSS),
        ({"signed_after_key_loss": True}, Outcome.SIGNED_AFTER_KEY_LOSS),
        ({"signed_after_key_loss": True, "expired": True}, Outcome.SIGNED_AFTER_KEY_LOSS),
        ({"signed_after_key_loss": True, "sealed_after_loss": True}, Outcome.SEALED_AFTER_LOSS),
        ({"signed_after_key_loss": True, "replaced": True}, Outcome.REPLACED),
        ({"void": True}, Outcome.VOID),
        ({"void": True, "sealed_after_loss": True, "expired": True}, Outcome.VOID),
        ({"replaced": True}, Outcome.REPLACED),
        ({"replaced": True, "sealed_after_loss": True, "expired": True}, Outcome.REPLACED),
        ({"registered": False}, Outcome.NOT_FOUND),
        ({"registered": False, "void": True}, Outcome.NOT_FOUND),
        ({"registered": False, "expired": True}, Outcome.NOT_FOUND),
        ({"registered": False, "slip": SlipState.ISSUED}, Outcome.SLIP_PENDING),
        ({"registered": False, "slip": SlipState.SPOILED}, Outcome.SLIP_VOID),
        ({"registered": False, "slip": SlipState.UNUSED}, Outcome.SLIP_VOID),
        ({"registered": False, "slip": SlipState.ENTERED}, Outcome.NOT_FOUND),
        ({"registered": True, "slip": SlipState.ENTERED}, Outcome.IN_FORCE),
    ],
)
def test_the_outcome(facts: dict[str, Any], expected: Outcome) -> None:
    assert outcome(Facts(**{"registered": True, **facts})) is expected


@pytest.mark.parametrize("one", Outcome)
def test_two_outcomes_say_that_a_paper_holds_no_more(one: Outcome) -> None:
    assert one.is_over is (one in {Outcome.VOID, Outcome.REPLACED})


def test_every_outcome_has_its_words() -> None:
    assert set(Outcome) <= set(WORDS)
