"""A member of the committee reads what is going on: every open case, nobody else's, nothing to be done."""

import pytest

from tests.web.desk import GACHA, LIJIAWAN, Officer
from tests.web.deskcast import queries_of
from tests.web.walking import huining
from tests.world import World


def member(world: World) -> Officer:
    return Officer(world, "hn.ljw.deputy", LIJIAWAN)


def test_open_cases_stand_there_and_lead_to_their_page(desks: World) -> None:
    assert "现在没有在办的" in member(desks).get("committee-cases").text
    walk = huining(desks).apply().accept()
    done = huining(desks).sealed().deliver()
    page = member(desks).get("committee-cases")
    (row,) = page.select("tbody tr")
    assert "马桂花" in row.text and "已受理" in row.text
    assert row.a["href"] == member(desks).url("handler-case", walk.case) != str(done.case)
    case = member(desks).get("handler-case", walk.case)
    assert "62042219680512002X" not in case.text and not case.select("form[action$='/verification-start']")


def test_a_name_is_found_and_stands_in_no_address(desks: World) -> None:
    huining(desks).apply()
    who = member(desks)
    answer = who.client.post(who.url("committee-cases"), {"q": "马桂"})
    assert answer.status_code == 302 and "马桂" not in answer.headers["Location"]
    assert "马桂花" in who.client.get(answer.headers["Location"]).content.decode()
    answer = who.client.post(who.url("committee-cases"), {"q": "王"})
    assert "没有找到" in who.client.get(answer.headers["Location"]).content.decode()


def test_many_cases_ask_no_more_than_few(desks: World) -> None:
    who = member(desks)
    huining(desks).apply()
    few = queries_of(who, who.url("committee-cases"))
    for _ in range(3):
        huining(desks).apply()
    assert queries_of(who, who.url("committee-cases")) == few


@pytest.mark.parametrize(
    "name", ["hn.ljw.supervisor", "hn.ljw.clerk", "hn.pt.officer", "hn.ptc.deputy", "hn.lead"]
)
def test_nobody_else_opens_it(desks: World, name: str) -> None:
    Officer(desks, name, LIJIAWAN).get("committee-cases", status=403)
    other = Officer(desks, "od.hrgt.deputy", GACHA)
    other.at = LIJIAWAN
    other.get("committee-cases", status=403)
