"""The register on a screen: the law's columns, masked, readable for the committee and nobody else."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.desk import Officer
from tests.web.walking import Walk, huining, ordos
from tests.world import World
from zhengyin.certificates.lines import KINDS, REGISTERED
from zhengyin.registers import actions as registers
from zhengyin.registers.lines import Signature
from zhengyin.registers.queries import now


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks)


def enter(walk: Walk, count: int) -> None:
    """Lines of the book as the act of sealing writes them, without the papers."""
    columns = {kind.name: [key for key, _ in kind.columns] for kind in KINDS}
    for number in range(count):
        subject, at = uuid4(), now()
        shared = {"owner": walk.at, "county_code": "620422000000", "subject": subject, "happened_at": at,
                  "text_digest": "0" * 64}  # fmt: skip
        registers.write(
            kind="certificate.approved", signature=Signature(uuid4(), "李国栋", "director", None),
            columns=dict.fromkeys(columns["certificate.approved"], ""), **shared,
        )  # fmt: skip
        registers.write(
            kind=REGISTERED, signature=Signature(uuid4(), "张建平", "custodian", None),
            columns={**dict.fromkeys(columns[REGISTERED], ""), "matter": f"居住证明{number}"},
            personal={"name": "马桂花", "phone": "13800000117", "identity": ""}, **shared,
        )  # fmt: skip


def test_an_empty_book_says_so(walk: Walk) -> None:
    assert "这一年还没有登记" in walk.handler.get("committee-register").text


@pytest.mark.clause("H3.2.3c")
def test_the_columns_of_the_law_masked(walk: Walk) -> None:
    walk.sealed()
    page = walk.director.get("committee-register")
    titles = [cell.text for cell in page.select("thead th")]
    for column in ("用印的时间", "需要单位", "用途", "联系电话", "份数", "签批人员", "经办人员"):
        assert column in titles
    row = page.select_one("tbody tr").text
    assert all(
        word in row
        for word in ("1号", "马*", "138****0117", "居住证明", "李国栋", "马秀兰", "张建平", "等签收")
    )
    assert "马桂花" not in page.text
    assert "62042219680512002X" not in str(page)
    walk.deliver()
    assert "本人领取，签收单" in walk.director.get("committee-register").text


@pytest.mark.parametrize("who", ["clerk", "director", "custodian", "deputy", "supervisor"])
def test_everybody_of_the_committee_reads_it(walk: Walk, who: str) -> None:
    Officer(walk.world, f"hn.ljw.{who}", walk.at).get("committee-register")


def test_nobody_else_does(walk: Walk, desks: World) -> None:
    for stranger in ("hn.ljw.secretary", "hn.pt.officer", "hn.lead", "hn.system", "hn.ptc.clerk"):
        Officer(walk.world, stranger, walk.at).get("committee-register", status=403)
    other = ordos(desks).director
    other.get("committee-register")
    other.at = walk.at
    other.get("committee-register", status=403)


def test_what_is_chosen_stands_in_the_address(walk: Walk) -> None:
    enter(walk, 3)
    year = now().year
    assert (
        len(walk.handler.get("committee-register", query=f"?q=居住证明2&year={year}").select("tbody tr")) == 1
    )
    assert len(walk.handler.get("committee-register", query="?name=马桂花").select("tbody tr")) == 3
    assert "没有符合条件的登记" in walk.handler.get("committee-register", query="?name=马").text
    assert "这一年还没有登记" in walk.handler.get("committee-register", query="?year=2020").text
    for month in range(14):
        walk.handler.get("committee-register", query=f"?month={month}&year=zz&before=x&q=%00")


def test_fifty_lines_cost_what_five_cost(walk: Walk) -> None:
    enter(walk, 5)
    walk.handler.get("committee-register")  # the settings of the place are kept from now on
    with CaptureQueriesContext(connection) as few:
        walk.handler.get("committee-register")
    enter(walk, 55)
    with CaptureQueriesContext(connection) as many:
        page = walk.handler.get("committee-register")
    assert len(page.select("tbody tr")) == 50
    assert len(many) == len(few)
    older = page.find("a", string="再往前")
    assert older is not None
    rest = walk.handler.get("committee-register", query="?" + str(older["href"]).split("?")[1])
    assert len(rest.select("tbody tr")) == 10


def test_an_erased_line_says_what_is_left(walk: Walk) -> None:
    enter(walk, 2)
    registers.erase_personal(
        owner=walk.at, county_code="620422000000", book="certificates", year=now().year, no=1,
        reason="本人申请", signature=Signature(uuid4(), "李国栋", "director", None), happened_at=now(),
    )  # fmt: skip
    newest, oldest = [row.text for row in walk.director.get("committee-register").select("tbody tr")]
    assert "马*" in newest and "案卷" not in newest
    assert "马*" not in oldest and "本簿的个人信息已删除，案卷里的还在" in oldest
