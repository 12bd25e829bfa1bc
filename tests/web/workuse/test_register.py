"""The work register narrowed: class, kind, days, words, persons; no name in the address."""

from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup

from tests.documents.reading import text_of, without_spaces
from tests.web.desk import LIJIAWAN, Officer
from tests.web.workuse.test_letters import table_of
from tests.workuse import cast
from tests.world import World


@pytest.fixture
def director(desks: World) -> Officer:
    return Officer(desks, "hn.ljw.director", LIJIAWAN)


@pytest.mark.clause("H3.2.3b")
@pytest.mark.parametrize(
    "said, found",
    [
        ({"matter": "花名册"}, 1),
        ({"matter": "防疫"}, 1),
        ({"matter": "没有的"}, 0),
        ({"name": "李秀英"}, 1),
        ({"name": "李秀"}, 0),
        ({"handler": "没有的"}, 0),
        ({"kind": "work_introduction"}, 1),
        ({"kind": "work_evidence"}, 0),
        ({"kind": "work_introduction", "matter": "花名册"}, 0),
        ({"class": "self_government"}, 0),
        ({"until": "2000-01-02"}, 0),
    ],
)
def test_what_is_chosen_is_found(director: Officer, said: dict[str, str], found: int) -> None:
    cast.sealed()
    cast.sealed(cast.introduction())
    sent = director.post("work-register", **said)
    where = sent.headers["Location"]
    assert all(urlencode({"x": value})[2:] not in where for key, value in said.items() if key == "name")
    page = director.client.get(where).content.decode()
    assert f"符合条件的共{found}件" in page
    assert ("没有符合条件的登记" in page) == (found == 0)


def test_what_makes_no_sense_narrows_nothing(director: Officer) -> None:
    cast.sealed()
    assert "符合条件" not in director.get("work-register", query="?class=x&kind=y&from=z").text


@pytest.mark.clause("H3.2.3b")
def test_what_investigators_asked_for_is_counted_apart_and_found_by_one_press(director: Officer) -> None:
    cast.sealed()
    cast.sealed(cast.inquiry())
    page = director.get("work-register")
    link = next(one for one in page.select(".sums a") if "kind=work_evidence" in str(one["href"]))
    assert link.text == "1件"
    found = director.client.get(director.url("work-register") + str(link["href"]).partition("register")[2])
    words = found.content.decode()
    assert "符合条件的共1件" in words and "答复派出所协助调查函" in words and "2026年三社花名册" not in words
    assert "协助调查取证：会宁县公安局平头川派出所会公（平）函〔2026〕12号" in words


def test_a_sum_of_chosen_days_leads_to_those_days_and_nothing_narrower(director: Officer) -> None:
    cast.sealed(cast.inquiry())
    for said, count in (({"until": "2000-01-02"}, 0), ({"from": "2020-01-01", "matter": "没有的"}, 1)):
        page = director.client.get(director.post("work-register", **said).headers["Location"])
        links = BeautifulSoup(page.content, "lxml").select(".sums a")
        link = next(one for one in links if "kind=work_evidence" in str(one["href"]))
        assert link.text == f"{count}件"
        shown = director.client.get(str(link["href"])).content.decode()
        assert f"符合条件的共{count}件" in shown


def test_print_and_table_keep_to_what_the_page_shows(director: Officer) -> None:
    cast.sealed()
    cast.sealed(cast.inquiry())
    query = "?kind=work_evidence"
    printed = without_spaces(text_of(director.client.get(director.url("work-volume") + query).content))
    assert "答复派出所协助调查函" in printed and "2026年三社花名册" not in printed
    assert "只有符合条件的，不是全本：哪一种是协助调查取证" in printed
    rows, _ = table_of(director, "work-table", query)
    assert [row[3] for row in rows[1:-1]] == ["答复派出所协助调查函"] and "不是全本" in str(rows[-1][0])
    printed = without_spaces(text_of(director.client.get(director.url("work-volume")).content))
    assert "2026年三社花名册" in printed and "不是全本" not in printed


def test_who_was_looked_for_is_masked_on_the_paper(director: Officer) -> None:
    cast.sealed(cast.request(concerned="马桂花"))
    where = director.post("work-register", name="马桂花").headers["Location"]
    query = "?" + where.partition("?")[2]
    printed = without_spaces(text_of(director.client.get(director.url("work-volume") + query).content))
    assert "给马*" in printed and "马桂花" not in printed


def test_the_print_form_carries_what_was_chosen(director: Officer) -> None:
    cast.sealed()
    where = director.post("work-register", matter="花名册").headers["Location"]
    page = director.client.get(where).content.decode()
    assert 'name="find"' in page and "打印符合条件的" in page and "花名册" not in where
