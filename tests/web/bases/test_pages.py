"""Over the lead body's desk: a law is repealed, what rests on it is listed, reviewed, off the list."""

from typing import Any

import pytest
from django.test import Client

from tests.web.admission.test_pages import admitting
from tests.web.desk import LIJIAWAN, Officer, text_of
from tests.web.deskcast import HUINING, OTOG, lead, nothing_written, officer, queries_of, today
from tests.web.walking import photo
from tests.world import World
from zhengyin.admission.models import Proposal
from zhengyin.catalogue.bases.models import BasisChange, BasisDocument, BasisReview
from zhengyin.documents.models import StoredFile

CODE, DEMO = "ISS-NAT-01", "ISS-ZQ-01"
PLACE = "620422115203"


def basis(key: str = "adoption_2023") -> BasisDocument:
    return BasisDocument.objects.get(key=key)


def changing(**said: Any) -> dict[str, Any]:
    return {
        "event": "repealed", "takes_effect_on": today(), "by_title": "收养登记条例（示例）",
        "by_number": "示例令第1号", "articles": "", **said,
    }  # fmt: skip


def changed(world: World, key: str = "adoption_2023", **said: Any) -> BasisChange:
    lead(world).post("basis-change", basis(key).pk, **changing(**said))
    return BasisChange.objects.latest("recorded_at")


def adding(**said: Any) -> dict[str, Any]:
    return {"title": "会宁县示例办法", "issued_by": "会宁县民政局", "number": "示例〔2026〕7号", **said}


REVIEWING = {"reason": "新条例有同样的规定", "rests_on": "《收养登记条例（示例）》第九条"}


@pytest.mark.clause("H4.1c")
def test_a_repealed_law_s_entries_are_listed_reviewed_and_off_the_list(desks: World) -> None:
    who = lead(desks)
    assert "等复核的事项，0件" in who.get("bases").text and "没有等复核的" in who.get("basis-reviews").text
    change = changed(desks, scan=photo())
    page = who.get("basis", basis().pk).text
    assert "已废止" in page and "2项等复核" in page and "收养登记条例（示例）" in page
    scan = who.client.get(who.url("basis-scan", basis().pk, change.pk))
    assert scan.status_code == 200 and scan["Content-Type"] == "image/jpeg"
    listed = who.get("basis-reviews")
    assert len(listed.select("tbody tr")) == 2 and "还没有复核" in listed.text
    with nothing_written():
        again = who.post("basis-review", change.pk, CODE, status=422, reason="说明理由", rests_on="")
    assert "说明理由" in again.content.decode() and "现在的依据还没有填" in text_of(again)
    who.post("basis-review", change.pk, CODE, **REVIEWING)
    assert len(who.get("basis-reviews").select("tbody tr")) == 1
    done = who.get("basis-reviews", query="?part=reviewed").text
    assert "新条例有同样的规定" in done and "高明远" in done
    assert "复核过" in who.get("basis-review", change.pk, CODE).text
    assert not who.get("basis-review", change.pk, CODE).select("main form")
    assert BasisReview.objects.count() == 1


@pytest.mark.clause("H4.1c")
def test_residents_and_the_counter_are_told(desks: World) -> None:
    at, client = f"/c/{PLACE}", Client()
    clerk = Officer(desks, "hn.ljw.clerk", LIJIAWAN)
    pages = (f"{at}/guides/{CODE}", f"{at}/answer?item={CODE}", clerk.url("handler-new") + f"?item={CODE}")

    def told() -> list[str]:
        return [text_of(clerk.client.get(page)) for page in pages]

    assert not any("依据正在复核" in one for one in told())
    change = changed(desks)
    assert all(
        "已废止（见《收养登记条例（示例）》（示例令第1号））。依据正在复核，这期间照常办理。" in one
        for one in told()
    )
    assert "依据正在复核" not in text_of(client.get(f"{at}/guides/{DEMO}"))
    sheet = client.get(f"{at}/answer.pdf?item={CODE}")
    assert sheet.status_code == 200
    lead(desks).post("basis-review", change.pk, CODE, **REVIEWING)
    assert all("复核过，保留这一项，现在的依据：《收养登记条例（示例）》第九条。" in one for one in told())
    shown = text_of(client.get(f"{at}/bases/adoption_2023"))
    assert (
        "已废止" in shown and "依据它的事项，2项" in shown and "依据正在复核" in shown and "复核过" in shown
    )
    assert "已废止" not in text_of(client.get(f"{at}/bases/adoption_2023?day=2026-02-01"))
    elsewhere = text_of(client.get("/c/150623103203/bases/adoption_2023"))
    assert "已废止" not in elsewhere  # a county's record is its own


@pytest.mark.clause("H4.1c")
def test_an_own_item_goes_the_way_of_admission(desks: World) -> None:
    who = lead(desks)
    change = changed(desks, "demo_zhaoqing")
    page = who.get("basis-review", change.pk, DEMO)
    links = {one.text: str(one["href"]) for one in page.select("section a.btn")}
    form = who.client.get(links["申请退出"]).content.decode()
    assert f'value="{DEMO}" selected' in form and "已废止（见《收养登记条例（示例）》" in form
    begun = who.client.get(links["按新的依据申请准入"]).content.decode()
    assert 'value="收养登记条例（示例）"' in begun and 'value="居（租）住证明"' in begun
    said = {"applicant_name": "会宁县民政局", "item_code": DEMO, "stop_on": "2027-03-01",
            "said_exit_reason": "依据废止了", "said_instead": "租赁合同就能证明"}  # fmt: skip
    who.post("admission-new", "exit", **said)
    row = Proposal.objects.latest("drafted_at")
    waiting = who.get("basis-reviews")
    assert DEMO not in waiting.text and len(waiting.select("tbody tr")) == 1
    going = who.get("basis-reviews", query="?part=proposed")
    assert DEMO in going.text and str(row.pk) in str(going) and "正在填写" in going.text
    assert "在办的申请" in who.get("basis-review", change.pk, DEMO).text
    who.post("admission-withdraw", row.pk, reason="还要用")
    assert DEMO in who.get("basis-reviews").text  # and is not lost when the proposal comes to nothing


def test_an_entry_of_a_higher_list_is_not_ended_here(desks: World) -> None:
    change = changed(desks)
    page = lead(desks).get("basis-review", change.pk, CODE)
    assert "请向上级主管部门反映" in page.text and not page.select("section a.btn")


def test_a_document_of_its_own_and_its_mistake(desks: World) -> None:
    who = lead(desks)
    with nothing_written():
        again = who.post("basis-new", status=409, **adding(title="中国公民收养子女登记办法"))
    assert "依据表里已经有" in text_of(again) and "示例〔2026〕7号" in again.content.decode()
    who.post("basis-new", **adding())
    row = BasisDocument.objects.latest("recorded_at")
    assert "会宁县示例办法" in who.get("bases", query="?q=示例〔2026〕").text
    with nothing_written():
        who.post("basis-mistake", row.pk, status=422, reason="")
    who.post("basis-mistake", row.pk, reason="录重了")
    assert "会宁县示例办法" not in who.get("bases").text
    who.get("basis", row.pk, status=404)
    who.post("basis-mistake", row.pk, reason="录重了")  # a double click leads to the same place
    assert not who.get("basis", basis().pk).select(f"form[action$='{basis().pk}/mistake']")


def test_a_mistaken_change_is_ended_and_stays_to_be_read(desks: World) -> None:
    who, change = lead(desks), changed(desks)
    who.post("basis-change-mistake", basis().pk, change.pk, reason="看错了文号")
    page = who.get("basis", basis().pk).text
    assert "现行" in page and "作废：看错了文号" in page
    assert "没有等复核的" in who.get("basis-reviews").text
    who.get("basis-review", change.pk, CODE, status=404)
    with nothing_written():
        who.post("basis-change-mistake", basis().pk, change.pk, status=409, reason="再说一遍")


def test_what_was_typed_stays_and_a_scan_is_kept_once(desks: World) -> None:
    who = lead(desks)
    with nothing_written():
        again = who.post("basis-change", basis().pk, status=422, **changing(by_title="", articles="第六条"))
    assert 'value="第六条"' in again.content.decode() and "按哪份文件还没有填" in text_of(again)
    changed(desks, scan=photo())
    before = StoredFile.objects.count()
    who.post("basis-change", basis().pk, **changing(scan=photo()))
    assert (StoredFile.objects.count(), BasisChange.objects.count()) == (before, 1)


def test_the_table_is_filtered_by_its_address(desks: World) -> None:
    who = lead(desks)
    assert len(who.get("bases").select("tbody tr")) == 31
    only = who.get("bases", query="?standing=third_party_copy&q=会宁")
    assert "没有这样的文件" in only.text
    assert len(who.get("bases", query="?standing=expired").select("tbody tr")) == 1
    assert "只知道名称，条款待核" in who.get("bases", query="?q=村民委员会组织法").text
    who.get("bases", query="?page=999999999999&standing=x")


def test_a_basis_the_table_has_not_is_said_plainly(desks: World) -> None:
    who = lead(desks)
    assert "表里没有的依据" not in who.get("bases").text
    who.post("admission-emergency", **in_an_emergency())
    page = who.get("bases").text
    assert "表里没有的依据，1处" in page and "示例供水管理办法》（示例〔2026〕1号）第八条" in page
    who.post("basis-new", **adding(title="示例供水管理办法", number="示例〔2026〕1号"))
    assert "表里没有的依据" not in who.get("bases").text


def in_an_emergency() -> dict[str, Any]:
    said = {
        "title": "关于应急期间一项证明的决定（示例）", "number": "会应急〔2026〕1号（示例）",
        "issued_by": "会宁县民政局", "signed_by": "高明远", "reviewed_by": "会宁县司法局",
        "reviewed_on": today(), "issued_on": today(), "takes_effect_on": today(), "valid_until": today(),
    }  # fmt: skip
    return admitting() | said | {"scan": photo()}


def test_the_pages_ask_as_much_however_much_there_is(desks: World) -> None:
    who = lead(desks)
    changed(desks, "demo_zhaoqing")
    addresses = (who.url("bases"), who.url("basis-reviews"), who.url("basis", basis("demo_zhaoqing").pk))
    few = [queries_of(who, one) for one in addresses]
    for key in ("adoption_2023", "mca_2020_20_annex", "demo_xiangyang"):
        changed(desks, key)
    assert [queries_of(who, one) for one in addresses] == few


def test_what_is_another_county_s_is_not_found(desks: World) -> None:
    """Near miss: the own lead body opens it."""
    change, other = changed(desks, scan=photo()), Officer(desks, "od.lead", OTOG)
    lead(desks).post("basis-new", **adding())
    own = BasisDocument.objects.latest("recorded_at")
    other.get("basis", own.pk, status=404)
    other.get("basis-review", change.pk, CODE, status=404)
    with nothing_written():
        other.post("basis-change", own.pk, status=404, **changing())
        other.post("basis-change-mistake", basis().pk, change.pk, status=404, reason="x")
        other.post("basis-review", change.pk, CODE, status=404, **REVIEWING)
        other.post("basis-mistake", own.pk, status=404, reason="x")
        Officer(desks, "od.lead", HUINING).post("basis-change", basis().pk, status=403, **changing())
    assert other.client.get(other.url("basis-scan", basis().pk, change.pk)).status_code == 404
    assert "已废止" not in other.get("basis", basis().pk).text
    lead(desks).get("basis", own.pk)


def test_a_township_has_no_such_page(desks: World) -> None:
    assert officer(desks).client.get(officer(desks).url("bases")).status_code == 403
