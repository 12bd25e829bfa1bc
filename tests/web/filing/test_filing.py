"""备案 at the desks: what waits, acknowledged one by one or several at once, sent back and answered."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.certificates.cast import officer as acting
from tests.documents.reading import text_of as words_of
from tests.web.desk import LIJIAWAN, Officer, text_of
from tests.web.deskcast import HUISHI, PINGTOUCHUAN, director, lead, nothing_written, officer, queries_of
from tests.web.director_appointments.test_seal import card
from tests.world import World
from zhengyin.registers.queries import lines_of, now
from zhengyin.seals import actions
from zhengyin.seals.models import Filing
from zhengyin.web.filing.pages import spoken


def line_of(subject: UUID) -> tuple[UUID, str, int, int]:
    """Where the last line about a subject stands, as an address names it."""
    line = lines_of(subject)[-1]
    return line.owner, line.book, line.year, line.no


def entrusted() -> tuple[UUID, str, int, int]:
    return line_of(card().custody_id or card().id)


def ticked(*lines: tuple[UUID, str, int, int]) -> list[str]:
    return ["/".join(map(str, line)) for line in lines]


@pytest.mark.clause("O2.3a")
def test_what_the_demonstration_did_waits_for_its_townships(desks: World) -> None:
    page = officer(desks).get("filings")
    assert "委托保管印章" in page.text and "颁发印章" in page.text and "还有" in page.text
    assert "印章事项备案：等签收" in officer(desks).get("township-home").text
    own = director(desks).get("filings")
    assert "委托保管印章" in own.text and not own.select("input[name=filing]")


@pytest.mark.clause("O2.3a")
def test_several_are_acknowledged_at_once(desks: World) -> None:
    who, lines = officer(desks), (line_of(card().id), entrusted())
    who.post("filings-acknowledge", filing=ticked(*lines))
    assert {row.state for row in Filing.objects.all()} == {"filing_acknowledged"}
    done = who.get("filings", query=f"?part=done&village={LIJIAWAN}")
    assert len(done.select("tbody tr")) == 2
    again = who.post("filings-acknowledge", status=409, filing=ticked(lines[0]))
    assert "李家湾村" in text_of(again) and "已经走到别的步骤" in text_of(again)
    assert Filing.objects.count() == 2


def test_nothing_ticked_says_what_to_tick(desks: World) -> None:
    with nothing_written():
        answer = officer(desks).post("filings-acknowledge", status=409)
    assert "在要签收的每一行前面的方框里打钩" in text_of(answer) and "委托保管印章" in text_of(answer)


def test_boxes_may_say_anything(desks: World) -> None:
    wrong = ["", "x/y", f"{LIJIAWAN}/seals/2026/x", f"{LIJIAWAN}/seals/99999999999/1", "///"]
    with nothing_written():
        officer(desks).post("filings-acknowledge", filing=wrong[:1])
        answer = officer(desks).client.post(officer(desks).url("filings-acknowledge"), {"filing": wrong})
    assert answer.status_code in (302, 409)
    with nothing_written():  # another township's committee is passed over
        Officer(desks, "hn.hs.officer", HUISHI).post("filings-acknowledge", filing=ticked(entrusted()))


@pytest.mark.clause("O2.3a")
def test_sent_back_answered_acknowledged(desks: World) -> None:
    who, own, line = officer(desks), director(desks), entrusted()
    with nothing_written():
        empty = who.post("filing-return", *line, status=422, question="")
    assert "要补正什么还没有填" in text_of(empty)
    who.post("filing-return", *line, question="委托书缺日期")
    assert "1件退回来要补正" in own.get("director-list").text
    assert "委托书缺日期" in own.get("filing", *line).text
    with nothing_written():
        own.post("filing-answer", *line, status=422, answer="")
    own.post("filing-answer", *line, answer="已补上日期")
    assert "已补上日期" in who.get("filing", *line).text
    who.post("filing-acknowledge", *line)
    assert "已签收" in own.get("filing", *line).text
    with nothing_written():
        late = who.post("filing-return", *line, status=409, question="再补")
    assert "已经走到别的步骤" in text_of(late) and "再补" in late.content.decode()


@pytest.mark.clause("O2.3a")
def test_unacknowledged_it_shows_at_both_and_is_counted_in_the_county(desks: World) -> None:
    """An older line: the act is the same, only its day lies back."""
    at = now() - timedelta(days=20)
    actions.move_place(
        custody_id=card().custody_id or card().id, place="新保险柜", actor=acting("hn.ljw.director"), at=at
    )
    assert "1件过了期限乡镇还没有签收" in director(desks).get("committee-seal").text
    assert "其中1件过了10天" in officer(desks).get("township-home").text
    assert "其中1件过了10天" in lead(desks).get("county-home").text
    (row,) = officer(desks).get("filings", query="?part=overdue").select("tbody tr")
    assert "改变存放地点" in row.text and "超过" in row.text


@pytest.mark.parametrize("who, at", [("hn.hs.officer", HUISHI), ("hn.hsm.director", None)])
def test_a_neighbours_is_not_found(desks: World, who: str, at: UUID | None) -> None:
    from tests.web.keeping.test_take_outs import HUISHIMEN

    stranger = Officer(desks, who, at or HUISHIMEN)
    for page in ("filing", "filing-form"):
        stranger.get(page, *entrusted(), status=404)


def test_a_line_that_is_not_filed_is_not_found(desks: World) -> None:
    owner, book, year, _ = entrusted()
    for line in ((owner, book, year, 999), (owner, "certificates", year, 1), (owner, book, 1999, 1)):
        officer(desks).get("filing", *line, status=404)


@pytest.mark.clause("O2.3a")
def test_the_form_names_what_is_filed_and_who_acknowledged(desks: World) -> None:
    who, line = officer(desks), line_of(card().id)
    before = words_of(who.client.get(who.url("filing-form", *line)).content)
    assert "印章事项备案表" in before and f"印章台账〔{line[2]}〕{line[3]}号" in before and "印模" in before
    who.post("filing-acknowledge", *line)
    after = words_of(who.client.get(who.url("filing-form", *line)).content)
    assert who.client.get(who.url("filing", *line)).context["page"].filing.handled_by.name in after


@pytest.mark.parametrize("written, said", [
    ("2026-01-10", "2026年1月10日"),
    ("2026-01-10T08:05+08:00", "2026年1月10日 08:05"),
    ("2026-01-10号柜", "2026-01-10号柜"),
    ("", ""),
])  # fmt: skip
def test_days_of_the_book_are_said_as_people_say_them(written: str, said: str) -> None:
    assert spoken(written) == said


def test_many_ask_no_more_than_few(desks: World) -> None:
    who = officer(desks)
    few = queries_of(who, who.url("filings"))
    for number in range(6):
        actions.move_place(
            custody_id=card().custody_id or card().id, place=f"{number}号柜",
            actor=acting("hn.ljw.director"), at=now(),
        )  # fmt: skip
    assert queries_of(who, who.url("filings")) == few
    assert who.at == PINGTOUCHUAN
