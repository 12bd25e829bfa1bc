"""违规 over the pages: recorded, heard, handled, closed; by whom it is read."""

import pytest

from tests.supervision import inspections as made
from tests.web.desk import LIJIAWAN, Officer
from tests.web.deskcast import lead, queries_of, today
from tests.web.inspection.acting import WRONG, director, officer, supervisor
from tests.world import World
from zhengyin.supervision.models import Violation


@pytest.mark.clause("O2.3d")
def test_from_what_was_done_to_its_end(desks: World) -> None:
    above = officer(desks)
    above.post("violation-record", **WRONG, happened_on=today())
    row = Violation.objects.get()
    above.post("violation-hear", row.pk, words="说是备用的")
    above.post("violation-handle", row.pk, measure="reminder_talk", done_on=today(), measure_words="谈了话")
    answer = above.post(
        "violation-handle", row.pk, status=409, measure="transfer", done_on=today(), measure_words="移送"
    )
    assert "移送要写明移送给哪个机关" in answer.content.decode()
    above.post("violation-handle", row.pk, measure="transfer", done_on=today(), measure_words="移送",
               body="县纪委监委", document="1号")  # fmt: skip
    above.post("violation-close", row.pk, words="已经受理")
    for who in (above, director(desks), supervisor(desks), lead(desks)):
        text = who.get("violation", row.pk).text
        for words in ("空白盖章", "赵某", "说是备用的", "提醒谈话", "县纪委监委", "已经受理", "待核对原件"):
            assert words in text


def test_it_may_be_none(desks: World) -> None:
    above, row = officer(desks), made.heard(made.recorded())
    above.post("violation-dismiss", row.pk, status=409, words="")
    above.post("violation-dismiss", row.pk, words="是作废的样张")
    assert "不构成违规" in above.get("violations").text


def test_what_does_not_do_keeps_what_was_typed(desks: World) -> None:
    answer = officer(desks).post("violation-record", status=422, **WRONG)
    assert "发现两张盖了章的空白纸" in answer.content.decode() and not Violation.objects.exists()


def test_who_opens_the_pages(desks: World) -> None:
    row = made.recorded()
    for name in ("hn.ljw.clerk", "hn.ljw.custodian"):
        who = Officer(desks, name, LIJIAWAN)
        who.get("violations", status=403)
        who.get("violation", row.pk, status=403)
    page = director(desks).get("violation", row.pk)
    assert not page.select("main form")
    assert not lead(desks).get("violation", row.pk).select("main form")  # the township goes on with its own


def test_the_list_asks_as_often_for_many_as_for_few(desks: World) -> None:
    above = officer(desks)
    made.recorded()
    above.get("violations")
    few = queries_of(above, above.url("violations"))
    for wrong in ("issued_untrue", "use_unregistered", "other_wrong"):
        above.post("violation-record", **{**WRONG, "wrong": wrong}, happened_on=today())
    assert Violation.objects.count() == 4
    assert queries_of(above, above.url("violations")) == few <= 14
