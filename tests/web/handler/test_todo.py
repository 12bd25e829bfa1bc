"""待办: the most urgent first, found by name, one number of queries however long."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.copying import copies_of
from tests.web.walking import Walk, huining
from tests.world import World
from zhengyin.certificates.models import Certificate


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks)


def test_an_empty_list_says_what_to_do(walk: Walk) -> None:
    assert "点“新申请”" in walk.handler.get("handler-todo").text


def test_overdue_stands_first_and_holds_the_button(walk: Walk) -> None:
    walk.apply().accept()
    late = Walk(walk.world, walk.at, walk.prefix)
    late.apply(f_subject_name="赵玉莲").accept()
    Certificate.objects.filter(pk=late.case).update(accepted_at=late.row.accepted_at - timedelta(days=7))
    page = walk.handler.get("handler-todo")
    groups = [one.text.split("，")[0] for one in page.select("th[scope=rowgroup]")]
    assert groups == ["已经超期", "今天要办好"]
    first = page.select("tr.here")
    assert len(first) == 1
    assert "赵玉莲" in first[0].text
    assert "超了" in first[0].text


def test_what_is_registered_waits_for_the_printer_until_it_is_printed(walk: Walk) -> None:
    walk.sealed()
    assert "已登记，等打印、盖章" in walk.handler.get("handler-todo").text
    assert "打印2份" in walk.handler.get("handler-case", walk.case).text
    walk.custodian.post("committee-print", walk.case)
    page = walk.handler.get("handler-todo").text
    assert "已盖章，等来取" in page and "等打印" not in page
    assert "打印过了，再打一次" in walk.handler.get("handler-case", walk.case).text


def test_what_is_chosen_stands_in_the_address(walk: Walk) -> None:
    walk.apply()
    Walk(walk.world, walk.at, walk.prefix).apply(f_subject_name="赵玉莲")
    assert "马桂花" not in walk.handler.get("handler-todo", query="?q=赵玉").text
    page = walk.handler.get("handler-todo", query="?part=overdue&q=赵玉")
    assert "没有找到" in page.text
    assert any("part=today" in tab["href"] and "find=" in tab["href"] for tab in page.select("nav.tabs a"))
    walk.handler.get("handler-todo", query="?part=nonsense&page=99999999999999999999")


def test_fifty_rows_cost_what_five_cost(walk: Walk) -> None:
    walk.apply().accept()
    copies_of(walk.row, 4)
    walk.handler.get("handler-todo")  # the settings of the place are kept from now on
    with CaptureQueriesContext(connection) as few:
        walk.handler.get("handler-todo")
    copies_of(walk.row, 55)
    with CaptureQueriesContext(connection) as many:
        page = walk.handler.get("handler-todo")
    assert len(page.select("td.act")) == 50
    assert len(many) == len(few)
    assert len(many) < 25
    assert "第1页，共2页" in page.text
    assert len(walk.handler.get("handler-todo", query="?page=2").select("td.act")) == 10


def test_another_committees_desk_is_shut(walk: Walk, desks: World) -> None:
    from tests.web.walking import ordos

    walk.handler.at = ordos(desks).at
    walk.handler.get("handler-todo", status=403)
