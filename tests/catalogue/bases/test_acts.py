"""Recorded, listed for review, reviewed, off the list; past days answer as they stood."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.admission.cast import AT, BANNER, HUINING, TODAY
from tests.catalogue.bases.cast import (
    ADOPTION,
    CHANGED,
    CODES,
    DAY,
    OWN,
    basis,
    changed,
    codes,
    hours,
    reviewed,
    shown,
    waiting,
)
from tests.seals.cast import PACKS, Cast, last_line, refused
from zhengyin.catalogue.bases import actions
from zhengyin.catalogue.bases.kinds import BasisEvent, BasisStanding
from zhengyin.catalogue.bases.loading import load_bases
from zhengyin.catalogue.bases.models import BasisChange, BasisMistake, BasisReview
from zhengyin.catalogue.bases.queries import doubts, table_of, to_review
from zhengyin.catalogue.queries import lists_in
from zhengyin.ledger.models import Entry as Line
from zhengyin.shared.days import start_of

EVE = DAY - timedelta(days=1)
MIDNIGHT = start_of(DAY)


@pytest.mark.clause("H4.1c")
def test_what_rests_on_a_repealed_law_is_listed_until_it_is_reviewed(cast: Cast) -> None:
    change = changed(cast)
    assert last_line(change.pk).columns == {
        "basis": "中国公民收养子女登记办法", "number": "", "event": "废止", "takes_effect_on": "2026-11-24",
        "by": "《收养登记条例（示例）》（示例令第1号）", "articles": "全部",
    }  # fmt: skip
    assert waiting(EVE) == () and codes(waiting(DAY)) == list(CODES)
    assert waiting(DAY)[0].basis.stand.since == DAY
    with refused("basis_nothing_to_review"):  # a minute before midnight nothing is in doubt yet
        reviewed(cast, change, MIDNIGHT - timedelta(minutes=1))
    row = reviewed(cast, change, MIDNIGHT)
    line = last_line(row.pk)
    assert (line.kind, line.columns["code"], line.columns["rests_on"]) == (
        "basis.reviewed", CODES[0], "《收养登记条例（示例）》第九条",
    )  # fmt: skip
    assert line.personal == {"reason": "新条例第九条有同样的规定"}
    assert codes(waiting(DAY)) == [CODES[1]]
    reviewed(cast, change, MIDNIGHT, code=CODES[1])
    assert waiting(DAY) == ()
    assert len(to_review(lists_in(HUINING, DAY), DAY)) == 2  # what came of it stays to be read


@pytest.mark.clause("H4.1c")
def test_past_days_answer_as_they_stood(cast: Cast) -> None:
    late = replace(CHANGED, takes_effect_on=date(2026, 3, 1))  # the county hears of it in November
    change = changed(cast, late)
    yesterday = TODAY - timedelta(days=1)
    assert shown(yesterday).stand.standing is BasisStanding.IN_FORCE
    assert shown(TODAY).stand.standing is BasisStanding.REPEALED
    assert shown(TODAY).stand.since == date(2026, 3, 1)
    ended = start_of(DAY)
    actions.end_change(
        county_code=HUINING, change_id=change.pk, reason="看错了", actor=cast.actor("hn_lead"), at=ended
    )
    assert shown(EVE).stand.standing is BasisStanding.REPEALED  # as it was told that day
    assert shown(DAY).stand.standing is BasisStanding.IN_FORCE
    line = last_line(change.pk)
    assert (line.kind, line.columns["what"], line.personal) == (
        "basis.mistaken", "2026年3月1日起废止", {"reason": "看错了"},
    )  # fmt: skip
    again = changed(cast, late, at=ended)  # and the right one may follow
    assert again.pk != change.pk and shown(DAY).cause == again.pk


def test_a_second_change_is_reviewed_anew(cast: Cast) -> None:
    amended = changed(cast, replace(CHANGED, event=BasisEvent.AMENDED))
    reviewed(cast, amended, MIDNIGHT)
    assert codes(waiting(DAY)) == [CODES[1]]
    changed(cast, at=MIDNIGHT)
    assert codes(waiting(DAY)) == list(CODES)


def test_a_change_is_of_its_county_alone(cast: Cast) -> None:
    change = changed(cast)
    assert waiting(DAY, BANNER) == ()
    assert shown(DAY, BANNER).stand.standing is BasisStanding.IN_FORCE
    with pytest.raises(BasisChange.DoesNotExist):
        actions.end_change(
            county_code=BANNER, change_id=change.pk, reason="不是我们的", actor=cast.actor("od_lead"), at=AT
        )


@pytest.mark.parametrize("who", ["pt_officer", "od_lead", "ljw_clerk", "hn_system"])
def test_only_the_county_s_lead_body_records(cast: Cast, who: str) -> None:
    change = changed(cast)
    actor = cast.actor(who)
    with refused("wrong_office"):
        changed(cast, replace(CHANGED, by_title="另一份"), actor=actor)
    with refused("wrong_office"):
        reviewed(cast, change, MIDNIGHT, actor=actor)
    with refused("wrong_office"):
        actions.add_basis(county_code=HUINING, typed=OWN, actor=actor, at=AT)
    with refused("wrong_office"):
        actions.end_change(county_code=HUINING, change_id=change.pk, reason="错", actor=actor, at=AT)
    assert (BasisReview.objects.count(), BasisMistake.objects.count()) == (0, 0)


def test_twice_is_once_and_another_is_refused(cast: Cast) -> None:
    change = changed(cast)
    lines = Line.objects.count()
    assert changed(cast).pk == change.pk
    with refused("basis_over_already"):
        changed(cast, replace(CHANGED, by_title="另一份"))
    assert Line.objects.count() == lines
    row = reviewed(cast, change, MIDNIGHT)
    assert reviewed(cast, change, MIDNIGHT).pk == row.pk
    with refused("basis_reviewed_already"):
        reviewed(cast, change, MIDNIGHT, reason="另一个理由")
    ending = {"county_code": HUINING, "change_id": change.pk, "actor": cast.actor("hn_lead"), "at": AT}
    actions.end_change(reason="错", **ending)
    with refused("basis_record_ended"):
        actions.end_change(reason="又错", **ending)


def test_a_document_of_the_county_s_own(cast: Cast) -> None:
    actor = cast.actor("hn_lead")
    row = actions.add_basis(county_code=HUINING, typed=OWN, actor=actor, at=AT)
    assert actions.add_basis(county_code=HUINING, typed=OWN, actor=actor, at=AT).pk == row.pk
    assert shown(TODAY, key=row.key).stand.standing is BasisStanding.NOT_YET
    assert shown(DAY, key=row.key).stand.standing is BasisStanding.IN_FORCE
    assert row.key not in {one.row.key for one in table_of(BANNER, DAY)}
    with refused("basis_in_table"):
        actions.add_basis(county_code=HUINING, typed=replace(OWN, note="别的"), actor=actor, at=AT)
    with refused("basis_not_own"):
        actions.end_basis(county_code=HUINING, basis_id=basis().pk, reason="错", actor=actor, at=AT)
    actions.end_basis(county_code=HUINING, basis_id=row.pk, reason="录重了", actor=actor, at=hours(24))
    keys = {day: {one.row.key for one in table_of(HUINING, day)} for day in (TODAY, TODAY + timedelta(1))}
    assert row.key in keys[TODAY] and row.key not in keys[TODAY + timedelta(1)]
    with refused("basis_record_ended"):
        changed(cast, basis_id=row.pk, at=hours(24), typed=replace(CHANGED, takes_effect_on=DAY))
    actions.add_basis(county_code=HUINING, typed=OWN, actor=actor, at=hours(24))


def test_what_runs_out_by_its_own_last_day_is_listed_too(cast: Cast) -> None:
    own = replace(OWN, title="中国公民收养子女登记办法（试行）", valid_until=DAY)
    row = actions.add_basis(county_code=HUINING, typed=own, actor=cast.actor("hn_lead"), at=AT)
    after = DAY + timedelta(days=1)
    assert not shown(DAY, key=row.key).doubted
    assert (shown(after, key=row.key).doubted, shown(after, key=row.key).cause) == (True, row.pk)


def test_a_pack_s_table_loads_once_and_another_wording_is_another_edition(
    cast: Cast, tmp_path: object
) -> None:
    lines = Line.objects.count()
    assert load_bases(PACKS / "national", AT) == () and Line.objects.count() == lines
    text = (PACKS / "national" / "bases.yaml").read_text(encoding="utf-8")
    folder = tmp_path / "national"
    folder.mkdir()
    (folder / "bases.yaml").write_text(
        text.replace("文号、修订后的施行日期待核。", "施行日期待核。"), encoding="utf-8"
    )
    change = changed(cast)
    made = load_bases(folder, hours(24))
    assert [(one.key, one.no) for one in made] == [(ADOPTION, 2)]
    assert shown(TODAY).row.no == 1 and shown(TODAY + timedelta(1)).row.no == 2
    assert shown(DAY).cause == change.pk  # what was recorded of it stays
    assert Line.objects.count() == lines + 1 + 10  # the change; a line in the book of each county


@pytest.mark.clause("H4.1c")
def test_what_a_resident_is_told(cast: Cast) -> None:
    def told(day: date, *, codes: tuple[str, ...] = CODES[:1], text: str = "") -> tuple[str, ...]:
        return doubts(lists_in(HUINING, day), codes, text)

    change = changed(cast)
    said = (
        "《中国公民收养子女登记办法》自2026年11月24日起已废止（见《收养登记条例（示例）》（示例令第1号））。"
    )
    assert told(EVE) == ()
    assert told(DAY) == (f"{said}依据正在复核，这期间照常办理。",)
    assert told(DAY, codes=("PROH-01",)) == ()
    assert told(DAY, codes=(), text="按《中国公民收养子女登记办法》第五条") == told(DAY)
    reviewed(cast, change, MIDNIGHT)
    stays = "主管部门2026年11月24日复核过，保留这一项，现在的依据：《收养登记条例（示例）》第九条。"
    assert told(DAY) == (said + stays,)
    assert told(DAY, codes=CODES) == (f"{said}依据正在复核，这期间照常办理。",)  # the other is still open


def test_a_table_costs_two_statements(cast: Cast) -> None:
    changed(cast)
    lists = lists_in(HUINING, DAY)
    with CaptureQueriesContext(connection) as asked:
        table_of(HUINING, DAY)
    assert len(asked) == 2
    with CaptureQueriesContext(connection) as asked:
        to_review(lists, DAY)
    assert len(asked) == 3


def test_the_clock_of_the_record_is_china_s(cast: Cast) -> None:
    late = datetime(2026, 11, 20, 16, 30, tzinfo=AT.tzinfo)  # half past midnight of the 21st there
    change = changed(cast, replace(CHANGED, takes_effect_on=TODAY), at=late)
    assert change.counts_from == TODAY + timedelta(days=1)
