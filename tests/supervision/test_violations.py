"""Violations: recorded, heard, handled ever more heavily, closed; who reads them; whose names stand where."""

from datetime import timedelta

import pytest

from tests.certificates.cast import HUISHIMEN, LIJIAWAN, officer
from tests.supervision.inspections import LEAD, TOWNSHIP, handled, heard, recorded, refused
from tests.world import World
from zhengyin.people.offices import Office
from zhengyin.registers import actions as registers
from zhengyin.registers.queries import lines_of, now
from zhengyin.shared.days import day_of
from zhengyin.supervision import actions
from zhengyin.supervision.models import Violation
from zhengyin.supervision.queries.violations import told_of, violations_at, visible_to, wrongs_listed
from zhengyin.supervision.wrongs import Measure


@pytest.mark.clause("O2.3d")
def test_from_the_reminder_to_the_transfer(past: World) -> None:
    row, who = recorded(), officer("hn.pt.officer")
    heard(row)
    handled(row)
    handled(row, measure=Measure.ORDER, words="收回空白纸", document="平政改〔2026〕1号")
    handled(row, measure=Measure.TRANSFER, words="移送", body="县纪委监委", document="平政移〔2026〕1号")
    actions.close_violation(violation_id=row.pk, remark="县纪委已经受理", actor=who, at=now())
    row.refresh_from_db()
    assert row.state == "violation_closed"
    assert [line.kind for line in lines_of(row.pk)] == [
        "violation.recorded", "violation.heard", "violation.handled", "violation.handled",
        "violation.handled", "violation.closed",
    ]  # fmt: skip
    last = lines_of(row.pk)[4]
    assert (last.columns["body"], last.columns["document"]) == ("县纪委监委", "平政移〔2026〕1号")


def test_the_rule_is_named_with_what_it_is_worth(past: World) -> None:
    row = recorded()
    assert "印章使用管理工作的通知" in row.rule and row.rule_standing == "转载件，待核对原件"


def test_in_ordos_the_draft_is_said_to_be_one(past: World) -> None:
    from tests.certificates.cast import HARIGENTU
    from zhengyin.regions.names import organization_id

    row = recorded("od.as.officer", organization_id("township:150623103000"), committee=HARIGENTU)
    assert row.rule_standing == "征求意见稿，未生效"


def test_who_it_was_stands_beside_the_line_and_is_erased_there(past: World) -> None:
    row, who = recorded(), officer("hn.lead")
    line = lines_of(row.pk)[0]
    assert "赵志强" not in str(line.columns) and line.personal and line.personal["persons"] == "赵志强"
    registers.erase_personal(
        owner=LIJIAWAN, county_code=row.county_code, book="supervision", year=day_of(now()).year, no=line.no,
        reason="期满", signature=who.signature(Office.COUNTY_LEAD), happened_at=now(),
    )  # fmt: skip
    (told,) = told_of(row)
    assert told.erased and "赵志强" not in str(told.pairs) and ("涉及职务", "印章保管人") in told.pairs


def test_nothing_is_handled_before_it_was_heard(past: World) -> None:
    row = recorded()
    with refused("wrong_state"):
        handled(row)
    with refused("violation_hearing_missing"):
        heard(row, said=" ")


def test_never_back_down_and_never_the_same_twice(past: World) -> None:
    row = heard(recorded())
    handled(row, measure=Measure.CRITICISM)
    for one in (Measure.CRITICISM, Measure.REMINDER):
        with refused("violation_measure_not_heavier"):
            handled(row, measure=one)


def test_a_transfer_names_to_whom_and_by_what(past: World) -> None:
    row = heard(recorded())
    with refused("violation_transfer_incomplete"):
        handled(row, measure=Measure.TRANSFER, body="县纪委监委")


def test_it_may_turn_out_to_be_none(past: World) -> None:
    row, who = heard(recorded()), officer("hn.pt.officer")
    with refused("violation_dismissal_missing"):
        actions.dismiss_violation(violation_id=row.pk, reason="", actor=who, at=now())
    actions.dismiss_violation(violation_id=row.pk, reason="是作废的样张", actor=who, at=now())
    with refused("wrong_state"):
        heard(row)


def test_the_same_form_twice_is_one(past: World) -> None:
    recorded()
    with refused("violation_recorded_already"):
        recorded()


@pytest.mark.parametrize("who, at, codes", [
    ("hn.ljw.director", LIJIAWAN, "wrong_office"), ("hn.hs.officer", TOWNSHIP, "wrong_office"),
    ("hn.lead", TOWNSHIP, "wrong_office"), ("hn.auditor", LEAD, "wrong_office"),
])  # fmt: skip
def test_only_township_and_lead_body_record(past: World, who: str, at: object, codes: str) -> None:
    with refused(codes):
        recorded(who, at)  # type: ignore[arg-type]


def test_a_township_records_below_itself_and_the_county_everywhere(past: World) -> None:
    with refused("violation_elsewhere"):
        recorded(committee=HUISHIMEN)
    assert recorded("hn.lead", LEAD, committee=HUISHIMEN).office_id == LEAD


def test_only_who_recorded_it_goes_on(past: World) -> None:
    row = recorded("hn.lead", LEAD)
    with refused("wrong_office"):
        heard(row, "hn.pt.officer")
    heard(row, "hn.lead")
    with refused("wrong_office"):
        handled(row, "hn.pt.officer")


@pytest.mark.parametrize("who, sees", [
    ("hn.pt.officer", True), ("hn.lead", True), ("hn.ljw.director", True), ("hn.ljw.supervisor", True),
    ("hn.ljw.clerk", False), ("hn.ljw.custodian", False), ("hn.hs.officer", False), ("od.lead", False),
    ("hn.hsm.director", False), ("hn.auditor", False),
])  # fmt: skip
def test_who_reads_a_violation(past: World, who: str, sees: bool) -> None:
    row = recorded()
    assert visible_to(officer(who)).filter(pk=row.pk).exists() is sees


def test_what_the_county_recorded_the_township_does_not_read(past: World) -> None:
    row = recorded("hn.lead", LEAD)
    assert not visible_to(officer("hn.pt.officer")).filter(pk=row.pk).exists()
    assert not violations_at(officer("hn.pt.officer"), TOWNSHIP).exists()
    assert list(violations_at(officer("hn.ljw.director"), LIJIAWAN)) == [row]


def test_what_still_runs_stands_first(past: World) -> None:
    ended = heard(recorded())
    actions.dismiss_violation(violation_id=ended.pk, reason="不是", actor=officer("hn.pt.officer"), at=now())
    running = recorded(happened_on=day_of(now()) - timedelta(days=1))
    page = wrongs_listed(Violation.objects.all(), running=False, page=1)
    assert [row.pk for row in page.rows] == [running.pk, ended.pk] and (page.running, page.whole) == (1, 2)
