"""来表盖章 over the desks: chosen at the counter, photographed, approved on the phone, sealed, verified."""

import io
from urllib.parse import urlencode

import pytest
from PIL import Image

from tests.certificates.cast import PINGTOUCHUAN
from tests.documents.reading import text_of as pdf_text
from tests.documents.reading import without_spaces
from tests.web.desk import Officer
from tests.web.walking import BROUGHT, QUESTION, TYPED, Walk, form_page, huining, ordos
from tests.world import World
from zhengyin.certificates.models import Certificate, FormPage
from zhengyin.certificates.workflow import State

TITLE = str(BROUGHT["brought_title"])


@pytest.fixture
def walk(desks: World) -> Walk:
    return huining(desks).apply(**BROUGHT)


@pytest.fixture
def photographed(desks: World) -> Walk:
    return huining(desks).brought()


def test_the_counter_asks_where_the_seal_goes(desks: World) -> None:
    handler = huining(desks).handler
    page = handler.get("handler-new", query=f"?{urlencode(QUESTION)}")
    assert "对方给了表，要在表上盖章" in page.text
    assert page.select_one("[name=brought_title]") is None
    page = handler.get("handler-new", query=f"?{urlencode({**QUESTION, 'paper': 'form'})}")
    assert page.select_one("[name=brought_title]") is not None
    ticked = [one["value"] for one in page.select("[name=brought_facts][checked]")]
    assert ticked == []  # what is vouched for is chosen, never left standing


@pytest.mark.parametrize(
    "change, words",
    [
        ({"brought_title": ""}, "表的名称（照表头上印的写）还没有填"),
        ({"brought_title": "表<script>"}, "“表的名称”里有不能用的符号"),
        ({"brought_title": "=HYPERLINK(1)😀"}, "印不出来"),
        ({"brought_facts": []}, "至少选一项"),
        ({"brought_facts": ["income"]}, "income"),
        ({"brought_facts": ["person", "since"]}, "id_f_lived_since-wrong"),
    ],
)
def test_what_was_typed_stays_and_the_message_stands_at_the_field(
    desks: World, change: dict[str, object], words: str
) -> None:
    walk = huining(desks)
    said = {**QUESTION, **TYPED, "case_id": str(walk.case), **BROUGHT, **change}
    answer = walk.handler.post("handler-register", status=422, **said)
    text = answer.content.decode()
    assert words in text
    assert 'value="马桂花"' in text
    assert not Certificate.objects.filter(pk=walk.case).exists()


def test_the_phones_camera_opens_by_itself(walk: Walk) -> None:
    shot = walk.handler.get("handler-case", walk.case).select_one("input[name=page-shot]")
    assert shot is not None
    assert (shot["accept"], shot["capture"]) == ("image/*", "environment")


@pytest.mark.clause("H3.2.4d")
@pytest.mark.parametrize(
    "files, status, words",
    [
        ([], 409, "还没有拍"),
        ([form_page(0)], 409, "第1页几乎是空白的"),
        ([form_page(8), form_page(0)], 409, "第2页几乎是空白的"),
        ([io.BytesIO(b"MZ no picture")], 422, "第1张：只收 JPG、PNG 照片和 PDF"),
        ([io.BytesIO(b"%PDF-1.7 broken")], 422, "第1张：这个 PDF 打不开"),
        ([form_page(8) for _ in range(7)], 422, "一次最多6张，这次选了7张"),
    ],
)
def test_pictures_that_are_refused_are_named_at_their_box(
    walk: Walk, files: list[io.BytesIO], status: int, words: str
) -> None:
    for place, file in enumerate(files):
        file.seek(0)
        file.name = f"{place}.jpg"
    answer = walk.handler.post("handler-photograph", walk.case, status=status, **{"page-chosen": files})
    box = walk_box(answer.content.decode())
    assert words in box
    assert not FormPage.objects.filter(certificate=walk.case).exists()


def walk_box(text: str) -> str:
    """The card with the two boxes."""
    return text.split('id="photograph"', 1)[1].split("</section>", 1)[0]


def test_a_page_is_turned_and_dropped(photographed: Walk) -> None:
    walk = photographed
    page = FormPage.objects.filter(certificate=walk.case).order_by("position").first()
    assert page is not None
    picture = walk.handler.client.get(walk.handler.url("committee-form-page", walk.case, page.id))
    assert (picture.status_code, picture["Cache-Control"]) == (200, "no-store")
    walk.handler.post("handler-redo-page", walk.case, page.id, **{"as": "turned"})
    answer = walk.handler.post("handler-redo-page", walk.case, page.id, status=409, **{"as": "flat"})
    assert "没有找到纸的四个角" in answer.content.decode()
    walk.handler.post("handler-redo-page", walk.case, page.id, status=404, **{"as": "painted"})
    with Image.open(
        io.BytesIO(
            walk.handler.client.get(walk.handler.url("committee-form-page", walk.case, page.id)).content
        )
    ) as turned:
        assert turned.width > turned.height
    walk.handler.post("handler-drop-page", walk.case, page.id)
    gone = walk.handler.client.get(walk.handler.url("committee-form-page", walk.case, page.id))
    assert gone.status_code == 404


def test_who_decides_is_shown_the_pages_and_nobody_else(photographed: Walk, desks: World) -> None:
    walk = photographed
    page = FormPage.objects.filter(certificate=walk.case).first()
    assert page is not None

    def status(who: Officer) -> int:
        return who.client.get(who.url("committee-form-page", walk.case, page.id)).status_code

    assert [status(who) for who in (walk.handler, walk.director, walk.custodian)] == [200] * 3
    supervisor = Officer(desks, "hn.ljw.supervisor", walk.at)
    assert status(supervisor) == 403
    assert "表的照片只有经办、签批、盖章的人看得到" in supervisor.get("handler-case", walk.case).text
    assert status(Officer(desks, "hn.ptc.clerk", PINGTOUCHUAN)) == 404
    assert Officer(desks, "hn.ptc.clerk", walk.at).client.get(
        walk.handler.url("committee-form-page", walk.case, page.id)
    ).status_code == 403  # fmt: skip


def test_it_waits_for_the_pictures(walk: Walk) -> None:
    page = walk.accept().start().check().handler.get("handler-case", walk.case)
    assert "还没有拍下对方的表" in page.text
    walk.handler.post("handler-photograph", walk.case, **{"page-chosen": form_page(8)})
    assert walk.verify().row.state == State.VERIFIED


def test_the_director_sees_the_pictures(photographed: Walk) -> None:
    walk = photographed.accept().start().check().verify()
    page = walk.director.get("director-case", walk.case)
    assert len(page.select(".brought img")) == 2
    assert "只证明表上这几项" in page.text and "未用印" in page.text
    assert not page.select(".page-acts")


@pytest.mark.clause("H3.2.4d")
def test_the_custodian_is_asked_whether_it_is_filled(photographed: Walk) -> None:
    walk = photographed.accept().start().check().verify().approve()
    custodian = walk.custodian
    assert "表上该填的都填了吗？" in custodian.get("custodian-seal", walk.case).text
    said = {"impressions": "4", "kin": "no", "code": custodian.code()}
    answer = custodian.post("custodian-grant", walk.case, status=409, **said)
    assert "请先回答：表上该填的都填了吗？" in answer.content.decode()
    answer = custodian.post("custodian-grant", walk.case, status=409, **said, filled="no")
    assert "表上还有该填没填的，不能盖章" in answer.content.decode()
    answer = custodian.post("custodian-grant", walk.case, **said, filled="yes")
    confirm = custodian.client.get(answer.headers["Location"])
    assert "都填了" in confirm.content.decode()
    grant = answer.headers["Location"].split("/grants/")[1].split("?")[0]
    custodian.post("custodian-do-seal", walk.case, grant, impressions="4", kin="no", filled="yes")
    assert walk.row.state == State.SEALED
    receipt = custodian.get("custodian-receipt", walk.case)
    assert "打印附条2条" in receipt.text
    custodian.post("committee-print", walk.case)
    slips = custodian.client.get(custodian.url("committee-slips", walk.case))
    assert without_spaces(pdf_text(slips.content)).count("来表盖章附条") == 2


def test_our_own_paper_asks_nothing_of_the_kind(desks: World) -> None:
    walk = huining(desks).approved()
    assert "表上该填的都填了吗" not in walk.custodian.get("custodian-seal", walk.case).text
    assert walk.custodian.client.get(walk.custodian.url("committee-slips", walk.case)).status_code == 404


def test_the_same_in_ordos(desks: World) -> None:
    walk = ordos(desks).brought().accept().start().check().verify().approve().seal()
    assert walk.row.state == State.SEALED
