"""A seal that somebody withholds is declared void: nothing waits for it, what it stamps is in doubt."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.seals.cast import AT, LIJIAWAN, TODAY, Cast, kinds_of, last_line, later, refused
from tests.seals.test_constraints import refuses
from tests.seals.test_ending import end
from tests.seals.test_handover import begin
from tests.seals.test_life import collect, destroy, restore, stop
from tests.seals.test_life import replace as order_anew
from zhengyin.people.offices import Office
from zhengyin.seals import actions, queries
from zhengyin.seals.models import Seal, Stop
from zhengyin.seals.policy.voiding import Withheld
from zhengyin.seals.queries.cards import lost_by
from zhengyin.seals.workflow import SEAL

GOOD = Withheld(AT, "平政公告〔2026〕3号", "两次书面催交，拒不交出")


def void(cast: Cast, seal: Seal, who: str = "pt_officer", **change: object) -> Seal:
    withheld = replace(GOOD, **change)  # type: ignore[arg-type]
    return actions.declare_seal_void(seal_id=seal.pk, withheld=withheld, actor=cast.actor(who), at=AT)


@pytest.mark.clause("H3.2.1c")
def test_it_stops_for_good_and_the_replacement_opens(cast: Cast) -> None:
    custody = cast.kept()
    row = begin(cast, custody.seal)
    seal = void(cast, custody.seal)
    custody.refresh_from_db()
    row.refresh_from_db()
    assert (seal.state, custody.state, row.state) == ("stopped", "closed", "broken_off")
    assert not cast.actor("ljw_custodian").has(Office.CUSTODIAN, LIJIAWAN)
    assert last_line(seal.pk).columns["document"] == GOOD.document
    new = order_anew(cast, reason="")
    issued = actions.issue_seal(
        seal_id=new.pk, made_on=TODAY, issued_on=TODAY, received_by="李国栋",
        actor=cast.actor("pt_officer"), at=later(1),
    )  # fmt: skip
    assert issued.state == "in_use" and kinds_of(new.pk)[0] == "seal.reissue_ordered"
    collect(cast, seal)  # handed in at last
    destroy(cast, seal)
    assert SEAL.replay(kinds_of(seal.pk)) == "seal_destroyed"


@pytest.mark.clause("H3.2.1b")
def test_what_is_sealed_since_is_in_doubt_and_the_public_is_told(cast: Cast) -> None:
    seal = void(cast, cast.issued())
    assert lost_by(seal, AT) and not lost_by(seal, AT - timedelta(minutes=1))
    (notice,) = queries.notices_of_loss(LIJIAWAN, AT)
    assert notice.seal_id == seal.pk and not notice.found
    (doubt,) = queries.doubts_of(seal)
    assert (doubt.since, doubt.until) == (AT, None)


def test_a_seal_in_dispute_is_declared_void_and_the_dispute_ends(cast: Cast) -> None:
    seal = void(cast, stop(cast, cast.issued()))
    stops = Stop.objects.filter(seal=seal).order_by("stopped_at", "reason")
    assert {(one.reason, one.ended_at is None) for one in stops} == {
        ("seal_disputed", False),
        ("seal_declared_void", True),
    }


@pytest.mark.parametrize(
    "change, reason",
    [
        ({"since": AT + timedelta(minutes=1)}, "withheld_since_wrong"),
        ({"since": AT - timedelta(minutes=1)}, "withheld_since_wrong"),  # issued at AT
        ({"document": " "}, "void_notice_missing"),
        ({"reason": " "}, "stop_reason_missing"),
    ],
)
def test_what_must_be_said(cast: Cast, change: dict[str, object], reason: str) -> None:
    seal = cast.issued()
    with refused(reason):
        void(cast, seal, **change)


@pytest.mark.parametrize(
    "who, reason", [("hs_officer", "another_township"), ("ljw_director", "wrong_office")]
)
def test_only_its_own_township_declares_it(cast: Cast, who: str, reason: str) -> None:
    seal = cast.issued()
    with refused(reason):
        void(cast, seal, who)


def test_a_lost_one_and_a_void_one_need_it_no_more(cast: Cast) -> None:
    seal = void(cast, cast.issued())
    with refused("out_of_reach_already"):
        void(cast, seal)
    other = cast.issued()
    actions.report_loss(
        seal_id=other.pk, lost_at=AT, circumstances="被盗", actor=cast.actor("ljw_director"), at=AT
    )
    with refused("out_of_reach_already"):
        void(cast, other)


def test_nor_does_that_of_an_ended_committee(cast: Cast) -> None:
    seal = cast.issued()
    end(cast)
    with refused("ended_seal_is_void_already"):
        void(cast, seal)


def test_a_seal_that_is_being_engraved_is_not_withheld(cast: Cast) -> None:
    seal = cast.ordered()
    with refused("wrong_state"):
        void(cast, seal)


def test_it_is_never_restored(cast: Cast) -> None:
    seal = void(cast, cast.issued())
    with refused("void_for_good"):
        restore(cast, seal)
    refuses("seals_ended_for_good", "UPDATE seals_stop SET ended_at = now() WHERE seal_id = %s", seal.pk)
