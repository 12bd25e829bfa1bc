"""The county records a letter of access; what does not fit is said at its field and kept."""

import pytest

from tests.certificates import cast
from tests.supervision.letters import days, look, person
from tests.web.desk import GACHA, LIJIAWAN, Officer, text_of
from tests.web.deskcast import HUINING, OTOG, PINGTOUCHUAN, lead, queries_of
from tests.world import World
from zhengyin.ledger.models import Entry
from zhengyin.regions.models import Committee
from zhengyin.supervision.kinds import Sight
from zhengyin.supervision.models import AccessLetter
from zhengyin.supervision.queries import letters


def typed(**change: object) -> dict[str, object]:
    usual: dict[str, object] = {
        "unit": "县审计局（示例）", "number": "会审调〔2026〕3号", "first": person("hn.auditor"),
        "second": person("hn.auditor2"), "books": ["certificates", "notices"], "committees": [LIJIAWAN],
        "scope_from": days(-300), "scope_last": days(0), "valid_from": days(0), "valid_last": days(30),
        **change,
    }  # fmt: skip
    return {name: value for name, value in usual.items() if value != ""}


def test_a_letter_is_recorded_with_the_last_days_people_say(desks: World) -> None:
    who = lead(desks)
    assert "还没有登记过" in who.get("county-letters").text
    who.post("county-record-letter", **typed(papers="on"))
    letter = AccessLetter.objects.get()
    assert (letter.scope_until, letter.valid_until) == (days(1), days(31))
    assert letter.committees == [LIJIAWAN] and letter.papers
    row = who.get("county-letters").select_one("tbody tr").text
    assert "会审调〔2026〕3号" in row and "任志刚、邓秀梅" in row and "有效" in row and "可以看文件" in row
    assert "为村（居）民出具证明事项登记簿、不予出具告知登记簿" in row and "工作用印登记簿" not in row


def test_a_whole_township_is_ticked_at_once(desks: World) -> None:
    lead(desks).post("county-record-letter", **typed(committees="", townships=[PINGTOUCHUAN]))
    own = Committee.objects.filter(township_id=PINGTOUCHUAN, issuer=True).values_list("pk", flat=True)
    assert set(AccessLetter.objects.get().committees) == set(own)


@pytest.mark.parametrize("change, said", [
    ({"number": ""}, "编号还没有填"), ({"unit": ""}, "哪个单位的调阅函还没有填"), ({"books": ""}, "哪几本"),
    ({"scope_from": "2026-02-30"}, "日期写成"), ({"number": "字" * 61}, "60"),
    ({"first": ""}, "调阅的人（还没有选）"),
])  # fmt: skip
def test_what_is_missing_is_said_at_its_field(desks: World, change: dict[str, object], said: str) -> None:
    before = Entry.objects.count()
    answer = lead(desks).post("county-record-letter", status=422, **typed(**change))
    assert said in text_of(answer)
    assert "县审计局（示例）" in answer.content.decode() or "unit" in change
    assert not AccessLetter.objects.exists() and Entry.objects.count() == before


def test_what_does_not_fit_is_refused_and_kept(desks: World) -> None:
    who = lead(desks)
    first = person("hn.auditor")
    for change, said in (
        ({"second": first}, "请选两个不同的人"), ({"committees": ""}, "请选调阅哪些村（社区）"),
        ({"committees": [GACHA]}, "请选调阅哪些村（社区）"), ({"scope_last": days(-301)}, "开始的日期要早于"),
        ({"valid_last": days(-1)}, "有效期要晚于今天"),
    ):  # fmt: skip
        answer = who.post("county-record-letter", status=409, **typed(**change))
        assert said in text_of(answer)
    assert not AccessLetter.objects.exists()
    kept = who.post("county-record-letter", status=409, **typed(second=first)).content.decode()
    assert f'value="{LIJIAWAN}" checked' in kept
    who.post("county-record-letter", **typed())
    assert "已经登记过" in text_of(who.post("county-record-letter", status=409, **typed()))


def test_nobody_outside_the_county_is_offered(desks: World) -> None:
    page = lead(desks).get("county-letter")
    offered = [option.text.split("（")[0] for option in page.select("select[name=first] option")]
    assert offered == ["请选", "任志刚", "邓秀梅"]
    lead(desks).post("county-record-letter", status=422, **typed(first=person("od.auditor")))
    other = Officer(desks, "od.lead", OTOG)
    lead(desks).post("county-record-letter", **typed())
    assert "还没有登记过" in other.get("county-letters").text


@pytest.mark.parametrize("name", ["hn.pt.officer", "hn.system", "hn.auditor", "od.lead"])
def test_only_the_lead_body_records(desks: World, name: str) -> None:
    stranger = Officer(desks, name, HUINING)
    stranger.get("county-letters", status=403)
    stranger.post("county-record-letter", status=403, **typed())
    assert not AccessLetter.objects.exists()


def test_many_letters_ask_no_more_than_few(desks: World) -> None:
    who = lead(desks)
    who.post("county-record-letter", **typed())
    few = queries_of(who, who.url("county-letters"))
    for number in range(3):
        who.post("county-record-letter", **typed(number=f"另{number}"))
    assert queries_of(who, who.url("county-letters")) == few


def test_a_letter_is_looked_at_and_ended_before_its_day(desks: World) -> None:
    who = lead(desks)
    who.post("county-record-letter", **typed())
    letter = AccessLetter.objects.get()
    look(letter, cast.officer("hn.auditor"))
    page = who.get("county-letter-shown", letter.pk)
    assert "任志刚、邓秀梅" in page.text and "李家湾村" in page.text and "有效" in page.text
    assert page.select_one("table").text.count("登记簿") == 1
    answer = who.post("county-end-letter", letter.pk, status=409, reason="")
    assert "请写明为什么提前结束" in text_of(answer)
    who.post("county-end-letter", letter.pk, reason="范围写宽了")
    page = who.get("county-letter-shown", letter.pk)
    assert "范围写宽了" in page.text and "提前结束了" in page.text and not page.select("form[data-once]")
    assert "提前结束了" in who.get("county-letters").text
    again = who.post("county-end-letter", letter.pk, status=409, reason="再结束一次")
    assert "已经提前结束了" in text_of(again)


def test_another_countys_letter_is_not_there(desks: World) -> None:
    lead(desks).post("county-record-letter", **typed())
    letter = AccessLetter.objects.get()
    other = Officer(desks, "od.lead", OTOG)
    other.get("county-letter-shown", letter.pk, status=404)
    other.post("county-end-letter", letter.pk, status=404, reason="看看")


def test_much_that_was_looked_at_asks_no_more_than_little(desks: World) -> None:
    who, auditor = lead(desks), cast.officer("hn.auditor")
    who.post("county-record-letter", **typed(papers="on"))
    letter = AccessLetter.objects.get()
    look(letter, auditor)
    few = queries_of(who, who.url("county-letter-shown", letter.pk))
    look(letter, auditor, Sight.PRINT)
    look(letter, auditor, book="notices")
    assert queries_of(who, who.url("county-letter-shown", letter.pk)) == few


def test_the_letters_that_can_still_be_ended_come_first_and_every_letter_is_on_a_page(
    desks: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "PAGE", 2)
    who = lead(desks)
    for number in ("第一", "第二"):
        who.post("county-record-letter", **typed(number=number))
    assert not who.get("county-letters").select("nav [rel=next]")  # two are one page
    for number in ("第三", "第四", "第五"):
        who.post("county-record-letter", **typed(number=number))
    for number in ("第四", "第五"):
        ended = AccessLetter.objects.get(number=number)
        who.post("county-end-letter", ended.pk, reason="范围写宽了")
    seen, query = [], ""
    while True:
        page = who.get("county-letters", query=query)
        seen.append([row.td.text for row in page.select("tbody tr")])
        further = page.select_one("a[rel=next]")
        if further is None:
            break
        query = str(further["href"])
    assert seen == [["第三", "第二"], ["第一", "第五"], ["第四"]]


def test_an_act_is_an_address_of_its_own_and_a_look_at_it_leads_to_its_page(desks: World) -> None:
    who = lead(desks)
    who.post("county-letter", status=405, **typed())
    who.post("county-record-letter", **typed())
    letter = AccessLetter.objects.get()
    who.post("county-letter-shown", letter.pk, status=405, reason="看看")
    for act, page, parts in (
        ("county-record-letter", "county-letter", ()),
        ("county-end-letter", "county-letter-shown", (letter.pk,)),
    ):  # fmt: skip
        assert who.client.get(who.url(act, *parts)).headers["Location"] == who.url(page, *parts)
    assert not hasattr(AccessLetter.objects.get(), "ended")
