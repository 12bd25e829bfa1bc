"""Reading by 调阅函: exactly the scope, masked, every opening a line; everything else is not found."""

from datetime import date, datetime
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse

from tests.documents.reading import pages_of
from tests.supervision.conftest import past, past_database
from tests.supervision.letters import days, record
from tests.supervision.past import months
from tests.web.committee.test_register import enter
from tests.web.desk import GACHA, LIJIAWAN, Officer
from tests.web.deskcast import AUDIT, OTOG, PINGTOUCHUAN
from tests.web.walking import Walk, huining
from tests.workuse import cast as stamped
from tests.world import World
from zhengyin.regions.names import organization_id
from zhengyin.registers import queries as registers
from zhengyin.registers.lines import BOOKS
from zhengyin.registers.queries import now
from zhengyin.shared.days import SHANGHAI, day_of
from zhengyin.supervision.models import AccessLetter, Look

__all__ = ["past", "past_database"]
OTHER = organization_id("committee:620422115201")


def auditor(world: World, name: str = "hn.auditor") -> Officer:
    return Officer(world, name, AUDIT)


def open_by(who: Officer, letter: AccessLetter, status: int = 302, **said: object) -> HttpResponse:
    usual = {"committee": LIJIAWAN, "book": "certificates", "sight": "register"}
    return who.post("auditor-open", letter.pk, status=status, **{**usual, **said})


def opened(who: Officer, letter: AccessLetter, **said: object) -> str:
    """The address of what was opened."""
    return str(open_by(who, letter, **said).headers["Location"])


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks).sealed()


def test_without_a_letter_the_desk_says_whom_to_ask(desks: World) -> None:
    who = auditor(desks)
    assert who.client.get("/desk").headers["Location"] == who.url("auditor-letters")
    assert "现在没有有效的调阅函" in who.get("auditor-letters").text


def test_a_register_is_opened_read_masked_and_written_down(walk: Walk) -> None:
    letter, who = record(), auditor(walk.world)
    page = who.get("auditor-letters")
    named = page.find("dt", string="看哪几本").find_next("dd").text
    assert named == "、".join(BOOKS[book] for book in letter.books)
    assert "县纪委监委（示例）" in page.text and "李家湾" in page.select_one("select[name=committee]").text
    address = opened(who, letter)
    page = who.client.get(address).content.decode()
    assert "马*" in page and "138****0117" in page and "调阅　〔2026〕12号" in page
    assert "马桂花" not in page and "13800000117" not in page
    look = Look.objects.get()
    (line,) = registers.lines_of(look.pk)
    assert (line.owner, line.book, line.kind, line.office) == (
        LIJIAWAN,
        "journal",
        "register.looked",
        "auditor",
    )
    opened(who, letter)
    assert Look.objects.count() == 1  # the same opening, in the same session


def test_a_case_shows_its_lines_and_no_name(walk: Walk) -> None:
    letter, who = record(), auditor(walk.world)
    page = who.client.get(opened(who, letter, sight="case", case=walk.case)).content.decode()
    for words in ("申请", "受理", "核实完毕", "签批", "用印", "凭调阅函查看"):
        assert words in page
    for personal in ("马桂花", "13800000117", "62042219680512002X", "三社12号"):
        assert personal not in page
    assert "看文件" not in page
    assert "凭调阅函查看" in walk.handler.get("handler-case", walk.case).text  # its own people see who looked


def test_the_paper_only_where_the_letter_says_so(walk: Walk) -> None:
    without, who = record(), auditor(walk.world)
    open_by(who, without, status=404, sight="paper", case=walk.case)
    page = who.client.get(opened(who, record(number="2", papers=True), sight="paper", case=walk.case))
    text = page.content.decode()
    assert "居住" in text and "62042219680512002X" not in text and "access-mark" in text
    assert page.headers["Cache-Control"] == "no-store"


def test_prints_carry_the_letters_number_on_every_page(past: World) -> None:
    older, _ = months(now())
    letter = record(scope_from=older.first, scope_until=older.next.first)
    who = auditor(past)
    address = opened(who, letter, sight="print")
    page = who.client.get(address).content.decode()
    assert "第1本" in page and "第1号至第60号" in page
    printed = pages_of(who.client.get(f"{address}/volume.pdf?year={older.year}&part=1").content)
    assert len(printed) > 1 and all("调阅〔2026〕12号" in one for one in printed)
    for query in ("", "?year=2020&part=1", f"?year={older.year}&part=2", f"?year={older.year}&part=0"):
        assert who.client.get(f"{address}/volume.pdf{query}").status_code == 404


def test_a_print_has_the_same_lines_as_the_screen_over_new_year(desks: World) -> None:
    """Stamped in a year's last days, entered in the next one's book: in it by the letter's days alone."""
    year, who, walk = day_of(now()).year, auditor(desks), huining(desks)
    enter(walk, 1, stamped_at=datetime(year - 1, 12, 29, 15, tzinfo=SHANGHAI), matter="先盖的")
    enter(walk, 1, stamped_at=datetime(year - 1, 12, 31, 15, tzinfo=SHANGHAI), matter="年底盖的")
    enter(walk, 1, matter="今年盖的")
    for number, begins, expected in (
        ("1", date(year, 1, 1), {"今年盖的"}), ("2", date(year - 1, 12, 30), {"今年盖的", "年底盖的"}),
    ):  # fmt: skip
        letter = record(number=number, scope_from=begins)
        screen = who.client.get(opened(who, letter)).content.decode()
        print_of = f"{opened(who, letter, sight='print')}/volume.pdf?year={year}&part=1"
        printed = "".join(pages_of(who.client.get(print_of).content))
        for text in (screen, printed):
            assert {one for one in ("先盖的", "年底盖的", "今年盖的") if one in text} == expected


def test_the_book_shows_how_many_impressions(walk: Walk) -> None:
    who = auditor(walk.world)
    page = BeautifulSoup(who.client.get(opened(who, record())).content, "lxml")
    titles = [one.text for one in page.select(".book th")]
    assert page.select(".book tbody tr td")[titles.index("枚数")].text == "2"


def test_only_the_letters_days_are_shown(past: World) -> None:
    older, _ = months(now())
    who = auditor(past)
    letter = record(scope_from=older.first, scope_until=older.next.first)
    seen, query = [], ""
    address = opened(who, letter)
    while True:
        page = BeautifulSoup(who.client.get(address + query).content, "lxml")
        seen += [row.td.text for row in page.select("tbody tr")]
        further = page.select_one("a[rel=next]")
        if further is None:
            break
        query = str(further["href"])
    assert [one.split("号")[0] for one in seen] == [str(no) for no in range(len(seen), 0, -1)]
    assert 55 < len(seen) < 65
    assert who.client.get(opened(who, record(number="2", scope_until=older.first))).status_code == 200


@pytest.mark.parametrize("said", [
    {"committee": GACHA}, {"committee": OTHER}, {"committee": uuid4()}, {"committee": "x"},
    {"book": "notices"},
    {"book": "journal"}, {"book": ""}, {"sight": "all"}, {"sight": ""}, {"sight": "case"},
    {"sight": "case", "case": "x"}, {"sight": "case", "case": uuid4()},
])  # fmt: skip
def test_beside_the_scope_nothing_is_found_or_written(walk: Walk, said: dict[str, object]) -> None:
    letter = record()
    open_by(auditor(walk.world), letter, status=404, **said)
    assert not Look.objects.exists()


@pytest.mark.parametrize("change", [
    {"valid_from": 1, "valid_until": 3}, {"scope_from": -60, "scope_until": 0},
])  # fmt: skip
def test_another_day_and_another_period_are_not_found(walk: Walk, change: dict[str, int]) -> None:
    letter = record(**{name: days(count) for name, count in change.items()})
    open_by(auditor(walk.world), letter, status=404, sight="case", case=walk.case)
    assert not Look.objects.exists()


def test_a_letter_of_others_is_not_found(walk: Walk) -> None:
    letter, who = record(), auditor(walk.world)
    address = opened(who, letter)
    neighbour = Officer(walk.world, "od.auditor", organization_id("audit:150623000000"))
    open_by(neighbour, letter, status=404)
    assert "现在没有有效的调阅函" in neighbour.get("auditor-letters").text
    mate = auditor(walk.world, "hn.auditor2")
    assert mate.client.get(address).status_code == 404  # opened by the other; everybody opens for himself
    assert mate.client.get(opened(mate, letter)).status_code == 200


def test_what_was_opened_ends_with_the_session(walk: Walk) -> None:
    letter, who = record(), auditor(walk.world)
    address = opened(who, letter)
    assert who.client.get(address).status_code == 200
    assert auditor(walk.world).client.get(address).status_code == 404  # the same person, another session


@pytest.mark.parametrize("name, seat", [
    ("hn.lead", AUDIT), ("hn.ljw.director", LIJIAWAN), ("hn.pt.officer", PINGTOUCHUAN), ("hn.audit", AUDIT),
    ("od.lead", OTOG),
])  # fmt: skip
def test_the_desk_is_the_auditors_alone(walk: Walk, name: str, seat: UUID) -> None:
    letter, who = record(), Officer(walk.world, name, seat)
    who.at = AUDIT
    who.get("auditor-letters", status=403)
    open_by(who, letter, status=403)
    assert not Look.objects.exists()


def test_an_auditor_reads_nothing_by_the_office_alone(walk: Walk) -> None:
    who = auditor(walk.world)
    for page in ("committee-register", "supervision-months", "oversight-registers", "oversight-figures"):
        who.at = LIJIAWAN
        who.get(page, status=403)
        who.at = AUDIT
        who.get(page, status=403)


BOTH = frozenset({"work", "introductions"})


def test_the_work_register_is_opened_read_masked_and_written_down(desks: World) -> None:
    stamped.sealed(stamped.request(concerned="马桂花"))
    letter, who = record(books=BOTH), auditor(desks)
    page = who.client.get(opened(who, letter, book="work")).content.decode()
    assert "2026年三社花名册" in page and "马*" in page and "调阅　〔2026〕12号" in page
    assert "马桂花" not in page and "打印" in page
    (line,) = registers.lines_of(Look.objects.get().pk)
    assert (line.owner, line.columns["what"]) == (LIJIAWAN, "工作用印登记簿：登记簿")


def test_the_book_of_introductions_is_opened_and_read_masked(desks: World) -> None:
    stamped.sealed(stamped.introduction())
    letter, who = record(books=BOTH), auditor(desks)
    page = who.client.get(opened(who, letter, book="introductions")).content.decode()
    assert "会宁县农业农村局" in page and "李*" in page and "李秀英" not in page


@pytest.mark.parametrize("book", sorted(BOTH))
def test_a_work_use_shows_its_lines_and_no_name_and_no_file(desks: World, book: str) -> None:
    use = stamped.sealed(stamped.introduction())
    letter, who = record(books=BOTH, papers=True), auditor(desks)
    page = who.client.get(opened(who, letter, book=book, sight="case", case=use.pk)).content.decode()
    for words in ("申请工作用印", "签批用印", "领取防疫物资", "凭调阅函查看"):
        assert words in page
    assert "李秀英" not in page and "看文件" not in page
    open_by(who, letter, status=404, book=book, sight="paper", case=use.pk)


def test_prints_of_the_work_register_carry_the_letters_number(desks: World) -> None:
    stamped.sealed(stamped.request(concerned="马桂花"))
    stamped.sealed(stamped.introduction())
    who, year = auditor(desks), day_of(now()).year
    letter = record(books=BOTH)
    for book, own, other in (
        ("work", "2026年三社花名册", "介绍到哪里"),
        ("introductions", "会宁县农业", "花名册"),
    ):
        address = opened(who, letter, book=book, sight="print")
        printed = "".join(pages_of(who.client.get(f"{address}/volume.pdf?year={year}&part=1").content))
        assert own in printed and other not in printed and "调阅〔2026〕12号" in printed
        assert "马桂花" not in printed and "李秀英" not in printed


def test_a_letter_for_the_notices_prints_no_other_book(walk: Walk) -> None:
    """It printed the register of certificates once."""
    letter, who = record(books=frozenset({"notices"})), auditor(walk.world)
    open_by(who, letter, status=404, book="notices", sight="print")
    open_by(who, letter, status=404, book="certificates", sight="print")
    address = opened(who, letter, book="notices")
    assert "打印" not in BeautifulSoup(who.client.get(address).content, "lxml").select_one("main").text
    assert who.client.get(f"{address}/volume.pdf?year={day_of(now()).year}&part=1").status_code == 404


@pytest.mark.parametrize("said", [
    {"book": "certificates"}, {"book": "notices"}, {"book": "seals"}, {"committee": GACHA},
    {"sight": "case", "case": uuid4()}, {"sight": "paper"},
])  # fmt: skip
def test_a_letter_for_the_work_register_opens_nothing_beside_it(
    desks: World, said: dict[str, object]
) -> None:
    stamped.sealed()
    open_by(auditor(desks), record(books=frozenset({"work"})), status=404, **{"book": "work", **said})
    assert not Look.objects.exists()


def test_a_work_use_of_another_village_or_book_is_not_found(desks: World) -> None:
    own, other = stamped.sealed(), stamped.sealed(village="od.hrgt")
    letter, who = record(books=BOTH), auditor(desks)
    open_by(who, letter, status=404, book="work", sight="case", case=other.pk)
    open_by(who, letter, status=404, book="introductions", sight="case", case=own.pk)  # no letter
    opened(who, letter, book="work", sight="case", case=own.pk)


def test_a_work_use_outside_the_letters_days_is_not_found(desks: World) -> None:
    use, who = stamped.sealed(), auditor(desks)
    letter = record(books=BOTH, scope_from=days(-60), scope_until=days(0))
    open_by(who, letter, status=404, book="work", sight="case", case=use.pk)
    assert "2026年三社花名册" not in who.client.get(opened(who, letter, book="work")).content.decode()
