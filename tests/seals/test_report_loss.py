"""A lost seal stops at once."""

from datetime import timedelta

import pytest

from tests.seals.cast import AT, LIJIAWAN, TODAY, Cast, last_line, refused
from zhengyin.seals import actions, queries
from zhengyin.seals.models import Seal


def report(cast: Cast, seal: Seal, who: str = "ljw_director", **change: object) -> Seal:
    values: dict[str, object] = {"lost_at": AT - timedelta(hours=1), "circumstances": "办公室被盗", **change}
    return actions.report_loss(seal_id=seal.pk, actor=cast.actor(who), at=AT, **values)  # type: ignore[arg-type]


@pytest.mark.clause("H3.2.1b")
@pytest.mark.parametrize(
    "who, office",
    [
        ("ljw_director", "director"), ("ljw_custodian", "custodian"), ("ljw_clerk", "handler"),
        ("ljw_supervisor", "supervision_committee"),
    ],
)  # fmt: skip
def test_whoever_of_the_committee_misses_it_reports_and_it_stops(cast: Cast, who: str, office: str) -> None:
    seal = cast.kept().seal
    report(cast, seal, who)
    card = queries.seal_of(LIJIAWAN, TODAY)
    assert card is not None and not card.in_use
    assert card.stop is not None and card.stop.lost
    assert (card.stop.since, card.stop.stopped_at) == (AT - timedelta(hours=1), AT)
    assert not card.in_custody_of(cast.person("ljw_custodian").pk)
    line = last_line(seal.pk)
    assert (line.kind, line.office) == ("seal.lost", office)
    assert line.personal == {"circumstances": "办公室被盗"}


@pytest.mark.parametrize("who", ["ptc_director", "pt_officer", "hs_officer"])
def test_others_do_not(cast: Cast, who: str) -> None:
    seal = cast.kept().seal
    with refused("wrong_office"):
        report(cast, seal, who)


def test_what_was_never_issued_is_not_lost(cast: Cast) -> None:
    ordered = cast.ordered()
    with refused("wrong_state"):
        report(cast, ordered)


def test_a_stopped_seal_is_not_lost_again(cast: Cast) -> None:
    seal = cast.issued()
    report(cast, seal)
    with refused("wrong_state"):
        report(cast, seal)


def test_when_and_how_are_said(cast: Cast) -> None:
    seal = cast.issued()
    with refused("loss_lies_ahead", "circumstances_missing"):
        report(cast, seal, lost_at=AT + timedelta(minutes=1), circumstances="")
