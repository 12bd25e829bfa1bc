"""带出: asked, approved by another, gone with its keeper, back; overdue in between."""

from datetime import timedelta

import pytest

from tests.seals.cast import AT, PINGTOUCHUAN, TODAY, Cast, kinds_of, last_line, refused
from tests.seals.outings import (
    FROM,
    HOUR,
    ON_THE_WAY,
    PLACE,
    UNTIL,
    WHY,
    approve,
    approved,
    ask,
    asked,
    back,
    leave,
    out,
)
from tests.seals.test_handover import begin, count, signed, to
from tests.seals.test_several_seals import special
from zhengyin.seals import actions, queries
from zhengyin.seals.actions import Wanted
from zhengyin.seals.models import TakeOut
from zhengyin.seals.policy.custody import Entrustment
from zhengyin.seals.policy.voiding import Withheld
from zhengyin.seals.policy.whereabouts import Where
from zhengyin.seals.queries.take_outs import take_outs_shown
from zhengyin.seals.queries.whereabouts import where_was
from zhengyin.seals.workflow import TakeOutState
from zhengyin.shared.days import day_of


@pytest.mark.clause("H3.2.4b")
def test_from_asking_to_its_return_each_act_leaves_its_line(cast: Cast) -> None:
    row = asked(cast)
    assert queries.where_is(row.seal_id).where is Where.OFFICE
    leave(cast, approve(cast, row))
    away = queries.where_is(row.seal_id)
    assert (away.out, away.place, away.since, away.due_at) == (True, PLACE, ON_THE_WAY, UNTIL)
    back(cast, row)
    assert queries.where_is(row.seal_id).where is Where.OFFICE
    assert kinds_of(row.pk) == ["take_out.asked", "take_out.approved", "take_out.left", "take_out.back"]


@pytest.mark.clause("H3.2.4b")
def test_the_line_of_the_return_reads_as_the_register_of_seals_carried_out(cast: Cast) -> None:
    row = out(cast)
    back(cast, row, since=UNTIL - HOUR)
    line = last_line(row.pk)
    assert line.personal == {"reason": WHY}
    assert WHY not in line.columns.values()  # free words may name a resident: erasable
    assert line.columns == {
        "seal": row.seal.name, "approver": cast.person("ljw_director").name,
        "borrower": cast.person("ljw_custodian").name, "place": PLACE,
        "out_at": "2026-11-20T12:00+08:00", "back_at": "2026-11-20T13:00+08:00", "uses": "没有用印",
    }  # fmt: skip


def test_the_custodian_of_that_day_carries_it_whoever_asks(cast: Cast) -> None:
    row = asked(cast)
    assert row.carrier == cast.person("ljw_custodian") and row.asked_by == cast.person("ljw_clerk")


@pytest.mark.parametrize("who", ["ljw_director", "ljw_supervisor", "ptc_director", "pt_officer"])
def test_others_do_not_ask(cast: Cast, who: str) -> None:
    seal = cast.kept().seal
    with refused("wrong_office"):
        ask(cast, seal, who)


def test_a_seal_has_one_take_out_at_a_time(cast: Cast) -> None:
    row = asked(cast)
    with refused("take_out_there_already"):
        ask(cast, row.seal)
    actions.withdraw_take_out(take_out_id=row.pk, why="不去了", actor=cast.actor("ljw_clerk"), at=AT)
    assert ask(cast, row.seal).state == TakeOutState.ASKED


def test_everything_is_said(cast: Cast) -> None:
    seal = cast.issued()
    with refused(
        "take_out_reason_missing", "take_out_place_missing", "back_before_it_leaves", "nobody_keeps_it_then"
    ):
        ask(cast, seal, reason=" ", place="", until_at=FROM)
    engraving = cast.ordered(PINGTOUCHUAN)
    with refused("seal_not_in_use", "nobody_keeps_it_then"):
        ask(cast, engraving, "ptc_clerk")


@pytest.mark.clause("H3.2.4b")
@pytest.mark.parametrize(
    "who", ["ljw_custodian", "ljw_clerk", "ljw_supervisor", "ptc_director", "pt_officer"]
)
def test_only_the_director_lets_it_go(cast: Cast, who: str) -> None:
    row = asked(cast)
    with refused("wrong_office"):
        approve(cast, row, who)


def test_nothing_leaves_without_approval_nor_twice(cast: Cast) -> None:
    row = asked(cast)
    with refused("wrong_state"):
        leave(cast, row)
    leave(cast, approve(cast, row))
    with refused("wrong_state"):
        leave(cast, row)
    with refused("wrong_state"):
        approve(cast, row)


def test_it_leaves_within_the_approved_time(cast: Cast) -> None:
    row = approved(cast)
    with refused("take_out_not_yet"):
        leave(cast, row, at=FROM - timedelta(minutes=1))
    with refused("take_out_lies_behind"):
        leave(cast, row, at=UNTIL)
    assert leave(cast, row, at=FROM).left_at == FROM


def test_another_custodian_needs_another_approval(cast: Cast) -> None:
    """An acting custodian who goes instead asks anew: the approval named the keeper of that day."""
    row = approved(cast)
    wanted = Wanted(
        person_id=cast.person("ljw_clerk").pk, ground=Entrustment(TODAY, "临时代管指定（示例）"),
        place="村委会办公室保险柜", since=TODAY, until=TODAY + timedelta(days=20), gone="住院",
    )  # fmt: skip
    actions.appoint_acting_custodian(
        seal_id=row.seal_id, wanted=wanted, actor=cast.actor("ljw_director"), at=AT
    )
    with refused("another_carries_it", "carrier_keeps_it_no_more"):
        leave(cast, row, "ljw_clerk")


def test_the_director_may_say_no_and_the_asker_may_let_it_be(cast: Cast) -> None:
    row = asked(cast)
    with refused("reason_missing"):
        actions.decline_take_out(take_out_id=row.pk, why=" ", actor=cast.actor("ljw_director"), at=AT)
    actions.decline_take_out(take_out_id=row.pk, why="人来办就行", actor=cast.actor("ljw_director"), at=AT)
    assert last_line(row.pk).personal == {"why": "人来办就行"}
    again = approve(cast, ask(cast, row.seal))
    with refused("reason_missing"):
        actions.withdraw_take_out(take_out_id=again.pk, why="", actor=cast.actor("ljw_director"), at=AT)
    actions.withdraw_take_out(take_out_id=again.pk, why="会不开了", actor=cast.actor("ljw_director"), at=AT)
    assert TakeOut.objects.get(pk=again.pk).state == TakeOutState.WITHDRAWN


@pytest.mark.parametrize("who", ["ljw_custodian", "ljw_director", "ljw_supervisor"])
def test_custodian_director_or_supervision_committee_see_it_back(cast: Cast, who: str) -> None:
    row = out(cast)
    assert back(cast, row, who).state == TakeOutState.BACK


@pytest.mark.parametrize("who", ["ljw_clerk", "ptc_director", "pt_officer"])
def test_others_do_not(cast: Cast, who: str) -> None:
    row = out(cast)
    with refused("wrong_office"):
        back(cast, row, who)


def test_the_time_of_its_return_lies_between(cast: Cast) -> None:
    row = out(cast)
    with refused("back_lies_ahead"):
        back(cast, row, since=UNTIL + HOUR)
    with refused("back_before_it_left"):
        back(cast, row, since=ON_THE_WAY - HOUR)
    assert back(cast, row, since=ON_THE_WAY).back_at == ON_THE_WAY


@pytest.mark.clause("H3.2.4b")
def test_a_take_out_whose_time_is_over_says_so_until_it_is_closed(cast: Cast) -> None:
    row = approved(cast)
    at = {moment: take_outs_shown([row], moment)[0] for moment in (UNTIL - HOUR, UNTIL)}
    assert not at[UNTIL - HOUR].passed and at[UNTIL].passed and not at[UNTIL].overdue
    (away,) = take_outs_shown([leave(cast, row)], UNTIL)
    assert away.overdue and not away.passed


def test_what_is_not_back_in_time_is_overdue_until_more_time_is_approved(cast: Cast) -> None:
    row = out(cast)
    rows = queries.take_outs_visible_to(cast.actor("pt_officer"))
    assert not queries.overdue(rows, UNTIL - HOUR).exists()
    assert queries.overdue(rows, UNTIL).get() == row
    (shown,) = take_outs_shown(rows, UNTIL)
    assert shown.overdue and shown.out and shown.open
    later, who = UNTIL + 2 * HOUR, cast.actor("ljw_director")
    with refused("extension_is_none", "reason_missing"):
        actions.extend_take_out(take_out_id=row.pk, until_at=UNTIL, why="", actor=who, at=UNTIL)
    actions.extend_take_out(take_out_id=row.pk, until_at=later, why="还没盖完", actor=who, at=UNTIL)
    assert not queries.overdue(rows, UNTIL).exists() and queries.overdue(rows, later).exists()


@pytest.mark.clause("H3.2.4b")
def test_however_often_it_is_extended_it_is_away_no_longer_than_the_longest_take_out(cast: Cast) -> None:
    row, who = out(cast), cast.actor("ljw_director")
    longest = ON_THE_WAY + timedelta(days=30)
    for until in (UNTIL + timedelta(days=20), longest):
        actions.extend_take_out(take_out_id=row.pk, until_at=until, why="还要", actor=who, at=UNTIL)
    with refused("extended_too_long"):
        actions.extend_take_out(
            take_out_id=row.pk, until_at=longest + HOUR, why="还要", actor=who, at=UNTIL + timedelta(days=20)
        )


@pytest.mark.clause("H3.2.4e")
def test_a_seal_whose_handover_is_over_gets_no_more_time(cast: Cast) -> None:
    row = out(cast)
    begin(cast, row.seal)
    at = UNTIL + timedelta(days=20)
    with refused("handover_is_over"):
        actions.extend_take_out(
            take_out_id=row.pk, until_at=at + HOUR, why="还要", actor=cast.actor("ljw_director"), at=at
        )


def test_the_return_of_a_special_seal_does_not_say_that_nothing_was_stamped(cast: Cast) -> None:
    cast.kept()
    seal = special(cast).seal
    row = leave(cast, approve(cast, ask(cast, seal)))
    back(cast, row)
    assert last_line(row.pk).columns["uses"] == "专用章的用印不在这里登记，见纸质用印登记簿"


@pytest.mark.parametrize("who", ["ljw_custodian", "ljw_clerk"])
def test_a_loss_outside_ends_the_take_out(cast: Cast, who: str) -> None:
    row = out(cast)
    actions.report_loss(
        seal_id=row.seal_id, lost_at=ON_THE_WAY, circumstances="掉在路上", actor=cast.actor(who),
        at=UNTIL,
    )  # fmt: skip
    assert kinds_of(row.pk)[-1] == "take_out.lost"
    assert not queries.where_is(row.seal_id).out
    with refused("wrong_state"):
        back(cast, row)


def test_a_loss_at_the_office_leaves_what_was_asked_for_alone(cast: Cast) -> None:
    row = approved(cast)
    actions.report_loss(
        seal_id=row.seal_id, lost_at=AT, circumstances="被盗", actor=cast.actor("ljw_director"), at=AT
    )
    with refused("seal_not_in_use"):
        leave(cast, row)


@pytest.mark.parametrize(
    "who, sees",
    [
        (who, True)
        for who in ("ljw_clerk", "ljw_director", "ljw_custodian", "ljw_supervisor", "pt_officer", "hn_lead")
    ]
    + [(who, False) for who in ("ptc_director", "hs_officer", "hrgt_director")],
)
def test_who_reads_it(cast: Cast, who: str, sees: bool) -> None:
    row = asked(cast)
    assert queries.take_outs_visible_to(cast.actor(who)).filter(pk=row.pk).exists() is sees


@pytest.mark.clause("H3.2.1c", "H3.2.4b")
def test_a_seal_handed_in_from_outside_is_back_with_the_township(cast: Cast) -> None:
    row = out(cast)
    actions.order_seal(
        organization_id=row.seal.committee_id, reason="磨损", actor=cast.actor("pt_officer"), at=UNTIL
    )
    actions.collect_seal(
        seal_id=row.seal_id, collected_on=day_of(UNTIL), handed_in_by="李国栋",
        actor=cast.actor("pt_officer"), at=UNTIL,
    )  # fmt: skip
    row.refresh_from_db()
    assert (row.state, row.back_at) == (TakeOutState.BACK, UNTIL)
    assert last_line(row.pk).kind == "take_out.back"
    assert not queries.where_is(row.seal_id).out


@pytest.mark.clause("H3.2.4b")
def test_where_it_was_at_a_moment_that_has_passed(cast: Cast) -> None:
    row = out(cast)
    back(cast, row)
    assert not where_was(row.seal_id, ON_THE_WAY - timedelta(seconds=1)).out
    there = where_was(row.seal_id, ON_THE_WAY)
    assert (there.out, there.carrier_id) == (True, cast.person("ljw_custodian").pk)
    assert where_was(row.seal_id, UNTIL - timedelta(seconds=1)).out
    assert not where_was(row.seal_id, UNTIL).out


@pytest.mark.clause("H3.2.1b", "H3.2.1d")
def test_the_seal_of_a_moment_says_why_it_might_not_be_used(cast: Cast) -> None:
    seal = cast.kept().seal
    hour = timedelta(hours=1)
    then = queries.seal_then(seal.committee_id, AT + hour)
    assert then is not None and (then.still, then.lost) == ("", False)
    actions.stop_seal(seal_id=seal.pk, reason="争议", actor=cast.actor("pt_officer"), at=AT + hour)
    assert queries.seal_then(seal.committee_id, AT + hour / 2).still == ""  # type: ignore[union-attr]
    assert "有争议" in queries.seal_then(seal.committee_id, AT + hour).still  # type: ignore[union-attr]
    actions.order_seal(
        organization_id=seal.committee_id, reason="磨损", actor=cast.actor("pt_officer"), at=AT + hour
    )
    actions.collect_seal(
        seal_id=seal.pk, collected_on=TODAY, handed_in_by="李国栋", actor=cast.actor("pt_officer"),
        at=AT + 2 * hour,
    )  # fmt: skip
    assert queries.seal_then(seal.committee_id, AT + 2 * hour).still == "已经收缴"  # type: ignore[union-attr]


@pytest.mark.clause("H3.2.1b")
def test_of_two_seals_issued_on_one_day_the_moment_tells_which(cast: Cast) -> None:
    old, hour = cast.kept().seal, timedelta(hours=1)
    actions.report_loss(
        seal_id=old.pk, lost_at=AT, circumstances="被盗", actor=cast.actor("ljw_director"), at=AT + hour
    )
    new = actions.order_seal(
        organization_id=old.committee_id, reason="", actor=cast.actor("pt_officer"), at=AT + hour
    )
    actions.issue_seal(
        seal_id=new.pk, made_on=TODAY, issued_on=TODAY, received_by="李国栋", actor=cast.actor("pt_officer"),
        at=AT + 2 * hour,
    )  # fmt: skip
    before = queries.seal_then(old.committee_id, AT + hour)
    after = queries.seal_then(old.committee_id, AT + 2 * hour)
    assert before is not None and before.lost, "stamped between the loss and the new seal"
    assert after is not None and not after.lost


@pytest.mark.clause("H3.2.4b")
def test_a_seal_declared_void_outside_is_no_longer_on_its_way(cast: Cast) -> None:
    """Whoever does not bring it back keeps no take-out open; nobody brings back what is void."""
    row, at = out(cast), UNTIL + HOUR
    actions.declare_seal_void(
        seal_id=row.seal_id, withheld=Withheld(UNTIL, "作废公告1号", "拒不交出"),
        actor=cast.actor("pt_officer", at), at=at,
    )  # fmt: skip
    row.refresh_from_db()
    assert (row.state, row.ended_at, row.back_at) == (TakeOutState.LOST, at, None)
    assert kinds_of(row.pk)[-1] == "take_out.lost"
    with refused("wrong_state"):
        back(cast, row, at=at, since=at)


@pytest.mark.clause("H3.2.4b", "H3.2.4e")
def test_what_is_out_is_not_handed_over(cast: Cast) -> None:
    row = out(cast)
    handover = begin(cast, row.seal)
    count(cast, handover)
    with refused("seal_out_at_handover"):
        actions.complete_handover(
            handover_id=handover.pk, wanted=to(cast), signed=signed(cast, handover),
            actor=cast.actor("ljw_director"), at=ON_THE_WAY,
        )  # fmt: skip
    back(cast, row, at=ON_THE_WAY + HOUR, since=ON_THE_WAY + HOUR / 2)
    custody = actions.complete_handover(
        handover_id=handover.pk, wanted=to(cast), signed=signed(cast, handover),
        actor=cast.actor("ljw_director"), at=ON_THE_WAY + HOUR,
    )  # fmt: skip
    assert custody.seal_id == row.seal_id
