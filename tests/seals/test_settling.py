"""What ends with a seal's use: its open handover, its custody, the office that rests on it alone."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.seals.cast import AT, LIJIAWAN, TODAY, Cast, kinds_of, last_line
from tests.seals.outings import approved, asked
from tests.seals.test_constraints import refuses
from tests.seals.test_ending import end
from tests.seals.test_handover import begun, card
from tests.seals.test_life import collect, lose, replace, restore, stop
from tests.seals.test_report_loss import report
from tests.seals.test_several_seals import special
from tests.seals.test_voiding import void
from zhengyin.people.offices import Office
from zhengyin.seals import actions
from zhengyin.seals.kinds import HandoverReason
from zhengyin.seals.models import Custody, Handover, Seal, TakeOut
from zhengyin.seals.workflow import CUSTODY, HANDOVER, TAKE_OUT


def replaced(cast: Cast, seal: Seal) -> None:
    replace(cast)
    collect(cast, seal)


@pytest.mark.clause("H3.2.1b", "H3.2.1d", "H3.2.4e")
@pytest.mark.parametrize(
    "act, said",
    [
        (stop, "印章停用"),
        (lose, "印章报失"),
        (lambda cast, seal: report(cast, seal, "ljw_clerk"), "印章报失"),
        (replaced, "印章已收缴"),
        (lambda cast, seal: end(cast), "2026年11月20日起"),
    ],
    ids=["stopped", "lost", "missed by the clerk", "collected", "ended"],
)
def test_an_open_handover_ends_with_a_reason_in_the_same_act(
    cast: Cast, act: Callable[[Cast, Seal], object], said: str
) -> None:
    row = begun(cast)
    act(cast, row.seal)
    row.refresh_from_db()
    assert row.state == "broken_off"
    line = last_line(row.pk)
    assert (line.kind, line.personal) == ("handover.lapsed", {})
    assert said in line.columns["reason"] or "会政发" in line.columns["reason"]
    assert HANDOVER.replay(kinds_of(row.pk)) == row.state


@pytest.mark.clause("H3.2.1b", "H3.2.4e")
@pytest.mark.parametrize("act", [stop, lose])
def test_what_a_stop_broke_off_goes_on_when_the_seal_comes_back(
    cast: Cast, act: Callable[[Cast, Seal], object]
) -> None:
    """From the day of its own change: else the old custodian would seal on, unmarked and without limit."""
    seal = cast.kept().seal
    first = actions.open_handover(
        seal_id=seal.pk, reason=HandoverReason.LEFT, changed_on=TODAY, actor=cast.actor("ljw_director"), at=AT
    )
    act(cast, seal)
    restore(cast, seal)
    again = Handover.objects.get(seal=seal, state="handing_over")
    assert (again.reason, again.changed_on, again.no) == (first.reason, TODAY, first.no + 1)
    assert (again.custody_id, last_line(again.pk).office) == (first.custody_id, "township")
    assert HANDOVER.replay(kinds_of(again.pk)) == again.state
    assert not card(TODAY + timedelta(days=10)).handed_over_too_late
    assert card(TODAY + timedelta(days=11)).handed_over_too_late


@pytest.mark.clause("H3.2.4e")
def test_nothing_goes_on_that_was_called_off_before_the_stop(cast: Cast) -> None:
    """The near miss."""
    row = begun(cast)
    actions.cancel_handover(handover_id=row.pk, reason="他留任", actor=cast.actor("ljw_director"), at=AT)
    stop(cast, row.seal)
    restore(cast, row.seal)
    assert card().handover is None


@pytest.mark.clause("H3.2.1c")
def test_the_custody_of_a_collected_seal_ends_and_its_office(cast: Cast) -> None:
    custody = cast.kept()
    replaced(cast, custody.seal)
    custody.refresh_from_db()
    assert (custody.state, custody.valid_until) == ("closed", card().kept_until or custody.valid_until)
    assert not cast.actor("ljw_custodian").has(Office.CUSTODIAN, LIJIAWAN)
    line = last_line(custody.pk)
    assert (line.kind, line.office) == ("custody.ended_with_seal", "township")
    assert CUSTODY.replay(kinds_of(custody.pk)) == custody.state


def test_the_office_goes_on_while_its_holder_keeps_another_seal(cast: Cast) -> None:
    custody, other = cast.kept(), special(cast)
    replaced(cast, custody.seal)
    other.refresh_from_db()
    assert other.state == "kept" and cast.actor("ljw_custodian").has(Office.CUSTODIAN, LIJIAWAN)


@pytest.mark.clause("H3.2.1d", "H3.2.3e")
def test_of_an_ended_committee_the_custody_ends_but_not_the_office(cast: Cast) -> None:
    """Its keeper still brings the slips and the last year to their end."""
    custody = cast.kept()
    end(cast)
    collect(cast, custody.seal)
    custody.refresh_from_db()
    assert custody.state == "closed" and cast.actor("ljw_custodian").has(Office.CUSTODIAN, LIJIAWAN)
    assert last_line(custody.pk).kind == "custody.ended_with_seal"


def test_a_seal_nobody_kept_is_collected_all_the_same(cast: Cast) -> None:
    seal = cast.issued()
    replaced(cast, seal)
    assert not Custody.objects.exists() and not Handover.objects.exists()


def test_the_database_lets_no_handover_outlive_the_use(cast: Cast) -> None:
    row = begun(cast)
    stop(cast, row.seal)
    actions.restore_seal(seal_id=row.seal_id, reason="好了", actor=cast.actor("pt_officer"), at=row.opened_at)
    open_one = Handover.objects.get(seal=row.seal, state="handing_over")
    lapse = "UPDATE seals_seal SET state = 'stopped' WHERE id = %s"
    stopped = (
        "INSERT INTO seals_stop (id, seal_id, reason, since, stopped_at) "
        "VALUES (gen_random_uuid(), %s, 'seal_disputed', now(), now())"
    )
    refuses(
        "seals_handover_ends_with_use",
        f"{stopped}; {lapse}; SET CONSTRAINTS ALL IMMEDIATE",
        open_one.seal_id,
        open_one.seal_id,
    )


def test_the_database_lets_nobody_keep_what_was_collected(cast: Cast) -> None:
    custody = cast.kept()
    lost = lose(cast, custody.seal)
    collected = (
        "INSERT INTO seals_collection (seal_id, collected_on, handed_in_by, recorded_at) "
        "VALUES (%s, '2026-11-20', '李国栋', now())"
    )
    refuses(
        "seals_custody_ends_with_seal",
        f"SET CONSTRAINTS ALL IMMEDIATE; {collected};"
        " UPDATE seals_seal SET state = 'seal_collected' WHERE id = %s",
        lost.pk,
        lost.pk,
    )


@pytest.mark.clause("H3.2.1c", "H3.2.1d", "H3.2.4b")
@pytest.mark.parametrize("stands", [asked, approved])
@pytest.mark.parametrize(
    "act, said",
    [
        (replaced, "印章已收缴"),
        (void, "已公告作废"),
        (lambda cast, seal: end(cast), "会政发"),
        (lambda cast, seal: end(cast, "hn_lead"), "会政发"),
    ],
    ids=["collected", "void", "ended", "ended by the county"],
)
def test_what_was_asked_for_ends_with_the_use_of_the_seal(
    cast: Cast, act: Callable[[Cast, Seal], object], said: str, stands: Callable[[Cast], TakeOut]
) -> None:
    """Else the approval would outlive the seal, and the director be asked for it for ever."""
    row = stands(cast)
    act(cast, row.seal)
    row.refresh_from_db()
    assert row.state == "out_withdrawn"
    line = last_line(row.pk)
    assert line.kind == "take_out.withdrawn" and said in line.personal["why"]
    assert TAKE_OUT.replay(kinds_of(row.pk)) == row.state
