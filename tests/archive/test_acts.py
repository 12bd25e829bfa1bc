"""The acts of the year's end: they work, wrong office or village or state, twice; refused writes nothing."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from tests.archive import cast
from tests.archive.cast import CUSTODIAN, DIRECTOR, FILING, SUPERVISOR, TOWNSHIP
from tests.certificates import cast as cases
from tests.certificates.cast import LIJIAWAN, officer
from tests.certificates.test_letter import drafted
from tests.deliberation import cast as debates
from tests.workuse import cast as work_uses
from zhengyin.archive import actions
from zhengyin.archive.models import PackagePart, YearEnd
from zhengyin.archive.queries import carried_over, visible_to, year_page
from zhengyin.documents.models import StoredFile
from zhengyin.ledger.models import Entry
from zhengyin.registers import queries as registers
from zhengyin.registers.actions import hold, publish_checkpoint, write
from zhengyin.registers.closing import year_books
from zhengyin.registers.lines import Signature, kind_of
from zhengyin.registers.queries import now
from zhengyin.seals.actions import (
    acknowledge_filing,
    answer_filing,
    ask_take_out,
    cancel_handover,
    open_handover,
    return_filing,
    withdraw_take_out,
)
from zhengyin.seals.kinds import HandoverReason
from zhengyin.seals.models import Seal
from zhengyin.seals.queries.filings import Part, filing_rows, term_for
from zhengyin.shared.days import day_of
from zhengyin.shared.refusal import Refused

pytestmark = pytest.mark.usefixtures("last_year")
BY = {"prepare": CUSTODIAN, "sign": SUPERVISOR, "give_back": SUPERVISOR, "close": DIRECTOR, "pack": CUSTODIAN,
      "receive": TOWNSHIP}  # fmt: skip
BEFORE = {"sign": "year_prepared", "give_back": "year_prepared", "close": "year_signed",
          "pack": "year_closed_now", "receive": "year_packed"}  # fmt: skip


def given_back(who: str = SUPERVISOR) -> YearEnd:
    return actions.give_back(
        organization_id=LIJIAWAN, year=cast.last(), reason="第5号再看", actor=officer(who), at=now()
    )


ACTS: dict[str, Callable[[str], object]] = {
    "prepare": lambda who: cast.prepared(who=who), "sign": cast.signed, "give_back": given_back,
    "close": cast.closed, "pack": cast.packed, "receive": lambda who: cast.received(who=who),
}  # fmt: skip


def written() -> tuple[object, ...]:
    rows = list(YearEnd.objects.order_by("pk").values())
    return rows, PackagePart.objects.count(), Entry.objects.count(), StoredFile.objects.count()


def refused(act: Callable[[], object], *codes: str) -> None:
    before = written()
    with pytest.raises(Refused) as caught:
        act()
    assert [one.code for one in caught.value.refusals] == list(codes)
    assert written() == before


@pytest.mark.parametrize("act", ACTS)
def test_nobody_else(act: str) -> None:
    """Every other office of the committee, and the same office of a neighbour."""
    if act in BEFORE:
        cast.brought_to(BEFORE[act])
    strangers = {CUSTODIAN, SUPERVISOR, DIRECTOR, TOWNSHIP, "hn.ljw.clerk", "hn.ljw.deputy", "hn.lead",
                 "hn.hsm.custodian", "hn.hsm.supervisor", "hn.hsm.director", "hn.hs.officer"}  # fmt: skip
    for who in sorted(strangers - {BY[act]}):
        refused(lambda who=who: ACTS[act](who), "wrong_office")


@pytest.mark.parametrize("act", ACTS)
def test_twice(act: str) -> None:
    if act == "pack":
        cast.brought_to("year_packed")
    else:
        if act in BEFORE:
            cast.brought_to(BEFORE[act])
        ACTS[act](BY[act])
    refused(lambda: ACTS[act](BY[act]), "wrong_state")


@pytest.mark.clause("H3.2.3e")
def test_a_year_that_runs_is_not_closed_and_an_empty_one_neither() -> None:
    this = day_of(now()).year

    def prepare(year: int) -> Callable[[], object]:
        return lambda: actions.prepare(
            organization_id=LIJIAWAN, year=year, filing=FILING, actor=officer(CUSTODIAN), at=now()
        )

    refused(prepare(this), "year_not_over", "year_without_lines")
    refused(prepare(this - 2), "year_without_lines")


@pytest.mark.clause("O2.3a")
def test_months_come_before_the_year() -> None:
    cast.prepared()
    refused(cast.signed, "year_months_unsigned")
    cast.months_signed()
    assert cast.signed().state == "year_signed"


def test_a_line_that_came_in_between_is_seen() -> None:
    cast.months_signed()
    cast.prepared()
    late_line()
    refused(cast.signed, "year_counted_anew")
    given_back()
    assert cast.prepared().lines == sum(book.lines for book in year_books(LIJIAWAN, cast.last()))
    cast.signed()
    late_line()
    refused(cast.closed, "year_counted_anew")


def late_line() -> None:
    """Somebody writes in last year's journal, as an act begun in its last second would."""
    said = dict.fromkeys(("number", "how", "recipient", "signed_by"), "某")
    kind = "certificate.delivered"
    columns = {key: said.get(key, "某") for key, _ in kind_of(kind).columns}
    first = year_books(LIJIAWAN, cast.last())[0]
    line = registers.line(owner=LIJIAWAN, book="certificates", year=cast.last(), no=first.last_no)
    assert line is not None
    actor = officer("hn.ljw.clerk")
    with transaction.atomic():
        write(
            kind=kind, owner=LIJIAWAN, county_code=cast.COUNTY, subject=line.subject,
            happened_at=line.happened_at, columns=columns, personal=dict.fromkeys(
                (key for key, _ in kind_of(kind).personal), ""
            ),
            signature=Signature(actor.person_id, actor.name, "handler", actor.session_id),
        )  # fmt: skip


@pytest.mark.clause("H3.2.3e")
def test_a_closed_year_takes_no_more_lines() -> None:
    cast.brought_to("year_closed_now")
    refused(late_line, "year_closed")
    for book in ("certificates", "journal", "notices", "seals"):  # one that has no lines does not begin
        with pytest.raises(Refused) as caught, transaction.atomic():
            hold(owner=LIJIAWAN, book=book, year=cast.last())
        assert [one.code for one in caught.value.refusals] == ["year_closed"]
    with transaction.atomic():
        assert hold(owner=LIJIAWAN, book="journal", year=cast.last() + 1).next_no >= 1


def test_the_line_of_closing_names_every_book_and_its_heads() -> None:
    row = cast.brought_to("year_closed_now")
    said = {line.kind: line for line in registers.lines_of(row.pk)}
    closing = said["year_end.closed"]
    assert (closing.book, closing.year, closing.office) == ("archives", cast.last() + 1, "director")
    assert closing.columns["heads"] == row.heads and closing.columns["lines"] == "180"
    assert closing.columns["books"] == ("为村（居）民出具证明事项登记簿第1号至第120号；办理流水第1号至第60号")


def test_parts_are_made_one_by_one_and_stay() -> None:
    cast.brought_to("year_closed_now")
    publish_checkpoint(at=now())
    seen = []
    while True:
        done = actions.make_parts(
            organization_id=LIJIAWAN, year=cast.last(), actor=officer(CUSTODIAN), at=now(), seconds=0
        )
        seen.append(done.done)
        if done.whole:
            break
        refused(cast.packed, "package_unfinished")
    assert seen == list(range(1, done.of + 1))
    before = PackagePart.objects.count()
    cast.made()
    assert PackagePart.objects.count() == before


def test_packing_waits_for_a_checkpoint() -> None:
    cast.brought_to("year_closed_now")
    cast.made()
    refused(cast.packed, "books_without_checkpoint")
    publish_checkpoint(at=now())
    assert cast.packed().state == "year_packed"


def test_taking_away_is_a_line_and_only_for_some() -> None:
    def take(who: str) -> Callable[[], object]:
        return lambda: actions.download(
            organization_id=LIJIAWAN, year=cast.last(), actor=officer(who), at=now()
        )

    cast.brought_to("year_closed_now")
    refused(take(CUSTODIAN), "package_not_made")
    publish_checkpoint(at=now())
    cast.made()
    row = cast.packed()
    for who in (CUSTODIAN, DIRECTOR, TOWNSHIP):
        take(who)()
    for who in (SUPERVISOR, "hn.ljw.clerk", "hn.ljw.deputy", "hn.lead", "hn.hs.officer", "hn.hsm.director"):
        refused(take(who), "wrong_office")
    lines = [line for line in registers.lines_of(row.pk) if line.kind == "archive.downloaded"]
    assert [line.office for line in lines] == ["custodian", "director", "township"]
    assert all(line.columns["digest"] == row.manifest.sha256 for line in lines)


def test_who_sees_a_year() -> None:
    row = cast.brought_to("year_prepared")
    for who in (CUSTODIAN, DIRECTOR, SUPERVISOR, "hn.ljw.clerk", "hn.ljw.deputy", TOWNSHIP, "hn.lead"):
        assert list(visible_to(officer(who))) == [row], who
    for who in ("hn.hsm.director", "hn.hsm.supervisor", "hn.hs.officer", "od.lead", "od.as.officer"):
        assert not visible_to(officer(who)).exists(), who


def test_what_stands_open_is_listed() -> None:
    case = cases.applied()
    page = year_page(LIJIAWAN, cast.last(), day_of(now()))
    assert page.carried == ()  # begun this year: none of last year's
    page = year_page(LIJIAWAN, cast.last() + 1, day_of(now()))
    (found,) = (one for one in page.carried if one.id == case)
    assert found.cells[1:] == ("居住证明", day_of(now()).isoformat(), "已申请")


def test_a_work_use_that_is_not_sealed_is_listed_too() -> None:
    open_, waiting = work_uses.asked(), work_uses.approved()
    work_uses.sealed()
    rows = [one for one in carried_over(LIJIAWAN, cast.last() + 1) if one.title == "2026年三社花名册"]
    assert [one.id for one in rows] == [open_.id, waiting.id]
    assert [one.standing for one in rows] == ["等签批用印", "签批了，等用印"]
    assert carried_over(LIJIAWAN, cast.last()) == ()


def test_notices_meetings_and_handovers_are_listed_until_they_are_over() -> None:
    """Beside each one that is over."""

    def listed() -> list[tuple[str, str]]:
        rows = carried_over(LIJIAWAN, cast.last() + 1)
        return [(one.title, one.standing) for one in rows if "〔" not in str(one.id)]

    notice, meeting = debates.post(uuid4()), debates.convene(uuid4())
    debates.confirmed()
    debates.passed()
    seal = Seal.objects.get(committee_id=LIJIAWAN, state="in_use")
    handover = open_handover(
        seal_id=seal.pk, reason=HandoverReason.CHANGE, changed_on=day_of(now()),
        actor=officer(DIRECTOR), at=now(),
    )  # fmt: skip
    assert listed() == [
        (f"公示：{notice.matter}", "公示中"),
        (f"开会表决：{meeting.matter}", "待开会"),
        (f"移交印章：{seal.name}", "移交中"),
    ]
    cancel_handover(handover_id=handover.pk, reason="不换了", actor=officer(DIRECTOR), at=now())
    assert len(listed()) == 2
    assert carried_over(LIJIAWAN, cast.last()) == ()


def test_a_letter_and_a_take_out_are_listed_until_they_are_answered_and_back() -> None:
    def listed() -> list[tuple[str, str]]:
        rows = carried_over(LIJIAWAN, cast.last() + 1)
        return [(one.title, one.standing) for one in rows if one.title.startswith(("告知函", "带出"))]

    seal = Seal.objects.get(committee_id=LIJIAWAN, state="in_use")
    trip = ask_take_out(
        seal_id=seal.pk, reason="集中登记", place="三社活动室", from_at=now(),
        until_at=now() + timedelta(hours=1),
        actor=officer("hn.ljw.clerk"), at=now(),
    )  # fmt: skip
    drafted()
    asked = [(f"带出印章：{seal.name}", "等批准带出"), ("告知函：中国农业银行会宁县支行", "等负责人签发")]
    assert listed() == asked
    withdraw_take_out(take_out_id=trip.pk, why="不去了", actor=officer("hn.ljw.clerk"), at=now())
    assert listed() == asked[1:]
    assert carried_over(LIJIAWAN, cast.last()) == ()


def test_filings_that_the_township_has_not_acknowledged_are_listed() -> None:
    def listed() -> list[tuple[str, ...]]:
        rows = carried_over(LIJIAWAN, cast.last() + 1)
        return [one.cells for one in rows if "备案：" in one.title]

    first, *others = listed()
    assert [one for one in (first, *others) if "张建平" in "".join(one)] == []  # no name of anybody
    assert first[0].startswith("印章台账〔") and first[3] == "等乡镇签收"
    row = filing_rows([LIJIAWAN], term_for("620422000000", now()), Part.OPEN, most=1)[0]
    return_filing(key=row.key, question="缺日期", actor=officer(TOWNSHIP), at=now())
    assert listed() == [(*first[:3], "退回补正"), *others]
    answer_filing(key=row.key, answer="补了", actor=officer(DIRECTOR), at=now())
    acknowledge_filing(key=row.key, actor=officer(TOWNSHIP), at=now())
    assert listed() == others
