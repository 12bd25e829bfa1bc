"""The roster of an election: read row by row; entered committee by committee, twice without harm."""

from datetime import date

import pytest

from tests.seals.cast import AT, HUISHIMEN, LIJIAWAN, TODAY, Cast, refused
from tests.seals.test_handover import begin, card, turning
from tests.seals.test_several_seals import special
from zhengyin.people.models import Appointment
from zhengyin.people.offices import Office
from zhengyin.seals import actions
from zhengyin.seals.actions.roster import KEPT_SINCE
from zhengyin.seals.models import Handover
from zhengyin.seals.queries.cards import cards_by_seal
from zhengyin.seals.roster import HEADINGS, CommitteeRoster, Post, as_data, day_in, from_data, roster_of

ELECTED_ON = date(2026, 11, 18)
CLERK = ("马秀兰", "620422198704100002")
SUPERVISOR = ("刘德福", "620422197407190000")
DEPUTY = ("王桂芳", "620422198011070007")


def row(post: str, who: tuple[str, str], day: str = "2026-11-18", village: str = "李家湾村") -> list[str]:
    return [village, post, *who, "", day, "2026年换届选举结果" if day else ""]


def read(*rows: list[str]) -> CommitteeRoster:
    found = roster_of([list(HEADINGS), *rows])
    assert found.wrong == () and len(found.committees) == 1
    return found.committees[0]


def whole() -> CommitteeRoster:
    return read(row("主任", DEPUTY), row("监督委员会成员", SUPERVISOR), row("印章保管人", CLERK, ""))


def enter(cast: Cast, roster: CommitteeRoster, by: str = "pt_officer") -> tuple[str, ...]:
    return actions.enter_roster(committee_id=LIJIAWAN, roster=roster, actor=cast.actor(by), at=AT)


def holder(office: Office) -> Appointment:
    return Appointment.objects.get(organization_id=LIJIAWAN, office=office, valid_until=None)


@pytest.mark.parametrize(
    "rows, words",
    [
        ([], "表格是空的"),
        ([["村名", "姓名"]], "第一行缺这几列"),
        ([list(HEADINGS)], "只有列名"),
    ],
)
def test_a_file_that_is_no_roster(rows: list[list[str]], words: str) -> None:
    assert words in roster_of(rows).wrong[0]


@pytest.mark.parametrize(
    "wrong_row, words",
    [
        (row("村长", CLERK), "第2行：职务只能写"),
        (row("主任", ("", CLERK[1])), "第2行：没有写姓名"),
        (row("主任", (CLERK[0], "")), "第2行：没有写身份证号码"),
        (row("主任", CLERK, "去年"), "第2行：选举日期写成"),
        (row("主任", CLERK, ""), "第2行：选举日期和选举结果都要写"),
        (row("主任", CLERK, village=""), "没有写是哪个村"),
        (row("主任", (CLERK[0], "620422198704100003")), "第2行：身份证号码的数字前后对不上"),
        (row("主任", (CLERK[0], "620422198704100000")), "格式改成“文本”"),  # a cell that is a number
        (row("主任", (CLERK[0], "6.20422E+17")), "格式改成“文本”"),
        (row("主任", (CLERK[0], "620422198704100000.0")), "格式改成“文本”"),
        (row("主任", (CLERK[0], "62042219870410")), "身份证号码是18位，现在是14位"),  # too short, no more
    ],
)
def test_what_is_wrong_with_a_row_is_said_with_its_number(wrong_row: list[str], words: str) -> None:
    assert words in read(wrong_row).wrong[0]


def test_one_director_a_village_and_rows_nobody_filled_in_are_passed_over() -> None:
    assert read(row("主任", CLERK), row("主任", DEPUTY)).wrong == (
        f"“主任”写了不止一个人：第2行{CLERK[0]}、第3行{DEPUTY[0]}。只能留一个。",
    )
    found = read(row("主任", CLERK), row("监督委员会成员", ("", "")))
    assert found.wrong == () and len(found.entries) == 1
    columns = list(reversed(HEADINGS))
    turned = roster_of([columns, list(reversed(row("主任", CLERK)))]).committees[0]
    assert turned.of(Post.DIRECTOR)[0].name == CLERK[0]


@pytest.mark.parametrize(
    "words", ["2026-11-18", "2026/11/18", "2026.11.18", "2026年11月18日", "46344", " 2026-11-18"]
)
def test_a_day_as_offices_write_it(words: str) -> None:
    assert day_in(words.strip()) == ELECTED_ON


@pytest.mark.parametrize("words", ["", "18", "2026-13-01", "2026-02-30", "99999999", "一月"])
def test_what_is_no_day(words: str) -> None:
    assert day_in(words) is None


def test_it_travels_and_comes_back() -> None:
    assert from_data(eval_json(as_data(whole()))) == whole()


def eval_json(data: dict[str, object]) -> dict[str, object]:
    import json

    back: dict[str, object] = json.loads(json.dumps(data, default=str))
    return back


@pytest.mark.clause("H3.2.4e")
def test_director_and_supervision_begin_and_the_seal_is_handed_over(cast: Cast) -> None:
    cast.kept()
    done = enter(cast, whole())
    assert done == (
        "原主任李国栋离任", "登记主任王桂芳", "登记监督委员会成员刘德福",
        "开始移交印章", "拟由马秀兰接交印章",
    )  # fmt: skip
    assert holder(Office.DIRECTOR).person.name == "王桂芳"
    assert holder(Office.DIRECTOR).elected_on == ELECTED_ON
    period = turning()
    assert (period.since, period.successor, period.keeper) == (ELECTED_ON, "马秀兰", "张建平")


def test_entered_twice_it_changes_nothing(cast: Cast) -> None:
    cast.kept()
    enter(cast, whole())
    before = (Appointment.objects.count(), Handover.objects.count())
    assert enter(cast, whole()) == ()
    assert (Appointment.objects.count(), Handover.objects.count()) == before


def test_all_reasons_at_once_and_nothing_is_written(cast: Cast) -> None:
    """The custodian elected director cannot approve while the seal is his; another's number beside it."""
    cast.kept()
    roster = read(row("主任", ("张建平", "620422199409130000")), row("监督委员会成员", ("钱多", CLERK[1])))
    with refused("approver_may_not_keep", "identity_belongs_to_another_name"):
        enter(cast, roster)
    assert holder(Office.DIRECTOR).person.name == "李国栋"


def test_a_custodian_who_stays_is_named_by_nobody(cast: Cast) -> None:
    cast.kept()
    done = enter(cast, read(row("主任", DEPUTY), row("印章保管人", ("张建平", "620422199409130000"), "")))
    assert done == ("原主任李国栋离任", "登记主任王桂芳", "开始移交印章") and turning().successor == ""


def test_without_a_seal_nothing_is_handed_over(cast: Cast) -> None:
    done = enter(cast, whole())
    assert done[:2] == ("原主任李国栋离任", "登记主任王桂芳")
    assert "还没有启用的印章，不用移交" in done[-1]  # the custodian of the list is not passed over
    assert sum("印章" in words for words in done) == 1


def test_a_seal_that_nobody_keeps_is_not_handed_over(cast: Cast) -> None:
    cast.issued()
    done = enter(cast, whole())
    assert "印章还没有人保管，不用移交" in done[-1] and sum("印章" in words for words in done) == 1


def test_a_custodian_given_after_the_election_hands_nothing_over(cast: Cast) -> None:
    cast.kept()
    early = read(row("主任", DEPUTY, "2026-03-01"))
    assert enter(cast, early) == ("原主任李国栋离任", "登记主任王桂芳", KEPT_SINCE)
    assert card().handover is None


LONG_AGO = "2026-11-01"


@pytest.mark.clause("H3.2.4e")
@pytest.mark.parametrize("opened_before", [False, True])
def test_the_ten_days_run_from_the_election_not_from_its_entry(cast: Cast, opened_before: bool) -> None:
    """Also where another change had begun a handover already, which is counted from a later day."""
    seal = cast.kept().seal
    if opened_before:
        begin(cast, seal)
    enter(cast, read(row("主任", DEPUTY, LONG_AGO), row("印章保管人", CLERK, "")))
    period = turning()
    assert (period.since, period.due_on, period.over) == (date(2026, 11, 1), date(2026, 11, 11), True)
    assert card().handed_over_too_late


@pytest.mark.clause("H3.2.4e")
def test_so_does_that_of_a_special_seal_somebody_else_keeps(cast: Cast) -> None:
    """Nobody opened it: it began by itself."""
    official, archives = cast.kept(), special(cast, "ljw_clerk")
    enter(cast, read(row("主任", DEPUTY, LONG_AGO)))
    shown = cards_by_seal([official.seal, archives.seal], TODAY)
    periods = [one.handover for one in shown.values()]
    assert [one.since for one in periods if one] == [date(2026, 11, 1)] * 2
    assert periods[1] is not None and periods[1].id is None


@pytest.mark.parametrize("by", ["hs_officer", "ljw_secretary", "hn_lead"])
def test_another_township_enters_nothing(cast: Cast, by: str) -> None:
    cast.kept()
    with pytest.raises(Exception, match="not_yours"):
        enter(cast, whole(), by)
    assert not Handover.objects.filter(committee_id__in=(LIJIAWAN, HUISHIMEN)).exists()


def test_a_day_is_needed(cast: Cast) -> None:
    cast.kept()
    with refused("roster_day_missing"):
        enter(cast, read(row("印章保管人", CLERK, "")))
