"""补登: works · wrong office · wrong village · wrong state · twice · nothing written on refusal; 待整改."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connections, transaction

from tests.certificates import cast, pads
from tests.certificates.attempts import refused
from tests.certificates.pads import enter, given, person, printed, slip
from tests.certificates.test_what_was_approved import rename
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.lines.names import REGISTERED_LATE
from zhengyin.certificates.models import Certificate, CheckedFact, Slip
from zhengyin.certificates.queries.late import late_item
from zhengyin.certificates.queries.pads import rectified_how
from zhengyin.certificates.workflow import State
from zhengyin.cli.audited import sources
from zhengyin.documents import files
from zhengyin.documents.models import StoredFile
from zhengyin.ledger.models import Entry
from zhengyin.people.models import Appointment
from zhengyin.regions.lines import NAME_CONFIRMED
from zhengyin.registers.audit.report import audit
from zhengyin.registers.queries import RegisterLine, lines_of, now
from zhengyin.seals.models import Seal, Stop
from zhengyin.shared.days import day_of


def line_of(case: Any) -> RegisterLine:
    return next(line for line in lines_of(case) if line.kind == REGISTERED_LATE)


def keeper() -> Any:
    return cast.officer("hn.ljw.custodian")


@pytest.mark.clause("H3.2.2a", "H3.2.3a", "H3.2.3c")
@pytest.mark.parametrize("village", ["hn.ljw", "hn.ptc", "od.hrgt"])
def test_a_paper_stamped_first_stands_in_the_register_as_what_it_is(world: World, village: str) -> None:
    pad = printed(village)
    late = given(village)
    receipt = enter(slip(pad), late, cast.officer(cast.keeper(village)))
    assert receipt.failed == ""
    row = Certificate.objects.get(pk=receipt.certificate_id)
    assert (row.state, row.pad_number, row.no) == (State.SEALED, "应急0001", 1)
    assert (row.sealed_at, row.approved_at) == (late.happened_at, late.happened_at)
    line = line_of(row.pk)
    assert line.late
    assert (line.pad_number, line.happened_at) == ("应急0001", late.happened_at)
    assert line.recorded_at > line.happened_at
    assert line.columns["outage"] == "停电"
    assert line.columns["number"] == row.number
    assert line.personal and line.personal["name"] == "马桂花"
    assert row.document_id and files.get(row.document_id) == pads.PHOTO
    assert line.slip_digest == line.document_digest == row.document.sha256  # type: ignore[union-attr]
    assert {check.method for check in CheckedFact.objects.filter(certificate=row)} == {"document_seen"}


def test_numbers_follow_recording(world: World) -> None:
    """Stamped before, entered after: the number is the next one of the book, the time its own."""
    pad, late = printed(), given()
    case, receipt = cast.sealed()
    entry = enter(slip(pad), late, keeper())
    assert receipt.number.endswith("1号")
    assert entry.number.endswith("2号")
    first, second = Certificate.objects.get(pk=case), Certificate.objects.get(pk=entry.certificate_id)
    assert first.sealed_at and second.sealed_at and second.sealed_at < first.sealed_at
    assert cast.sealed()[1].number.endswith("3号")


def test_twice_is_the_same_receipt_whatever_is_sent(world: World) -> None:
    pad, custodian = printed(), keeper()
    one, late = slip(pad), given()
    grant = actions.grant_slip(slip_id=one.pk, actor=custodian, at=now()).id
    first = enter(one, late, custodian, grant)
    assert enter(one, late, custodian, grant) == first
    assert enter(one, replace(late, impressions=9), custodian, grant) == first
    assert Certificate.objects.count() == 1


def test_many_identical_requests_get_one_receipt(demo_world: World) -> None:
    pad, custodian = printed(), keeper()
    one, late = slip(pad), given()
    grant = actions.grant_slip(slip_id=one.pk, actor=custodian, at=now()).id

    def request(_: int) -> actions.LateReceipt:
        try:
            return enter(one, late, custodian, grant)
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(12) as pool:
        receipts = set(pool.map(request, range(12)))
    assert len(receipts) == 1
    assert Entry.objects.filter(kind=REGISTERED_LATE).count() == 1
    assert StoredFile.objects.filter(purpose="slip").count() == 1


def test_a_pad_is_printed_while_its_last_slip_is_entered(demo_world: World) -> None:
    """Printing looks at the last slip, entering changes it: neither waits for the other for ever."""
    custodian, late = keeper(), given()

    def enter_last(one: Slip) -> None:
        try:
            enter(one, replace(late, happened_at=now()), custodian)
        finally:
            connections["default"].close()

    def print_more() -> None:
        try:
            printed(slips=1)
        finally:
            connections["default"].close()

    for _ in range(4):
        last = slip(printed(slips=1))
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda act: act(), (partial(enter_last, last), print_more)))
    numbers = list(Slip.objects.order_by("no").values_list("no", flat=True))
    assert numbers == list(range(1, 9))
    assert Slip.objects.filter(state="slip_entered").count() == 4


def test_a_grant_is_for_its_slip_its_person_and_two_minutes(world: World) -> None:
    pad, custodian = printed(), keeper()
    one, other = slip(pad), slip(pad, 2)
    grant = actions.grant_slip(slip_id=other.pk, actor=custodian, at=now()).id
    late = given()
    refused(lambda: enter(one, late, custodian, grant), "grant_missing")
    mine = actions.grant_slip(slip_id=one.pk, actor=custodian, at=now()).id
    refused(lambda: enter(one, late, keeper(), mine), "grant_missing")  # another session
    refused(lambda: enter(one, late, custodian, mine, at=now() + timedelta(minutes=3)), "grant_expired")
    enter(one, late, custodian, mine)


def test_wrong_office_wrong_village_wrong_state(world: World) -> None:
    pad, custodian = printed(), keeper()
    one, late = slip(pad), given()
    grant = actions.grant_slip(slip_id=one.pk, actor=custodian, at=now()).id
    for name in ("hn.ljw.clerk", "hn.ljw.director", "hn.ljw.deputy", "od.hrgt.custodian"):
        actor = cast.officer(name)
        refused(lambda actor=actor: actions.grant_slip(slip_id=one.pk, actor=actor, at=now()), "wrong_office")
        refused(lambda actor=actor: enter(one, late, actor, grant), "wrong_office")
    actions.close_pad(pad_id=pad.pk, unused=[1, 2, 3, 4], actor=custodian, at=now())
    refused(lambda: enter(one, late, custodian, grant), "wrong_state")


@pytest.mark.parametrize(
    "change, code",
    [
        ({"happened_at": timedelta(hours=2)}, "late_in_future"),
        ({"happened_at": -timedelta(days=1)}, "late_before_pad"),
        ({"approver_near": None}, "late_kin_unsaid"),
        ({"sealer_near": None}, "late_kin_unsaid"),
        ({"impressions": 0}, "impressions_missing"),
        ({"photo": b""}, "late_without_photo"),
        ({"approved_by": "od.hrgt.director"}, "late_stranger"),
        ({"sealed_by": "hn.ptc.clerk"}, "late_stranger"),
    ],
)
def test_what_would_make_the_entry_untrue_is_refused(world: World, change: dict[str, Any], code: str) -> None:
    one, custodian, late = slip(printed()), keeper(), given()
    for name, value in change.items():
        moved = late.happened_at + value if isinstance(value, timedelta) else value
        late = replace(late, **{name: person(moved) if isinstance(moved, str) else moved})
    grant = actions.grant_slip(slip_id=one.pk, actor=custodian, at=now()).id
    refused(lambda: enter(one, late, custodian, grant), code)


def test_an_empty_field_is_refused_by_its_label(world: World) -> None:
    one, custodian = slip(printed()), keeper()
    late = given(wanted=cast.application(residence=""))
    grant = actions.grant_slip(slip_id=one.pk, actor=custodian, at=now()).id
    refused(lambda: enter(one, late, custodian, grant), "field_missing", "field_wrong")


def test_who_was_asked_is_as_short_as_the_row(world: World) -> None:
    one, custodian = slip(printed()), keeper()
    grant = actions.grant_slip(slip_id=one.pk, actor=custodian, at=now()).id
    refused(lambda: enter(one, given(informant="册" * 61), custodian, grant), "field_wrong")
    enter(one, given(informant="册" * 60), custodian, grant)


@pytest.mark.clause("H3.2.2a", "H3.2.4c", "O2.3a", "O2.3c")
@pytest.mark.parametrize(
    "change, words",
    [
        ({"approved_by": None}, "单子上没有签批人签字"),
        ({"approved_by": "hn.ljw.custodian"}, "签批的人自己盖了章"),
        ({"approved_by": "hn.ljw.deputy"}, "那天不是签批人"),
        ({"handled_by": "hn.ljw.director"}, "经办的人自己签批了"),
        ({"sealed_by": "hn.ljw.clerk"}, "印章那时不由马秀兰保管"),
        ({"approver_near": True}, "李国栋是申请人的近亲属"),
        ({"methods": ()}, "没有用清单许可的方式核实"),
    ],
)
def test_what_failed_is_written_all_the_same_and_says_so(
    world: World, change: dict[str, Any], words: str
) -> None:
    change = {key: person(value) if isinstance(value, str) else value for key, value in change.items()}
    one, receipt = pads.entered(**change)
    assert words in receipt.failed
    assert one.failed == receipt.failed == line_of(receipt.certificate_id).columns["failed_checks"]
    assert "马桂花" not in receipt.failed
    assert Certificate.objects.get(pk=receipt.certificate_id).state == State.SEALED


def test_a_prohibited_matter_stands_in_the_register_with_its_own_words(world: World) -> None:
    usual = cast.application()
    wanted = replace(
        usual, question=replace(usual.question, entry_code="PROH-02", unit_class="company"),
        values={"subject_name": "马桂花", "written": "马桂花的身份信息属实"},
    )  # fmt: skip
    _, receipt = pads.entered(wanted=wanted)
    assert "按那天的清单不能开" in receipt.failed
    line = line_of(receipt.certificate_id)
    assert line.columns["matter"] == "居民身份信息证明"
    assert line.columns["path"] == "不应出具清单"


def test_the_lists_are_those_of_the_day_it_was_stamped(world: World) -> None:
    """The question was asked today, under lists that let it through; that day none of them was in force."""
    late = given()
    assert late_item(cast.LIJIAWAN, late).answer.outcome.is_yes
    early = replace(late, happened_at=late.happened_at.replace(year=2019, month=1, day=5))
    item = late_item(cast.LIJIAWAN, early)
    assert not item.answer.outcome.is_yes
    assert item.entry is None


@pytest.mark.clause("H3.2.1a")
@pytest.mark.parametrize("after, failed", [(timedelta(seconds=1), True), (timedelta(0), False)])
def test_a_name_confirmed_between_stamp_and_entry_was_not_confirmed_then(
    world: World, monkeypatch: pytest.MonkeyPatch, after: timedelta, failed: bool
) -> None:
    pad, late = printed(), given()
    confirmed = SimpleNamespace(kind=NAME_CONFIRMED, happened_at=late.happened_at + after)
    monkeypatch.setattr("zhengyin.regions.queries.committees.is_demonstration", lambda: False)
    monkeypatch.setattr("zhengyin.regions.queries.committees.lines_of", lambda subject: (confirmed,))
    receipt = enter(slip(pad), late, keeper())
    assert ("法定全称还没有确认" in receipt.failed) is failed


def test_a_name_confirmed_anew_since_takes_nothing_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Renamed between stamp and entry: it was confirmed under the old name."""
    pad, late = printed(), given()
    rename("新李家湾村村民委员会")
    monkeypatch.setattr("zhengyin.regions.queries.committees.is_demonstration", lambda: False)
    assert enter(slip(pad), late, keeper()).failed == ""


def lose(since: datetime) -> None:
    seal = Seal.objects.get(committee_id=cast.LIJIAWAN)
    Stop.objects.create(seal=seal, reason="seal_lost", since=since, stopped_at=since)
    Seal.objects.filter(pk=seal.pk).update(state="stopped")


def test_offices_custody_and_losses_are_those_of_the_moment(world: World) -> None:
    """What ends or is lost afterwards changes nothing; what had ended before does."""
    pad = printed()
    late = given()
    with transaction.atomic():
        lose(late.happened_at + timedelta(seconds=1))
        assert enter(slip(pad), late, keeper()).failed == ""
        transaction.set_rollback(True)
    with transaction.atomic():
        lose(late.happened_at)
        assert "那时已经报失" in enter(slip(pad), late, keeper()).failed
        transaction.set_rollback(True)
    day = late.happened_at + timedelta(days=1)
    in_force = {"person": person("hn.ljw.director"), "office": "director", "valid_until": None}
    with transaction.atomic():
        Appointment.objects.filter(**in_force).update(valid_until=day_of(day), ended_at=now())
        assert enter(slip(pad), late, keeper()).failed == ""
        transaction.set_rollback(True)
    with transaction.atomic():
        Appointment.objects.filter(**in_force).update(valid_until=day_of(late.happened_at), ended_at=now())
        assert "那天不是签批人" in enter(slip(pad), late, keeper()).failed
        transaction.set_rollback(True)


@pytest.mark.clause("H3.2.2a")
def test_what_was_wrong_is_put_right_by_the_director_once(world: World) -> None:
    one, _ = pads.entered(approved_by=None)
    good, _ = pads.entered(pad=printed(slips=1))
    director = cast.officer("hn.ljw.director")
    for name in ("hn.ljw.custodian", "hn.ljw.clerk", "hn.ljw.supervisor", "od.hrgt.director"):
        actor = cast.officer(name)
        refused(
            lambda actor=actor: actions.rectify(slip_id=one.pk, done="补签", actor=actor, at=now()),
            "wrong_office",
        )
    refused(lambda: actions.rectify(slip_id=one.pk, done=" ", actor=director, at=now()), "rectified_how")
    refused(
        lambda: actions.rectify(slip_id=good.pk, done="补签", actor=director, at=now()), "nothing_to_rectify"
    )
    actions.rectify(slip_id=one.pk, done="当天口头同意，已经 补签", actor=director, at=now())
    assert rectified_how(Slip.objects.get(pk=one.pk)) == "当天口头同意，已经 补签"
    refused(
        lambda: actions.rectify(slip_id=one.pk, done="补签", actor=director, at=now()), "nothing_to_rectify"
    )


def test_it_is_handed_over_like_any_other(world: World) -> None:
    _, receipt = pads.entered()
    cast.deliver(receipt.certificate_id, cast.officer("hn.ljw.clerk"))
    assert cast.state_of(receipt.certificate_id) is State.DELIVERED


def test_the_audit_finds_nothing_and_lists_what_came_late(demo_world: World) -> None:
    pad = printed(slips=3)
    pads.entered(pad=pad, approved_by=None)
    enter(slip(pad, 2), given(), keeper())
    actions.close_pad(pad_id=pad.pk, unused=[3], actor=keeper(), at=now())
    report = audit(sources())
    assert report.breaks == ()
    assert report.unmatched == ()
    assert [(late.pad_number, late.failed_checks) for late in report.late] == [
        ("应急0001", "单子上没有签批人签字"),
    ]  # fmt: skip
