"""Notices, objections and meetings: works, leaves a line, wrong office, wrong village, wrong state, twice."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import models

from tests.certificates.cast import LIJIAWAN, officer
from tests.deliberation import cast
from tests.deliberation.cast import refused
from tests.world import World
from zhengyin.cli.audited import sources
from zhengyin.deliberation import actions, queries
from zhengyin.deliberation.kinds import MeetingKind
from zhengyin.deliberation.models import Meeting, Notice, Objection
from zhengyin.deliberation.workflow import MEETING, NOTICE, OBJECTION
from zhengyin.regions.models import Committee
from zhengyin.registers import actions as registers
from zhengyin.registers.audit.report import audit
from zhengyin.registers.queries import now

pytestmark = pytest.mark.usefixtures("world")


@pytest.mark.clause("H3.2.2b")
def test_a_notice_has_the_number_of_its_line_and_says_what_it_rests_on() -> None:
    notice = cast.post()
    line = cast.last_line(notice.pk)
    assert (line.book, line.no, line.kind, line.office) == (
        "deliberations",
        notice.no,
        "notice.posted",
        "handler",
    )
    assert notice.number == f"平头川镇李家湾村公示〔{notice.year}〕{notice.no}号" == line.columns["number"]
    assert line.columns["rule_standing"] == "转载件，待核对原件"
    assert line.columns["until_on"] == notice.until_on.isoformat()


def test_the_acts_of_a_notice_are_its_lines() -> None:
    notice = cast.ran_out()
    cast.extend(notice)
    assert Notice.objects.get(pk=notice.pk).state == "notice_running"
    actions.stop_notice(notice_id=notice.pk, reason="贴错了", actor=officer("hn.ljw.clerk"), at=now())
    other = cast.confirmed()
    failed = cast.post()
    actions.fail_notice(notice_id=failed.pk, reason="多数人反对", actor=officer("hn.ljw.director"), at=now())
    assert cast.kinds_of(notice.pk) == ["notice.posted", "notice.extended", "notice.stopped"]
    assert cast.kinds_of(other.pk) == ["notice.posted", "notice.confirmed"]
    line = cast.last_line(failed.pk)
    assert line.kind == "notice.failed"
    assert line.personal == {"reason": "多数人反对"}


@pytest.mark.parametrize("who", ["hn.ljw.director", "hn.ljw.custodian", "hn.ljw.supervisor", "od.hrgt.clerk"])
def test_only_the_own_handler_puts_it_up(who: str) -> None:
    with refused("wrong_office"):
        actions.post_notice(
            organization_id=LIJIAWAN, subject=uuid4(), matter=cast.MATTER, place=cast.PLACE,
            from_on=cast.today(), until_on=cast.today() + timedelta(days=9), actor=officer(who), at=now(),
        )  # fmt: skip


@pytest.mark.clause("H3.2.2b")
@pytest.mark.parametrize(
    "who", ["hn.ljw.clerk", "hn.ljw.supervisor", "hn.ljw.custodian", "hn.ljw.secretary", "od.hrgt.director"]
)
def test_only_the_own_director_confirms(who: str) -> None:
    notice = cast.ran_out()
    with refused("wrong_office"):
        cast.confirm(notice, who)


@pytest.mark.clause("H3.2.2b")
def test_the_last_day_has_to_be_over() -> None:
    notice = cast.post(began=6)  # until today
    with refused("notice_not_over"):
        cast.confirm(notice)


def test_twice_is_once() -> None:
    notice = cast.confirmed()
    with refused("wrong_state"):
        cast.confirm(notice)
    running = cast.post()
    with refused("notice_running_already"):
        cast.post(running.subject)


def test_names_of_the_concerned_stay_off_the_wall() -> None:
    with refused("matter_tells_a_person"):
        cast.post(matter="马桂花申请宅基地", names=["马桂花"])


@pytest.mark.clause("H3.2.2b")
def test_an_objection_is_taken_down_answered_and_erasable() -> None:
    notice = cast.ran_out()
    objection = cast.object_to(notice)
    line = cast.last_line(objection.pk)
    assert (line.office, line.columns["heard"]) == ("supervision_committee", "当面说")
    assert line.personal == {"name": "马志明", "words": "那块地是大家走的路"}
    assert "马志明" not in str(list(Objection.objects.values())) + str(line.columns)
    with refused("objection_unanswered"):
        cast.confirm(notice)
    with refused("answer_missing"):
        cast.answer(objection, words=" ")
    cast.answer(objection)
    assert cast.confirm(notice).state == "notice_passed"
    with refused("wrong_state"):
        cast.answer(objection)
    shown = queries.notices_of(notice.subject, now())[0].objections[0]
    assert (shown.name, shown.words, shown.handling) == ("马*", "那块地是大家走的路", "部分采纳")
    registers.erase_personal(
        owner=LIJIAWAN, county_code=notice.county_code, book="deliberations", year=line.year, no=line.no,
        reason="本人要求", signature=officer("hn.ljw.director").signature(next(iter(officer(
            "hn.ljw.director").offices_at(LIJIAWAN)))), happened_at=now(),
    )  # fmt: skip
    shown = queries.notices_of(notice.subject, now())[0].objections[0]
    assert (shown.name, shown.words) == ("（已依法删除）", "（已依法删除）")


def test_who_wants_no_name_has_none() -> None:
    notice = cast.post()
    cast.object_to(notice, name="")
    assert queries.notices_of(notice.subject, now())[0].objections[0].name == "不愿留名"


@pytest.mark.parametrize("who", ["hn.ljw.clerk", "hn.ljw.director", "hn.ljw.supervisor"])
def test_three_offices_hear_objections(who: str) -> None:
    assert cast.object_to(cast.post(), who).state == "objection_open"


@pytest.mark.parametrize("who", ["hn.ljw.custodian", "hn.ljw.deputy", "od.hrgt.supervisor"])
def test_others_do_not(who: str) -> None:
    notice = cast.post()
    with refused("wrong_office"):
        cast.object_to(notice, who)


def test_supervision_does_not_answer() -> None:
    objection = cast.object_to(cast.post())
    with refused("wrong_office"):
        cast.answer(objection, "hn.ljw.supervisor")


@pytest.mark.clause("H3.2.2b")
def test_an_objection_after_the_confirmation_opens_it_again() -> None:
    notice = cast.confirmed()
    assert queries.outcome_for(notice.subject, now()).done
    objection = cast.object_to(notice)
    assert cast.kinds_of(notice.pk)[-1] == "notice.reopened"
    assert not queries.outcome_for(notice.subject, now()).done
    cast.answer(objection)
    assert queries.outcome_for(notice.subject, now()).words == "公示期满，等主任确认结果"
    cast.confirm(notice)
    assert queries.outcome_for(notice.subject, now()).done


@pytest.mark.clause("H3.2.2b")
@pytest.mark.parametrize("who", ["hn.ljw.clerk", "hn.ljw.director"])
def test_a_notice_somebody_objected_to_is_not_stopped(who: str) -> None:
    """Answered it passes after its last day; else it fails, and another hangs."""
    notice, quiet = cast.ran_out(), cast.post()
    objection = cast.object_to(notice)
    with refused("objected_notice_is_not_stopped"):
        stop(notice, who)
    cast.answer(objection)
    with refused("objected_notice_is_not_stopped"):
        stop(notice, who)
    assert cast.confirm(notice).state == "notice_passed"
    assert stop(quiet, who).state == "notice_stopped"


@pytest.mark.clause("H3.2.2b")
def test_what_failed_by_its_objections_is_put_up_anew() -> None:
    notice = cast.ran_out()
    cast.object_to(notice)
    actions.fail_notice(notice_id=notice.pk, reason="路不能占", actor=officer("hn.ljw.director"), at=now())
    assert queries.outcome_for(notice.subject, now()).failed
    cast.confirmed(notice.subject)
    assert queries.outcome_for(notice.subject, now()).done


def stop(notice: Notice, who: str) -> Notice:
    return actions.stop_notice(notice_id=notice.pk, reason="不公示了", actor=officer(who), at=now())


def test_nothing_is_objected_to_what_is_over_for_good() -> None:
    notice = cast.post()
    actions.stop_notice(notice_id=notice.pk, reason="贴错了", actor=officer("hn.ljw.clerk"), at=now())
    with refused("wrong_state"):
        cast.object_to(notice)


@pytest.mark.clause("O2.1d", "H3.2.2b")
def test_a_meeting_from_the_call_to_the_result() -> None:
    meeting = cast.convene()
    assert "条款待核" in meeting.law
    cast.count(meeting, votes_for=19, abstentions=4)
    cast.count(meeting)  # entered again before anybody confirmed it
    cast.agree(meeting)
    assert cast.kinds_of(meeting.pk) == [
        "meeting.convened", "meeting.voted", "meeting.voted", "meeting.confirmed",
    ]  # fmt: skip
    line = cast.last_line(meeting.pk)
    assert (line.office, line.columns["quorum"], line.columns["majority"]) == ("director", "21", "14")
    assert queries.outcome_for(meeting.subject, now()).done
    with refused("wrong_state"):
        cast.count(meeting)
    with refused("wrong_state"):
        cast.agree(meeting)


@pytest.mark.clause("O2.1d")
def test_a_vote_that_fell_short_is_only_recorded_as_failed() -> None:
    meeting = cast.count(cast.convene(), votes_for=10, votes_against=14)
    with refused("deliberation_vote_short"):
        cast.agree(meeting)
    with refused("closing_reason_missing"):
        actions.fail_meeting(meeting_id=meeting.pk, reason="", actor=officer("hn.ljw.director"), at=now())
    actions.fail_meeting(meeting_id=meeting.pk, reason="票数不够", actor=officer("hn.ljw.director"), at=now())
    assert not queries.outcome_for(meeting.subject, now()).done
    again = cast.passed(meeting.subject)
    assert again.state == "meeting_passed"
    assert queries.outcome_for(meeting.subject, now()).done


@pytest.mark.clause("O2.1d", "H3.2.2b")
@pytest.mark.parametrize("votes_for, votes_against", [(13, 12), (10, 14), (20, 4)])
def test_what_was_counted_is_not_stopped(votes_for: int, votes_against: int) -> None:
    """It fails, passes, or is counted anew. Near miss: before it is counted it may be called off."""
    director = officer("hn.ljw.director")
    meeting = cast.count(cast.convene(), votes_for=votes_for, votes_against=votes_against, abstentions=2)
    with refused("wrong_state"):
        actions.stop_meeting(meeting_id=meeting.pk, reason="不算", actor=director, at=now())
    assert cast.fail(cast.count(meeting, votes_for=9)).state == "meeting_failed"
    assert queries.outcome_for(meeting.subject, now()).failed
    again = cast.convene(meeting.subject)
    actions.stop_meeting(meeting_id=again.pk, reason="没有开成", actor=director, at=now())
    assert queries.outcome_for(meeting.subject, now()).failed


def test_where_the_law_speaks_of_the_meeting_the_party_studies_first() -> None:
    meeting = cast.convene()
    with refused("party_study_missing"):
        cast.count(meeting, party_studied_on=None)
    group = cast.convene(kind=MeetingKind.GROUP)
    assert cast.count(group, party_studied_on=None).state == "meeting_voted"


def test_one_meeting_at_a_time_and_another_after_it_was_called_off() -> None:
    meeting = cast.convene()
    with refused("meeting_running_already"):
        cast.convene(meeting.subject)
    actions.stop_meeting(meeting_id=meeting.pk, reason="改期", actor=officer("hn.ljw.clerk"), at=now())
    assert cast.convene(meeting.subject).state == "meeting_convened"


def test_a_neighbour_sees_nothing_and_the_township_and_the_county_do() -> None:
    notice, meeting = cast.post(), cast.convene()
    for who in ("hn.ljw.clerk", "hn.ljw.supervisor", "hn.ljw.secretary", "hn.pt.officer", "hn.lead"):
        assert notice in queries.notices_visible_to(officer(who))
        assert meeting in queries.meetings_visible_to(officer(who))
    for who in ("hn.ptc.director", "od.hrgt.clerk", "hn.system"):
        assert not queries.notices_visible_to(officer(who)).exists()
        assert not queries.meetings_visible_to(officer(who)).exists()


def test_only_what_hangs_today_is_public() -> None:
    hanging = cast.post()
    cast.ran_out()
    cast.post(from_on=cast.today() + timedelta(days=1), until_on=cast.today() + timedelta(days=9))
    stopped = cast.post()
    actions.stop_notice(notice_id=stopped.pk, reason="贴错了", actor=officer("hn.ljw.clerk"), at=now())
    assert [one.number for one in queries.running_notices(LIJIAWAN, now())] == [hanging.number]


def test_tables_and_lines_agree() -> None:
    notice = cast.confirmed()
    cast.answer(cast.object_to(notice))
    cast.object_to(cast.post())
    cast.passed()
    tables: tuple[tuple[type[models.Model], object], ...] = (
        (Notice, NOTICE),
        (Objection, OBJECTION),
        (Meeting, MEETING),
    )
    for model, table in tables:
        for row in model._default_manager.order_by("pk"):
            assert table.replay(cast.kinds_of(row.pk)) == row.state  # type: ignore[attr-defined]


def test_the_audit_replays_them(world: World) -> None:
    cast.object_to(cast.confirmed())
    cast.passed()
    assert audit(sources()).breaks == ()
    Notice.objects.filter(state="notice_running").update(state="notice_failed", closed_by=officer(
        "hn.ljw.director").person_id, closed_at=now())  # fmt: skip
    (told,) = audit(sources()).breaks
    assert "按登记应当是“公示中”，系统里现在是“公示没有通过”" in told


@pytest.mark.clause("H3.2.1d")
def test_of_a_committee_that_is_no_more_nothing_new_is_announced_or_called() -> None:
    """What ran already is brought to its end: stopped, or failed where somebody objected."""
    running, objected = cast.post(), cast.post()
    cast.object_to(objected)
    ended = Committee.objects.filter(pk=LIJIAWAN)
    ended.update(ended_on=cast.today(), ended_how="abolished", end_document="会政发〔2026〕12号")
    with refused("committee_ended"):
        cast.post()
    with refused("committee_ended"):
        cast.convene()
    actions.stop_notice(notice_id=running.pk, reason="村委会撤销", actor=officer("hn.ljw.clerk"), at=now())
    assert cast.last_line(running.pk).kind == "notice.stopped"
    actions.fail_notice(notice_id=objected.pk, reason="已撤销", actor=officer("hn.ljw.director"), at=now())
    assert cast.last_line(objected.pk).kind == "notice.failed"
