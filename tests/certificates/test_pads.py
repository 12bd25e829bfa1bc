"""The pad: numbers without a gap, one end a slip, what is overdue, what the audit finds."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.certificates import cast, pads
from tests.certificates.attempts import refused
from tests.documents.reading import picture_of
from tests.world import World
from zhengyin.certificates import actions
from zhengyin.certificates.lines.names import PADS
from zhengyin.certificates.models import Pad, Slip
from zhengyin.certificates.queries.pads import attention, pads_shown, slip_shown
from zhengyin.certificates.queries.slips import by_check_code, by_token
from zhengyin.certificates.slips import SLIP, SlipAct, SlipState
from zhengyin.documents import files, qr
from zhengyin.people.offices import Office
from zhengyin.registers.queries import lines, now
from zhengyin.shared.days import day_of

COUNTY = "620422000000"


def book(village: str = "hn.ljw") -> list[tuple[str, dict[str, str]]]:
    """The committee's book of pads, in its order."""
    found = lines(owner=cast.VILLAGES[village], book=PADS, year=now().year).lines
    return [(line.kind, dict(line.columns)) for line in reversed(found)]


def test_a_range_is_a_line_and_goes_on_where_the_last_one_ended(world: World) -> None:
    first, second = pads.printed(slips=3), pads.printed(slips=2)
    other = pads.printed("od.hrgt", slips=1)
    assert [(pad.first_no, pad.last_no) for pad in (first, second, other)] == [(1, 3), (4, 5), (1, 1)]
    rows = Slip.objects.filter(organization_id=cast.LIJIAWAN).order_by("no")
    assert [slip.no for slip in rows] == [1, 2, 3, 4, 5]
    assert {slip.state for slip in rows} == {SlipState.ISSUED}
    kind, said = book()[1]
    assert kind == "pad.issued"
    assert (said["first"], said["last"], said["slips"]) == ("应急0004", "应急0005", "2")


def test_every_slip_carries_a_code_of_its_own_that_opens_it_and_nothing_else(world: World) -> None:
    pad = pads.printed(slips=2)
    tokens = [text.rsplit("/", 1)[1] for text in qr.read(picture_of(files.get(pad.document_id)))]
    assert len(set(tokens)) == 2
    known = [by_token(token) for token in tokens]
    assert sorted(one.number for one in known if one) == ["应急0001", "应急0002"]
    assert all(len(token) == 26 for token in tokens)
    assert by_token("应急0001") is None
    assert by_check_code("0001") is None
    stored = Slip.objects.order_by("no").values_list("token_index", flat=True)
    assert not any(token.encode() in bytes(index) for token in tokens for index in stored)


def test_only_whoever_keeps_the_seal_prints(world: World) -> None:
    for officer in ("hn.ljw.clerk", "hn.ljw.director", "hn.ljw.supervisor", "od.hrgt.custodian"):
        actor = cast.officer(officer)
        refused(
            lambda actor=actor: actions.issue_pad(
                organization_id=cast.LIJIAWAN, slips=2, actor=actor, at=now()
            ),
            "wrong_office",
        )
    keeper = cast.officer("hn.ljw.custodian")
    refused(
        lambda: actions.issue_pad(organization_id=cast.LIJIAWAN, slips=0, actor=keeper, at=now()),
        "slips_too_many",
    )


def test_a_form_sent_twice_prints_once(world: World) -> None:
    keeper, new = cast.officer("hn.ljw.custodian"), uuid4()
    made = {
        actions.issue_pad(organization_id=cast.LIJIAWAN, slips=2, actor=keeper, at=now(), as_id=new).pk
        for _ in range(2)
    }
    assert made == {new}
    assert Slip.objects.count() == 2


def test_a_void_slip_is_void_for_good(world: World) -> None:
    pad, keeper = pads.printed(), cast.officer("hn.ljw.custodian")
    one = pads.slip(pad)
    refused(
        lambda: actions.spoil_slip(slip_id=one.pk, reason="不要了", actor=keeper, at=now()),
        "not_spoilt_why",
    )
    for officer in ("hn.ljw.director", "hn.ljw.clerk", "od.hrgt.custodian"):
        actor = cast.officer(officer)
        refused(
            lambda actor=actor: actions.spoil_slip(slip_id=one.pk, reason="lost", actor=actor, at=now()),
            "wrong_office",
        )
    actions.spoil_slip(slip_id=one.pk, reason="lost", actor=keeper, at=now())
    assert book()[-1] == ("slip.spoiled", {"slip": "应急0001", "reason": "丢了"})
    refused(lambda: actions.spoil_slip(slip_id=one.pk, reason="lost", actor=keeper, at=now()), "wrong_state")
    refused(lambda: actions.grant_slip(slip_id=one.pk, actor=keeper, at=now()), "wrong_state")


def test_what_is_left_is_collected_by_name(world: World) -> None:
    pad, keeper = pads.printed(slips=3), cast.officer("hn.ljw.custodian")
    pads.entered(pad=pad)
    for said in ((1, 2, 3), (2,), (), (2, 3, 4)):
        refused(
            lambda said=said: actions.close_pad(pad_id=pad.pk, unused=said, actor=keeper, at=now()),
            "slips_differ",
        )
    director = cast.officer("hn.ljw.director")
    refused(lambda: actions.close_pad(pad_id=pad.pk, unused=(2, 3), actor=director, at=now()), "wrong_office")
    actions.close_pad(pad_id=pad.pk, unused=(3, 2), actor=keeper, at=now())
    states = [slip.state for slip in Slip.objects.order_by("no")]
    assert states == [SlipState.ENTERED, SlipState.UNUSED, SlipState.UNUSED]
    assert book()[-1] == (
        "pad.closed", {"first": "应急0001", "last": "应急0003", "unused": "应急0002、应急0003"},
    )  # fmt: skip
    refused(lambda: actions.close_pad(pad_id=pad.pk, unused=(), actor=keeper, at=now()), "wrong_state")
    assert pads.printed(slips=1).first_no == 4  # never used again


def test_a_pad_used_up_closes_without_any_left(world: World) -> None:
    pad, keeper = pads.printed(slips=1), cast.officer("hn.ljw.custodian")
    pads.entered(pad=pad)
    actions.close_pad(pad_id=pad.pk, unused=(), actor=keeper, at=now())
    assert book()[-1][1]["unused"] == "没有"
    assert Pad.objects.get().state == "pad_closed"


def test_a_slip_passed_over_is_overdue_after_its_term_and_not_before(world: World) -> None:
    """A later one is used: the one before it was used too, or is gone, and somebody must say which."""
    pad = pads.printed(slips=4)
    at = now()
    assert not attention(cast.LIJIAWAN, COUNTY, at + timedelta(days=60))  # a full drawer is in order
    pads.enter(pads.slip(pad, 3), pads.given(), cast.officer("hn.ljw.custodian"))
    (shown,) = pads_shown(cast.LIJIAWAN, COUNTY, at)
    due = shown.slips[0].due_on
    assert due is not None
    assert [slip.due_on for slip in shown.slips] == [due, due, None, None]
    last_day = at + (due - day_of(at))
    after = last_day + timedelta(days=1)
    assert attention(cast.LIJIAWAN, COUNTY, last_day).overdue == 0
    assert attention(cast.LIJIAWAN, COUNTY, after).overdue == 2
    actions.spoil_slip(
        slip_id=pads.slip(pad, 1).pk, reason="damaged", actor=cast.officer("hn.ljw.custodian"), at=now()
    )
    assert attention(cast.LIJIAWAN, COUNTY, after).overdue == 1
    assert not attention(cast.PINGTOUCHUAN, COUNTY, after)


def test_the_desks_count_what_the_page_of_pads_shows_without_reading_a_slip(world: World) -> None:
    first, keeper = pads.printed(slips=4), cast.officer("hn.ljw.custodian")
    pads.enter(pads.slip(first, 3), pads.given(approved_by=None), keeper)
    second = pads.printed(slips=3)
    actions.spoil_slip(slip_id=pads.slip(second, 2).pk, reason="damaged", actor=keeper, at=now())
    pads.enter(pads.slip(second, 3), pads.given(), keeper)
    seen = set()
    for days in range(10):
        at = now() + timedelta(days=days)
        shown = [slip for pad in pads_shown(cast.LIJIAWAN, COUNTY, at) for slip in pad.slips]
        with CaptureQueriesContext(connection) as asked:
            found = attention(cast.LIJIAWAN, COUNTY, at)
        of_slips = [one["sql"] for one in asked if "certificates_slip" in one["sql"]]
        assert len(of_slips) == 1 and of_slips[0].startswith("SELECT COUNT(")
        assert found.overdue == sum(slip.overdue for slip in shown)
        assert found.to_rectify == sum(slip.to_rectify for slip in shown) == 1
        seen.add(found.overdue)
    assert seen == {0, 3}  # two of the first pad, one of the second


def test_one_slip_is_shown_as_its_pad_shows_it_and_no_other_pad_is_read(world: World) -> None:
    pad, keeper = pads.printed(slips=3), cast.officer("hn.ljw.custodian")
    pads.enter(pads.slip(pad, 2), pads.given(), keeper)
    other = pads.printed(slips=2)
    at = now() + timedelta(days=9)
    as_listed = {slip.id: slip for one in pads_shown(cast.LIJIAWAN, COUNTY, at) for slip in one.slips}
    for row in Slip.objects.filter(pad__in=(pad, other)).select_related("pad").order_by("no"):
        with CaptureQueriesContext(connection) as asked:
            shown = slip_shown(row, at)
        assert shown == as_listed[row.pk]
        read = [one["sql"] for one in asked if "certificates_slip" in one["sql"]]
        assert len(read) == 1 and f"\"pad_id\" = '{row.pad_id.hex}'" in read[0]


def test_a_slip_is_printed_by_whom_its_table_says(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    (row,) = (step for step in SLIP.steps if step.act is SlipAct.PRINT)
    others = tuple(step for step in SLIP.steps if step is not row)
    by_another = replace(SLIP, steps=(replace(row, by=(Office.DIRECTOR,)), *others))
    monkeypatch.setattr("zhengyin.certificates.actions.pads.SLIP", by_another)
    refused(pads.printed, "wrong_office")
    assert not Slip.objects.exists()
