"""The short rules round the seal and the pictures: one changed fact, one refusal; the near miss beside it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest

from zhengyin.certificates.brought import LEAST_INK
from zhengyin.certificates.facts.applying import PagesFacts, TrackFacts
from zhengyin.certificates.facts.sealing import GrantFacts, PaperAsked
from zhengyin.certificates.policy.grant import refusals_to_grant
from zhengyin.certificates.policy.materials import refusals_of_an_attachment
from zhengyin.certificates.policy.pages import refusals_of_a_page, refusals_to_redo_page
from zhengyin.certificates.policy.printing import refusals_of_the_draft
from zhengyin.certificates.policy.reveal import refusals_to_reveal
from zhengyin.certificates.policy.track import MOST_WRONG_TAILS, refusals_to_track
from zhengyin.shared.refusal import Refusal


def codes(refusals: Iterable[Refusal]) -> list[str]:
    return [refusal.code for refusal in refusals]


READY = PaperAsked(keeps_the_seal=True, ready=True, state="approved")
GRANT = GrantFacts(has_session=True, all_found=True, papers=(READY, READY))
ONCE = PagesFacts(brought=True, new=((2, LEAST_INK),), pages=1)
CODE = TrackFacts(known=True, failures=MOST_WRONG_TAILS - 1, tail_fits=True)


@pytest.mark.clause("H3.2.4c")
@pytest.mark.parametrize("change, refused", [
    ({}, []),
    ({"all_found": False}, ["paper_not_found"]),
    ({"all_found": False, "papers": ()}, ["paper_not_found"]),
    ({"has_session": False}, ["session_missing"]),
    ({"papers": (READY, replace(READY, keeps_the_seal=False))}, ["wrong_office"]),
    ({"papers": (READY, replace(READY, ready=False, state="sealed"))}, ["wrong_state"]),
    ({"papers": (replace(READY, ready=False, keeps_the_seal=False),)}, ["wrong_office", "wrong_state"]),
])  # fmt: skip
def test_grant(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_grant(replace(GRANT, **change))) == refused


@pytest.mark.parametrize("change, refused", [
    ({}, []),  # one try left, and it is right
    ({"known": False}, ["tracking_not_found"]),
    ({"tail_fits": False}, ["tracking_not_found"]),
    ({"failures": MOST_WRONG_TAILS}, ["tracking_not_found"]),
])  # fmt: skip
def test_track(change: dict[str, Any], refused: list[str]) -> None:
    assert codes(refusals_to_track(replace(CODE, **change))) == refused


@pytest.mark.clause("H3.2.4d")
@pytest.mark.parametrize("ink, corners, refused", [
    (LEAST_INK, True, []), (LEAST_INK - 1, True, ["page_blank"]), (LEAST_INK, False, ["corners_not_found"]),
    (LEAST_INK - 1, False, ["corners_not_found"]),  # the page that was asked for could not be made
])  # fmt: skip
def test_show_a_page_another_way(ink: int, corners: bool, refused: list[str]) -> None:
    facts = replace(ONCE, new=((2, ink),))
    assert codes(refusals_to_redo_page(facts, corners_found=corners)) == refused


@pytest.mark.parametrize("yes, no, code", [
    (lambda: refusals_to_reveal(handles_here=True), lambda: refusals_to_reveal(handles_here=False),
     "wrong_office"),
    (lambda: refusals_of_a_page(there=True), lambda: refusals_of_a_page(there=False), "page_gone"),
    (lambda: refusals_of_an_attachment(there=True), lambda: refusals_of_an_attachment(there=False),
     "attachment_gone"),
    (lambda: refusals_of_the_draft(""), lambda: refusals_of_the_draft("装不下"), "paper_does_not_print"),
])  # fmt: skip
def test_the_shortest(
    yes: Callable[[], Iterable[Refusal]], no: Callable[[], Iterable[Refusal]], code: str
) -> None:
    assert (codes(yes()), codes(no())) == ([], [code])
