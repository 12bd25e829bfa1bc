"""A seal passes from one custodian to the next: begun, listed, signed by three, or not."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.seals.cast import (
    AT,
    ENTRUSTMENT,
    LIJIAWAN,
    SINCE,
    TODAY,
    Cast,
    kinds_of,
    last_line,
    later,
    refused,
)
from zhengyin.documents import files
from zhengyin.people import actions as people
from zhengyin.people.models import Appointment
from zhengyin.people.offices import Nature, Office
from zhengyin.people.policy.appoint import Paper
from zhengyin.people.who_appoints import Basis
from zhengyin.seals import actions, queries
from zhengyin.seals.actions import Wanted
from zhengyin.seals.kinds import HandoverReason
from zhengyin.seals.models import Custody, Handover, Seal
from zhengyin.seals.policy.handover import Listing, Period, Signed
from zhengyin.seals.queries import SealCard
from zhengyin.seals.workflow import HANDOVER
from zhengyin.shared.days import day_of

LISTED = Listing("完好，字迹清晰", "铁皮柜第二格，钥匙两把", "登记簿5本", "", "没有未用的应急用印单", "无")
PAPER = replace(ENTRUSTMENT, entrusted_on=TODAY)


def begun(cast: Cast, by: str = "ljw_director", on: date = TODAY) -> Handover:
    """李家湾's seal, kept by 张建平, is to be handed over."""
    return begin(cast, cast.kept().seal, by, on)


def begin(
    cast: Cast, seal: Seal, by: str = "ljw_director", on: date | None = TODAY, days: int = 0
) -> Handover:
    return actions.open_handover(
        seal_id=seal.pk,
        reason=HandoverReason.CHANGE,
        changed_on=on,
        actor=cast.actor(by, later(days)),
        at=later(days),
    )


def count(cast: Cast, row: Handover, by: str = "ljw_custodian", listing: Listing = LISTED) -> Handover:
    return actions.list_for_handover(handover_id=row.pk, listing=listing, actor=cast.actor(by), at=AT)


def scan(row: Handover) -> UUID:
    kept = files.put(
        data=b"%PDF-signed", content_type="application/pdf", purpose="seal.handover",
        owner=row.committee_id, county_code=row.county_code, at=AT,
    )  # fmt: skip
    return kept.pk


def signed(cast: Cast, row: Handover, **change: object) -> Signed:
    whole = Signed(TODAY, cast.person("ljw_custodian").pk, "", cast.person("ljw_supervisor").pk, scan(row))
    return replace(whole, **change)  # type: ignore[arg-type]


def to(cast: Cast, who: str = "ljw_clerk", **change: object) -> Wanted:
    whole = Wanted(cast.person(who).pk, PAPER, "村委会保险柜", TODAY)
    return replace(whole, **change)  # type: ignore[arg-type]


def complete(cast: Cast, row: Handover, by: str = "ljw_director", days: int = 0) -> Custody:
    day = day_of(later(days))
    return actions.complete_handover(
        handover_id=row.pk,
        wanted=to(cast, since=day),
        signed=signed(cast, row),
        actor=cast.actor(by, later(days)),
        at=later(days),
    )


def card(day: date = TODAY) -> SealCard:
    found = queries.seal_of(LIJIAWAN, day)
    assert found is not None
    return found


def turning(day: date = TODAY) -> Period:
    found = card(day).handover
    assert found is not None
    return found


def elect(cast: Cast, day: date = TODAY) -> None:
    """李家湾 elects its director anew: the same, for a new term."""
    at = later((day - TODAY).days)
    office = Appointment.objects.get(organization_id=LIJIAWAN, office=Office.DIRECTOR)
    officer = cast.actor("pt_officer", at)
    people.end_appointment(appointment_id=office.pk, on=day, reason="换届", actor=officer, at=at)
    people.appoint(
        person_id=office.person_id,
        organization_id=LIJIAWAN,
        office=Office.DIRECTOR,
        since=day,
        paper=Paper(Basis.ELECTION, "2026年换届选举结果", day),
        actor=officer,
        at=at,
    )


@pytest.mark.clause("H3.2.4e")
def test_three_signatures_end_the_old_custody_and_begin_the_new_one(cast: Cast) -> None:
    row = count(cast, begun(cast))
    custody = complete(cast, row)
    row.refresh_from_db()
    assert (card().custodian, card().handover, row.state) == ("马秀兰", None, "handed_over")
    assert not cast.actor("ljw_custodian").has(Office.CUSTODIAN, LIJIAWAN)
    assert kinds_of(row.pk) == ["handover.opened", "handover.listed", "handover.completed"]
    assert HANDOVER.replay(kinds_of(row.pk)) == row.state
    line = last_line(row.pk)
    assert [line.columns[name] for name in ("handed_by", "received_by", "supervised_by")] == [
        "张建平", "马秀兰", "刘德福",
    ]  # fmt: skip
    assert line.columns["number"] == "平头川镇李家湾村印交〔2026〕1号" and line.document_digest
    assert kinds_of(custody.pk) == ["custody.entrusted"]
    assert kinds_of(row.custody_id)[-1] == "custody.ended"


@pytest.mark.clause("H3.2.4e")
def test_until_the_last_day_the_old_custodian_goes_on_and_not_after(cast: Cast) -> None:
    """20 November and ten days is the 30th, a Monday."""
    begun(cast)
    who = cast.person("ljw_custodian").pk
    assert card().remark == "2026年11月20日起，原保管人张建平盖章"
    last, after = date(2026, 11, 30), date(2026, 12, 1)
    assert turning(last).due_on == last and card(last).in_custody_of(who)
    assert turning(after).stops and not card(after).in_custody_of(who)
    assert card(after).custodian_id == who  # he holds it all the same, and cannot become an approver


@pytest.mark.clause("H3.2.4e")
def test_a_last_day_without_work_moves_on(cast: Cast) -> None:
    begun(cast, on=date(2026, 11, 11))
    assert turning().due_on == date(2026, 11, 23)  # the 21st is a Saturday


@pytest.mark.clause("H3.2.4e")
def test_the_end_of_the_agreed_term_begins_it_without_anybody(cast: Cast) -> None:
    seal = cast.issued()
    actions.appoint_custodian(
        seal_id=seal.pk,
        person_id=cast.person("ljw_custodian").pk,
        ground=ENTRUSTMENT,
        place="保险柜",
        since=SINCE,
        until=date(2026, 11, 19),
        actor=cast.actor("ljw_director"),
        at=AT,
    )
    assert card(date(2026, 11, 18)).handover is None
    period = turning(date(2026, 11, 19))
    assert (period.id, period.reason, period.since) == (None, HandoverReason.TERM, date(2026, 11, 19))
    assert card().in_custody_of(cast.person("ljw_custodian").pk)
    row = begin(cast, seal)
    assert turning().since == date(2026, 11, 19)  # entered later: the days are not counted anew
    with refused("handover_came_by_itself"):
        cancel(cast, row)


@pytest.mark.clause("H3.2.4e")
def test_an_election_of_the_director_begins_it_without_anybody(cast: Cast) -> None:
    cast.kept()
    assert card().handover is None
    elect(cast)
    assert (turning().reason, turning().since) == (HandoverReason.ELECTION, TODAY)
    assert card(TODAY - timedelta(days=1)).handover is None


def test_where_the_custodian_is_gone_the_handover_runs_without_him(cast: Cast) -> None:
    custody = cast.kept()
    actions.end_custody(
        custody_id=custody.pk, on=TODAY, reason="去世", actor=cast.actor("ljw_director"), at=AT
    )
    period = turning()
    assert (period.reason, period.keeper, period.since) == (HandoverReason.VACANCY, "", TODAY)
    assert turning(date(2026, 12, 1)).over


def act(
    cast: Cast, seal: Seal, who: str = "ljw_clerk", by: str = "ljw_director", **change: object
) -> Custody:
    days = int(change.pop("days", 0))  # type: ignore[call-overload]
    day = day_of(later(days))
    wanted = to(cast, who, gone="住院", until=day + timedelta(days=30), since=day)
    return actions.appoint_acting_custodian(
        seal_id=seal.pk,
        wanted=replace(wanted, **change),  # type: ignore[arg-type]
        actor=cast.actor(by, later(days)),
        at=later(days),
    )


@pytest.mark.clause("H3.2.4e")
def test_another_keeps_it_the_same_day_where_the_custodian_is_gone(cast: Cast) -> None:
    custody = act(cast, cast.kept().seal)
    assert custody.appointment.nature == Nature.ACTING
    assert (card().custodian, card().acting, turning().reason) == ("马秀兰", True, HandoverReason.VACANCY)
    assert card().remark.endswith("临时代管人马秀兰盖章")
    assert kinds_of(custody.pk) == ["custody.acting"]
    late = date(2026, 12, 15)
    assert turning(late).over and card(late).in_custody_of(custody.person_id)
    assert card(date(2026, 12, 20)).custodian == ""  # thirty days are over


@pytest.mark.parametrize("by", ["ljw_secretary", "ljw_director"])
def test_director_and_party_organization_say_who_acts(cast: Cast, by: str) -> None:
    assert act(cast, cast.kept().seal, by=by).person.name == "马秀兰"


@pytest.mark.clause("H3.2.4c")
def test_acting_custody_is_short_reasoned_and_of_nobody_who_approves(cast: Cast) -> None:
    seal = cast.kept().seal
    with refused("loan_is_too_long"):
        act(cast, seal, until=TODAY + timedelta(days=31))
    with refused("gone_reason_missing"):
        act(cast, seal, gone="")
    with refused("approver_may_not_keep"):
        act(cast, seal, "ljw_deputy")
    with refused("not_yours_to_end"):
        act(cast, seal, by="pt_officer")
    assert Handover.objects.count() == 0


def test_acting_custody_is_not_prolonged(cast: Cast) -> None:
    seal = cast.kept().seal
    act(cast, seal)
    with refused("acting_not_prolonged"):
        act(cast, seal, days=7)
    with refused("who_watches_only_watches"):
        act(cast, seal, "ljw_supervisor", days=7)
    other = act(cast, seal, "ljw_secretary", days=7, party_secretary_confirmed=True)
    assert other.person_id == cast.person("ljw_secretary").pk


@pytest.mark.clause("H3.2.4e")
def test_the_acting_custodian_hands_over_and_the_former_one_may_come_back(cast: Cast) -> None:
    act(cast, cast.kept().seal)
    row = count(cast, Handover.objects.get(), by="ljw_director")
    handed = signed(cast, row, handed_by=cast.person("ljw_clerk").pk)
    actions.complete_handover(
        handover_id=row.pk,
        wanted=to(cast, "ljw_custodian"),
        signed=handed,
        actor=cast.actor("ljw_director"),
        at=AT,
    )
    assert (card().custodian, card().handover) == ("张建平", None)


def test_who_acted_may_become_custodian_and_the_one_before_hands_over(cast: Cast) -> None:
    act(cast, cast.kept().seal)
    row = count(cast, Handover.objects.get(), by="ljw_director")
    complete(cast, row)
    assert (card().custodian, card().acting, card().handover) == ("马秀兰", False, None)


@pytest.mark.clause("H3.2.4e")
def test_who_acted_and_is_director_since_finishes_the_handover(cast: Cast) -> None:
    """His acting custody ran out by itself: nobody else could close it, and nothing of his is ended by it."""
    seal = cast.kept().seal
    act(cast, seal, until=TODAY + timedelta(days=5))
    at, clerk = later(6), cast.person("ljw_clerk").pk
    officer = cast.actor("pt_officer", at)
    old = Appointment.objects.get(organization_id=LIJIAWAN, office=Office.DIRECTOR)
    people.end_appointment(appointment_id=old.pk, on=day_of(at), reason="换届", actor=officer, at=at)
    people.appoint(
        person_id=clerk,
        organization_id=LIJIAWAN,
        office=Office.DIRECTOR,
        since=day_of(at),
        paper=Paper(Basis.ELECTION, "2026年换届选举结果", day_of(at)),
        actor=officer,
        at=at,
    )
    row, director = seal.handovers.get(), cast.actor("ljw_clerk", at)
    actions.list_for_handover(handover_id=row.pk, listing=LISTED, actor=director, at=at)
    custody = actions.complete_handover(
        handover_id=row.pk,
        wanted=to(cast, "ljw_custodian", since=day_of(at)),
        signed=signed(cast, row, signed_on=day_of(at), handed_by=clerk),
        actor=director,
        at=at,
    )
    assert card(day_of(at)).custody_id == custody.pk
    assert [one.state for one in seal.custodies.order_by("recorded_at")] == ["closed", "closed", "kept"]


def test_the_same_custodian_is_appointed_anew(cast: Cast) -> None:
    seal = cast.kept().seal
    elect(cast)
    row = begin(cast, seal)
    actions.reappoint_custodian(
        handover_id=row.pk, wanted=to(cast, "ljw_custodian"), actor=cast.actor("ljw_director"), at=AT
    )
    row.refresh_from_db()
    assert (card().custodian, card().handover, row.state) == ("张建平", None, "reappointed")
    assert HANDOVER.replay(kinds_of(row.pk)) == row.state


def test_another_is_not_appointed_anew_in_his_place(cast: Cast) -> None:
    row = begun(cast)
    for who, change, reason in (
        ("ljw_clerk", {}, "reappointed_is_another"),
        ("ljw_custodian", {"since": TODAY + timedelta(days=20)}, "passes_on_today"),
    ):
        with refused(reason):
            actions.reappoint_custodian(
                handover_id=row.pk, wanted=to(cast, who, **change), actor=cast.actor("ljw_director"), at=AT
            )


@pytest.mark.clause("H3.2.4e")
def test_the_next_begins_on_the_day_the_one_before_ends(cast: Cast) -> None:
    row = count(cast, begun(cast))
    with refused("passes_on_today"):
        actions.complete_handover(
            handover_id=row.pk,
            wanted=to(cast, since=TODAY + timedelta(days=20)),
            signed=signed(cast, row),
            actor=cast.actor("ljw_director"),
            at=AT,
        )


def test_who_acts_only_is_not_appointed_anew(cast: Cast) -> None:
    act(cast, cast.kept().seal)
    with refused("nobody_to_reappoint"):
        actions.reappoint_custodian(
            handover_id=Handover.objects.get().pk,
            wanted=to(cast),
            actor=cast.actor("ljw_director"),
            at=AT,
        )


def cancel(cast: Cast, row: Handover, by: str = "ljw_director", reason: str = "不换了") -> Handover:
    return actions.cancel_handover(handover_id=row.pk, reason=reason, actor=cast.actor(by), at=AT)


def test_what_was_begun_by_mistake_is_taken_back(cast: Cast) -> None:
    row = begun(cast)
    with refused("reason_missing"):
        cancel(cast, row, reason="")
    cancel(cast, row)
    assert card().handover is None
    with refused("wrong_state"):
        cancel(cast, row)


def name(cast: Cast, row: Handover, who: str, by: str = "ljw_director") -> Handover:
    return actions.name_successor(
        handover_id=row.pk, person_id=cast.person(who).pk, actor=cast.actor(by), at=AT
    )


@pytest.mark.clause("H3.2.4c")
def test_the_successor_is_named_and_is_nobody_who_approves(cast: Cast) -> None:
    row = begun(cast, by="pt_officer")
    with refused("successor_may_approve"):
        name(cast, row, "ljw_deputy")
    with refused("successor_keeps_it_now"):
        name(cast, row, "ljw_custodian")
    for _ in range(2):  # said twice it is written once
        name(cast, row, "ljw_clerk", by="pt_officer")
    assert kinds_of(row.pk) == ["handover.opened", "handover.successor_named"]
    assert turning().successor == "马秀兰"
    assert last_line(row.pk).columns["successor"] == "马秀兰"


@pytest.mark.clause("H3.2.4e")
def test_who_was_named_takes_over_and_another_needs_a_new_list(cast: Cast) -> None:
    row = begun(cast)
    name(cast, row, "ptc_clerk")
    row = count(cast, row)
    with refused("another_was_named"):
        complete(cast, row)  # by 马秀兰
    name(cast, row, "ljw_clerk")
    with refused("handover_not_listed"):
        complete(cast, row)
    complete(cast, count(cast, row))
    assert card().custodian == "马秀兰"


def test_a_list_on_which_nobody_stood_yet_stays_when_the_first_is_named(cast: Cast) -> None:
    row = count(cast, begun(cast))
    name(cast, row, "ljw_clerk")
    row.refresh_from_db()
    assert row.listed_at == AT
    complete(cast, row)


@pytest.mark.parametrize("by", ["ljw_clerk", "ljw_supervisor", "ljw_deputy", "ptc_director", "hs_officer"])
def test_others_begin_nothing_and_sign_nothing(cast: Cast, by: str) -> None:
    custody = cast.kept()
    with refused("wrong_office"):
        begin(cast, custody.seal, by)
    row = count(cast, begin(cast, custody.seal))
    for attempt in (lambda: complete(cast, row, by), lambda: cancel(cast, row, by)):
        with refused("wrong_office"):
            attempt()


def test_the_township_opens_and_signs_nothing(cast: Cast) -> None:
    row = count(cast, begun(cast, by="pt_officer"))
    with refused("wrong_office"):
        complete(cast, row, "pt_officer")
    with refused("wrong_office"):
        count(cast, row, by="pt_officer")


def test_once_is_enough(cast: Cast) -> None:
    row = count(cast, begun(cast))
    with refused("handover_open_already"):
        begin(cast, row.seal)
    complete(cast, row)
    with refused("wrong_state"):
        complete(cast, row)
    with refused("wrong_state"):
        count(cast, row)


def test_a_seal_nobody_kept_is_not_handed_over(cast: Cast) -> None:
    seal = cast.issued()
    with refused("nobody_hands_over"):
        begin(cast, seal)
    assert card().handover is None


@pytest.mark.clause("H3.2.4e")
def test_nothing_is_written_where_a_signature_is_missing(cast: Cast) -> None:
    row = begun(cast)
    supervisor = signed(cast, row, supervised_by=cast.person("ljw_deputy").pk)
    with refused("handover_not_listed", "not_of_the_supervision_committee", "place_missing"):
        actions.complete_handover(
            handover_id=row.pk,
            wanted=to(cast, place=""),
            signed=supervisor,
            actor=cast.actor("ljw_director"),
            at=AT,
        )
    assert card().custodian == "张建平"


def test_it_can_still_be_signed_when_the_days_are_over(cast: Cast) -> None:
    row = count(cast, begun(cast, on=date(2026, 11, 2)))
    assert turning().stops
    complete(cast, row)
    assert card().custodian == "马秀兰"


def test_the_registers_last_numbers_are_read_from_the_books(cast: Cast) -> None:
    row = count(cast, begun(cast), listing=replace(LISTED, registers="第99号"))
    assert row.registers == "2026年还没有登记"
    with refused("listing_piece_missing"):
        count(cast, row, listing=replace(LISTED, keys=""))


def test_a_moment_that_has_passed_is_judged_as_it_was(cast: Cast) -> None:
    seal = cast.kept(at=later(-19)).seal
    row = count(cast, begin(cast, seal, on=date(2026, 11, 2), days=-18))
    complete(cast, row, days=5)
    was = queries.seal_then(LIJIAWAN, later(-10))
    assert was is not None and was.handover is not None and not was.handover.stops
    overdue = queries.seal_then(LIJIAWAN, later(-5))
    assert overdue is not None and overdue.handover is not None and overdue.handover.stops
    now = queries.seal_then(LIJIAWAN, later(6))
    assert now is not None and now.handover is None
