"""A lost seal stops at once."""

from datetime import timedelta

import pytest
from django.db.models import Q

from tests.seals.cast import AT, HUINING, LIJIAWAN, TODAY, Cast, kinds_of, last_line, refused
from tests.seals.test_ending import end
from tests.seals.test_life import collect, restore, stop
from tests.seals.test_life import replace as order_anew
from zhengyin.seals import actions, queries
from zhengyin.seals.models import Seal
from zhengyin.seals.queries import has_one_to_lose
from zhengyin.seals.queries.cards import lost_by
from zhengyin.seals.queries.inventory import inventory
from zhengyin.seals.workflow import SEAL


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


def test_a_lost_seal_is_not_lost_again(cast: Cast) -> None:
    seal = cast.issued()
    report(cast, seal)
    with refused("lost_already"):
        report(cast, seal)
    collect(cast, seal)
    with refused("wrong_state"):
        report(cast, seal)


@pytest.mark.clause("H3.2.1b")
def test_a_seal_in_dispute_is_stolen(cast: Cast) -> None:
    seal = stop(cast, cast.kept().seal)
    assert has_one_to_lose(LIJIAWAN)
    report(cast, seal)
    card = queries.seal_of(LIJIAWAN, TODAY)
    assert card is not None and card.stop is not None and card.stop.lost
    assert stops(seal) == [("seal_disputed", False), ("seal_lost", True)]
    assert lost_by(seal, AT) and [one.since for one in queries.doubts_of(seal)] == [AT - timedelta(hours=1)]
    assert [one.seal_id for one in queries.notices_of_loss(LIJIAWAN, AT)] == [seal.pk]
    assert [one.seal_id for one in queries.seals_gone(Q(seal=seal), AT)] == [seal.pk]
    assert not has_one_to_lose(LIJIAWAN)
    assert SEAL.replay(kinds_of(seal.pk)) == "stopped"
    assert kinds_of(order_anew(cast, reason="").pk) == ["seal.reissue_ordered"], "it bars nothing any more"


@pytest.mark.clause("H3.2.1b", "H3.2.1d")
def test_the_seal_of_a_committee_that_ended_is_stolen(cast: Cast) -> None:
    seal = cast.kept().seal
    end(cast)
    (before,) = inventory(Q(pk=LIJIAWAN), HUINING, AT)
    assert before.to_collect and "撤并了还没收缴" in before.overdue
    report(cast, seal)
    (line,) = inventory(Q(pk=LIJIAWAN), HUINING, AT)
    assert not line.to_collect and "撤并了还没收缴" not in line.overdue
    assert stops(seal) == [("seal_committee_ended", False), ("seal_lost", True)]
    assert [one.seal_id for one in queries.notices_of_loss(LIJIAWAN, AT)] == [seal.pk]
    assert len(queries.doubts_of(seal)) == 2, "since the end too"
    with refused("committee_ended"):
        restore(cast, seal)
    assert collect(cast, seal).state == "seal_collected", "found at last"


def stops(seal: Seal) -> list[tuple[str, bool]]:
    """Why it stood still, and whether it does so still."""
    rows = seal.stops.order_by("ended_at", "stopped_at")
    return [(one.reason, one.ended_at is None) for one in rows]


def test_when_and_how_are_said(cast: Cast) -> None:
    seal = cast.issued()
    with refused("loss_lies_ahead", "circumstances_missing"):
        report(cast, seal, lost_at=AT + timedelta(minutes=1), circumstances="")
