"""The card of every office: one page, the place's own words, and every word of the screen really there."""

from uuid import UUID

import pytest

from tests.documents.reading import text_of, without_spaces
from tests.web.card.pressed import CODE, everything
from tests.web.desk import GACHA, LIJIAWAN, Officer
from tests.web.deskcast import ANGSU, HUINING, OTOG, PINGTOUCHUAN
from tests.web.walking import huining
from tests.world import World
from zhengyin.documents.typesetting import typeset
from zhengyin.people.offices import Office
from zhengyin.regions.names import OrganizationKind, key_of, organization_id
from zhengyin.registers.queries import now
from zhengyin.web.card.cards import CARDS, card_paper, here_at

AUDITS = {
    code: organization_id(key_of(OrganizationKind.AUDIT, code)) for code in ("620422000000", "150623000000")
}
PLACES: dict[str, dict[Office, UUID]] = {
    "huining": {
        Office.TOWNSHIP: PINGTOUCHUAN, Office.COUNTY_LEAD: HUINING, Office.AUDITOR: AUDITS["620422000000"],
    },
    "ordos": {Office.TOWNSHIP: ANGSU, Office.COUNTY_LEAD: OTOG, Office.AUDITOR: AUDITS["150623000000"]},
}  # fmt: skip
VILLAGES = {"huining": LIJIAWAN, "ordos": GACHA}


def said(office: Office, pack: str) -> str:
    at = PLACES[pack].get(office, VILLAGES[pack])
    made = typeset(card_paper(office, at, now()), now())
    assert made.pages == 1
    return without_spaces(text_of(made.pdf))


@pytest.mark.parametrize("pack", PLACES)
@pytest.mark.parametrize("office", CARDS)
def test_a_card_is_one_page_with_telephone_power_cut_and_whom_it_is_for(
    desks: World, office: Office, pack: str
) -> None:
    text = said(office, pack)
    assert "一张纸说明书：" in text and "绝对不能" in text
    assert "应急用印单" in text
    assert ("0943-" if pack == "huining" else "0477-") in text
    assert office is Office.RESIDENT or ("怎样进来" in text and "打不出来" in text)


def test_a_card_speaks_its_places_words(desks: World) -> None:
    assert "嘎查达（签批人）" in said(Office.DIRECTOR, "ordos")
    assert "嘎查达亲笔签名" in said(Office.HANDLER, "ordos") and "主任" not in said(Office.HANDLER, "ordos")
    assert "主任（签批人）" in said(Office.DIRECTOR, "huining")
    assert "0943-0000201" in said(Office.HANDLER, "huining")  # of 平头川镇


def test_every_word_a_card_quotes_stands_on_the_page_it_names(desks: World) -> None:
    seen = everything(desks)
    missing = [
        (office.value, step.at, word)
        for office, card in CARDS.items()
        for step in (*card(here_at(LIJIAWAN)).entry, *card(here_at(LIJIAWAN)).steps)
        for word in step.pressed
        if not seen.offers(step.at, word)
    ]
    assert missing == []
    assert not seen.offers("handler-new", "盖章以后再看")  # the net has no holes


def test_one_office_has_its_card_at_once_several_choose(desks: World) -> None:
    handler = huining(desks).handler
    foot = handler.get("handler-todo").select_one(".foot").text
    assert "一张纸说明书" in foot
    answer = handler.client.get(handler.url("card"))
    assert answer["Location"].endswith("/card/handler.pdf")
    assert handler.client.get(answer["Location"]).content.startswith(b"%PDF-")
    deputy = Officer(desks, "hn.ljw.deputy", LIJIAWAN)
    page = deputy.get("card")
    assert [link.text for link in page.select(".index a")] == ["复核签批人", "委员"]


@pytest.mark.parametrize("office", ["director", "resident", "city", "none"])
def test_a_card_of_another_office_is_not_there(desks: World, office: str) -> None:
    handler = huining(desks).handler
    assert handler.client.get(handler.url("card-print", office)).status_code == 404


def test_a_card_of_another_village_is_shut(desks: World) -> None:
    handler = huining(desks).handler
    handler.at = GACHA
    assert handler.client.get(handler.url("card")).status_code == 403
    assert handler.client.get(handler.url("card-print", "handler")).status_code == 403


def test_the_door_has_its_own_for_anybody(desks: World) -> None:
    handler = huining(desks).handler
    assert f"/c/{CODE}/door" in handler.client.get(f"/c/{CODE}").content.decode()
    assert f"/c/{CODE}/card.pdf" in handler.client.get(f"/c/{CODE}/door").content.decode()
    assert handler.client.get(f"/c/{CODE}/card.pdf").content.startswith(b"%PDF-")
    assert handler.client.get("/c/620422115999/card.pdf").status_code == 404


def test_who_has_no_card_has_no_link(desks: World) -> None:
    secretary = Officer(desks, "hn.ljw.secretary", LIJIAWAN)
    assert "一张纸说明书" not in secretary.get("committee-seal").text
