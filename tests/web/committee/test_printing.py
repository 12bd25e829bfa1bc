"""After the seal exactly the approved copies: a further print is an act with its reason."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.web.desk import Officer
from tests.web.walking import Walk, huining, ordos
from tests.world import World
from zhengyin.ledger.models import Entry
from zhengyin.registers.queries import lines_of

AGAIN = {"reason": "spoiled", "copies": "1", "spoiled": "1"}


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks).sealed()


def kinds(case: UUID) -> list[str]:
    return [line.kind for line in lines_of(case) if "printed" in line.kind]


@pytest.mark.clause("H3.2.4d")
def test_the_approved_copies_are_printed_once(walk: Walk) -> None:
    custodian = walk.custodian
    answer = custodian.client.get(custodian.url("committee-paper", walk.case))
    assert answer.headers["Location"] == custodian.url("committee-printing", walk.case)
    going = custodian.post("committee-print", walk.case).headers["Location"]
    assert custodian.client.get(going).content.startswith(b"%PDF-")
    line = lines_of(walk.case)[-1]
    assert (line.kind, line.columns["copies"], line.person_name) == (
        "certificate.printed", "2", custodian_name(walk),
    )  # fmt: skip
    assert "打印过了" in custodian.get("custodian-receipt", walk.case).text


def custodian_name(walk: Walk) -> str:
    return next(line.person_name for line in lines_of(walk.case) if line.kind == "certificate.sealed")


def test_a_double_click_prints_once(walk: Walk) -> None:
    first = walk.custodian.post("committee-print", walk.case)
    again = walk.custodian.post("committee-print", walk.case)
    assert first.headers["Location"] == again.headers["Location"]
    assert kinds(walk.case) == ["certificate.printed"]


def test_the_other_desk_is_told_that_it_was_printed(walk: Walk) -> None:
    walk.custodian.post("committee-print", walk.case)
    before = Entry.objects.count()
    page = walk.handler.post("committee-print", walk.case, status=409).content.decode()
    assert "签批的2份已经打过了" in page
    answer = walk.handler.client.get(walk.handler.url("committee-paper", walk.case))
    assert answer.status_code == 302
    assert Entry.objects.count() == before


def test_ten_minutes_later_the_file_is_shut(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    walk.custodian.post("committee-print", walk.case)
    done = lines_of(walk.case)[-1].happened_at
    address = walk.custodian.url("committee-paper", walk.case)
    monkeypatch.setattr("zhengyin.web.actors.registers.now", lambda: done + timedelta(minutes=10))
    assert walk.custodian.client.get(address).status_code == 200
    monkeypatch.setattr("zhengyin.web.actors.registers.now", lambda: done + timedelta(minutes=10, seconds=1))
    assert walk.custodian.client.get(address).status_code == 302


@pytest.mark.clause("H3.2.4d", "H3.2.3a")
def test_a_spoiled_sheet_is_struck_counted_and_stands_in_the_remarks(walk: Walk) -> None:
    walk.custodian.post("committee-print", walk.case)
    going = walk.handler.post("committee-reprint", walk.case, **AGAIN).headers["Location"]
    assert walk.handler.client.get(going).content.startswith(b"%PDF-")
    line = lines_of(walk.case)[-1]
    assert (line.columns["copies"], line.columns["reason"], line.columns["spoiled"]) == ("1", "打坏了", "1")
    assert "再打1份（打坏了，作废1张）" in walk.director.get("committee-register").text
    assert "打坏了，作废1张" in walk.handler.get("committee-printing", walk.case).text


@pytest.mark.parametrize(
    "changed, status, words",
    [
        ({"spoiled": "0"}, 409, "请写打坏了几张"),
        ({"copies": "3"}, 409, "再打的份数，1份到2份"),
        ({"copies": "0"}, 422, "份数至少1份"),
        ({"reason": ""}, 422, "为什么再打（还没有选）"),
        ({"reason": "lost"}, 422, "为什么再打"),
        ({"spoiled": "x"}, 422, "张数要填数字"),
    ],
)
def test_without_reason_and_count_nothing_is_printed_again(
    walk: Walk, changed: dict[str, str], status: int, words: str
) -> None:
    walk.custodian.post("committee-print", walk.case)
    before = Entry.objects.count()
    page = walk.custodian.post("committee-reprint", walk.case, status=status, **AGAIN | changed)
    assert words in page.content.decode()
    assert Entry.objects.count() == before


def test_what_did_not_come_out_spoils_no_sheet(walk: Walk) -> None:
    walk.custodian.post("committee-print", walk.case)
    walk.custodian.post("committee-reprint", walk.case, reason="not_out", copies="2", spoiled="0")
    assert kinds(walk.case) == ["certificate.printed", "certificate.reprinted"]


def test_a_second_click_is_no_second_printing_a_second_spoiled_sheet_is(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk.custodian.post("committee-print", walk.case)
    for _ in range(2):
        walk.custodian.post("committee-reprint", walk.case, **AGAIN)
    assert kinds(walk.case) == ["certificate.printed", "certificate.reprinted"]
    walk.custodian.post("committee-reprint", walk.case, **AGAIN | {"spoiled": "2"})
    walk.custodian.post("committee-reprint", walk.case, **AGAIN)
    assert len(kinds(walk.case)) == 4
    monkeypatch.setattr("zhengyin.certificates.queries.printing.SAME_CLICK", timedelta())  # it is over
    walk.custodian.post("committee-reprint", walk.case, **AGAIN)
    assert len(kinds(walk.case)) == 5


def test_nothing_is_printed_again_before_the_first_time(walk: Walk) -> None:
    page = walk.custodian.post("committee-reprint", walk.case, status=409, **AGAIN)
    assert "还没有打过" in page.content.decode()


def test_what_was_handed_over_is_not_printed_any_more(walk: Walk) -> None:
    walk.custodian.post("committee-print", walk.case)
    walk.deliver()
    walk.custodian.post("committee-reprint", walk.case, status=409, **AGAIN)
    assert "不能再打印" in walk.custodian.get("committee-printing", walk.case).text


def test_who_prints_and_who_does_not(walk: Walk, desks: World) -> None:
    for username in ("hn.ljw.director", "hn.ljw.supervisor", "hn.ptc.clerk"):
        officer = Officer(desks, username, walk.at)
        officer.post("committee-print", walk.case, status=403)
        officer.post("committee-reprint", walk.case, status=403, **AGAIN)
        officer.get("committee-paper", walk.case, status=403)
        officer.get("committee-printing", walk.case, status=403)
    other = ordos(desks).custodian
    other.post("committee-print", walk.case, status=404)
    other.get("committee-printing", walk.case, status=404)
    assert kinds(walk.case) == []


def test_before_the_seal_there_is_nothing_to_print(desks: World) -> None:
    walk = huining(desks).approved()
    walk.custodian.post("committee-print", walk.case, status=404)
    walk.custodian.get("committee-printing", walk.case, status=404)
