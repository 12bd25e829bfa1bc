"""From the question to the delivered paper, through the pages, in both places."""

import pytest

from tests.web.walking import ITEM, QUESTION, Walk, huining, ordos
from tests.world import World
from zhengyin.registers import queries as registers
from zhengyin.registers.queries import now
from zhengyin.shared.days import day_of

STEMS = {"hn.ljw": "平头川镇李家湾村证字", "od.hrgt": "昂素镇哈日根图嘎查证字"}


@pytest.fixture(params=[huining, ordos])
def walk(request: pytest.FixtureRequest, desks: World) -> Walk:
    walked: Walk = request.param(desks)
    return walked


@pytest.mark.clause("H1a", "H2.1a", "H3.2.2a", "H3.2.3c", "H3.2.3d", "H3.2.4c", "O2.1e", "O2.2d", "O2.3c")
def test_from_the_question_to_the_delivered_paper(walk: Walk) -> None:
    handler, director, custodian = walk.handler, walk.director, walk.custodian
    found = handler.get("handler-new", query="?q=居住证明")
    assert any(f"item={ITEM}" in link["href"] for link in found.select(".index a"))

    page = handler.get("handler-new", query=f"?item={ITEM}")
    assert "一般可以开，先答" in page.text
    assert not page.select("form[method=post][action$='/cases']")  # the unit and the tie are still open
    said = "&".join(f"{name}={value}" for name, value in QUESTION.items())
    page = handler.get("handler-new", query=f"?{said}")
    assert page.select_one("form[action$='/cases'] [name=f_subject_name]")

    walk.apply()
    page = handler.get("handler-case", walk.case)
    assert "查询码" in page.text
    assert "马桂花" in page.text
    assert "62042219680512002X" not in page.text
    assert "6204**********002X" in page.text
    assert "查询码" not in handler.get("handler-case", walk.case).text
    walk.accept().start()

    page = handler.get("handler-case", walk.case)
    assert "还没有核实" in page.select_one(".actbar .cannot").text
    walk.check()
    button = handler.get("handler-case", walk.case).select_one(".actbar button")
    assert (button["form"], button["formaction"]) == ("checks", handler.url("handler-verify", walk.case))
    walk.verify()
    assert "签批" in handler.get("handler-case", walk.case).select_one(".actbar").text

    assert "马桂花" in director.get("director-list").text
    page = director.get("director-case", walk.case)
    assert not page.select("input[name=kin][checked]")  # never answered beforehand
    draft = director.client.get(director.url("committee-draft", walk.case))
    assert draft.content.startswith(b"%PDF-")
    walk.approve()
    assert "盖章" in director.get("director-case", walk.case).text

    assert "马桂花" in custodian.get("custodian-list").text
    custodian.get("custodian-seal", walk.case)
    walk.seal()
    receipt = custodian.get("custodian-receipt", walk.case)
    assert receipt.h1 is not None
    assert receipt.h1.text == f"{STEMS[walk.prefix]}〔{day_of(now()).year}〕1号"
    custodian.post("committee-print", walk.case)
    paper = custodian.client.get(custodian.url("committee-paper", walk.case))
    assert paper.content.startswith(b"%PDF-")
    assert (paper.headers["Content-Disposition"], paper.headers["Cache-Control"]) == ("inline", "no-store")
    assert handler.client.get(handler.url("committee-slip", walk.case)).content.startswith(b"%PDF-")

    walk.deliver()
    assert walk.row.state == "delivered"
    page = director.get("committee-register")
    assert [cell.text.strip() for cell in page.select("tbody td")[:3:2]] == ["1号", "马*"]
    assert "138****0117" in page.text
    assert "马桂花" not in page.text
    assert [line.kind for line in registers.lines_of(walk.case) if line.book == "journal"] == [
        "certificate.applied", "certificate.accepted", "certificate.verifying", "certificate.checked",
        "certificate.verified", "certificate.approved", "certificate.sealed", "certificate.printed",
        "certificate.delivered",
    ]  # fmt: skip


@pytest.mark.clause("H3.1d")
def test_a_prohibited_question_gets_a_way_and_no_form(walk: Walk) -> None:
    page = walk.handler.get(
        "handler-new", query="?item=PROH-10&unit=government&unit_name=会宁县人社局&tie=resident"
    )
    assert "不用开" in page.text
    assert page.select(".ways li")
    assert not page.select("form[action$='/cases']")
