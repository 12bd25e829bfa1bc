"""介绍信登记簿: listed, narrowed, printed, exported, signed by months; whom a letter introduces is masked."""

import io

import openpyxl
import pytest

from tests.documents.reading import text_of, without_spaces
from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import PINGTOUCHUAN, queries_of
from tests.workuse import cast
from tests.world import World
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of
from zhengyin.supervision.months import month_of
from zhengyin.supervision.queries.months import BookOfMonth, books_of, month_rows
from zhengyin.workuse import actions
from zhengyin.workuse.policy.introduction import Letter

TITLES = ("介绍谁", "人数", "介绍到哪里", "事由", "有效期至", "份数", "签批人员", "经办人员", "备注")


@pytest.fixture
def director(desks: World) -> Officer:
    return Officer(desks, "hn.ljw.director", LIJIAWAN)


def to(place: str, whom: str = "王建国") -> None:
    cast.sealed(cast.introduction(letter=Letter(place, whom, 1, 3), matter="领取种子"))


def table_of(who: Officer, page: str, query: str = "") -> tuple[list[tuple[object, ...]], str]:
    answer = who.client.get(who.url(page) + query)
    rows = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active.values  # type: ignore
    return list(rows), answer.headers["Content-Disposition"]


@pytest.mark.clause("H3.2.3b")
def test_every_letter_stands_in_its_own_book_with_its_stub(director: Officer) -> None:
    use = cast.sealed(cast.introduction())
    cast.sealed()  # a paper that is none
    page = director.get("work-letters")
    for title in TITLES:
        assert page.find("th", string=title) is not None
    (row,) = page.select(".book tbody tr")
    words = row.get_text(" ")
    for said in ("1号", "李*", "会宁县农业农村局", "领取防疫物资"):
        assert said in words
    assert "李秀英" not in page.text and use.letter_no == 1
    assert "产品默认" in page.text
    assert director.get("work-list").find("a", string="介绍信登记簿") is not None


@pytest.mark.parametrize(
    "said, found",
    [
        ({"demanding_unit": "农业农村局"}, 1),
        ({"demanding_unit": "种子站"}, 2),
        ({"demanding_unit": "没有的"}, 0),
        ({"matter": "种子"}, 2),
        ({"name": "李秀英"}, 1),
        ({"name": "李秀"}, 0),
        ({"handler": "没有的"}, 0),
        ({"demanding_unit": "种子站", "name": "李秀英"}, 0),
        ({"until": "2000-01-02"}, 0),
    ],
)
def test_what_is_chosen_is_found(director: Officer, said: dict[str, str], found: int) -> None:
    cast.sealed(cast.introduction())
    to("县种子站")
    to("乡种子站")
    where = director.post("work-letters", **said).headers["Location"]
    page = director.client.get(where).content.decode()
    assert f"符合条件的共{found}件" in page and "李秀英" not in where


def test_a_letter_is_no_class_and_no_kind(director: Officer) -> None:
    to("县种子站")
    assert "符合条件" not in director.get("work-letters", query="?class=other&kind=work_evidence").text


def test_print_and_table_have_the_same_lines_as_the_screen(director: Officer) -> None:
    cast.sealed(cast.introduction())
    to("县种子站")
    where = director.post("work-letters", demanding_unit="种子站").headers["Location"]
    query = "?" + where.partition("?")[2]
    printed = without_spaces(
        text_of(director.client.get(director.url("work-letters-volume") + query).content)
    )
    assert "介绍信登记簿" in printed and "县种子站" in printed and "会宁县农业农村局" not in printed
    assert "只有符合条件的，不是全本：介绍到种子站" in printed and "产品默认" in printed
    assert "王*" in printed and "王建国" not in printed
    rows, name = table_of(director, "work-letters-table", query)
    assert [row[5] for row in rows[1:-1]] == ["县种子站"] and "不是全本" in str(rows[-1][0])
    assert "%E6%8C%89%E6%9D%A1%E4%BB%B6%E9%80%89%E5%87%BA" in name  # 按条件选出
    whole, name = table_of(director, "work-letters-table")
    assert len(whole) == 3 and "%E6%8C%89%E6%9D%A1%E4%BB%B6" not in name
    printed = without_spaces(text_of(director.client.get(director.url("work-letters-volume")).content))
    assert "会宁县农业农村局" in printed and "不是全本" not in printed


def test_a_volume_there_is_not_is_not_found(director: Officer) -> None:
    to("县种子站")
    for query in ("?part=2", "?part=0", "?year=2020"):
        director.get("work-letters-volume", query=query, status=404)


def test_what_came_later_stands_in_the_remarks(director: Officer) -> None:
    use = cast.sealed(cast.introduction())
    clerk = cast.officer("hn.ljw.clerk")
    actions.print_copies(work_use_id=use.pk, actor=clerk, at=now())
    actions.file(work_use_id=use.pk, place="2026年第3盒", actor=clerk, at=now())
    words = director.get("work-letters").text
    assert "打印1份" in words and "归档：2026年第3盒" in words
    assert "介绍信平头川镇李家湾村介字〔2026〕1号" in director.get("work-register").text


@pytest.mark.parametrize("page", ["work-letters", "work-register"])
def test_a_page_asks_as_much_for_one_line_as_for_many(director: Officer, page: str) -> None:
    to("县种子站")
    director.get(page)
    few = queries_of(director, director.url(page))
    for _ in range(4):
        to("县种子站")
    assert queries_of(director, director.url(page)) == few <= 21


def test_a_neighbour_and_the_township_do_not_read_it(desks: World, director: Officer) -> None:
    to("县种子站")
    other = Officer(desks, "hn.pt.officer", PINGTOUCHUAN)
    other.at = LIJIAWAN
    for page in ("work-letters", "work-letters-volume", "work-letters-table"):
        other.get(page, status=403)


@pytest.mark.clause("O2.3a")
def test_the_month_has_the_book_and_counts_what_investigators_asked_for(director: Officer) -> None:
    to("县种子站")
    cast.sealed(cast.inquiry())
    today = day_of(now())
    (row,) = month_rows(LIJIAWAN, [month_of(today)], today)
    books: dict[str, BookOfMonth] = {one.span.book: one for one in books_of(row)}
    assert books["introductions"].counted.papers == 1 and books["introductions"].evidence is None
    assert (books["work"].counted.papers, books["work"].evidence) == (2, 1)
    page = director.get("supervision-month", month_of(today).key, query="?part=0")
    assert "介绍信登记簿" in page.text and "县种子站" in page.text and "王建国" not in page.text
    assert "协助调查取证" in page.text
